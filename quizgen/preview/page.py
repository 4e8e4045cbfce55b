"""Build the page from the files in ``assets/``, and its Content-Security-Policy.

The page is one document with its style and script inside. The policy allows these by their
digests, so no other script runs, whatever a card holds.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from string import Template
from typing import NamedTuple

from quizgen.preview.cards import card_scripts
from quizgen.writers.anki.planning import stylesheet

STYLES = ("colours.css", "page.css", "bar.css", "messages.css", "questions.css", "sheets.css")
SCRIPTS = ("elements.js", "frames.js", "questions.js", "find.js", "sheets.js", "page.js")


class Page(NamedTuple):
    """The page; `scripts` and `styles` are the digests of those in the page and on its cards."""

    html: str
    scripts: tuple[str, ...]
    styles: tuple[str, ...]

    def policy(self, origin: str) -> str:
        """Return the Content-Security-Policy of the page at the address `origin`.

        The frames of cards inherit the policy. They are sandboxed and have no origin, so
        ``'self'`` would allow nothing there, and the policy allows pictures and sounds by `origin`.
        """
        return "; ".join(
            (
                "default-src 'none'",
                f"script-src {' '.join(self.scripts)}",
                f"style-src {' '.join(self.styles)}",
                f"img-src {origin} data:",
                f"media-src {origin}",
                "connect-src 'self'",
                f"base-uri {origin}",
                "form-action 'none'",
                "frame-ancestors 'none'",
            )
        )


@cache
def page() -> Page:
    """Return the page, which holds nothing from a project."""
    style, script = "\n".join(map(_asset, STYLES)), _bundle()
    card_style, card_script = f"{stylesheet()}\n{_asset('card.css')}", _asset("card.js")
    card = Template(_asset("card.html")).substitute(style=card_style, script=card_script)
    return Page(
        Template(_asset("page.html")).substitute(style=style, script=script, card=_data(card)),
        tuple(map(_digest, (script, card_script, *card_scripts()))),
        tuple(map(_digest, (style, card_style))),
    )


def _bundle() -> str:
    """Join the files in `SCRIPTS` to one script, with the scripts of cards as an array."""
    scripts = f"const CARD_SCRIPTS = {_data(card_scripts())};\n"
    return '"use strict";\n' + scripts + "".join(map(_asset, SCRIPTS))


def _asset(name: str) -> str:
    return files("quizgen.preview").joinpath("assets", name).read_text(encoding="utf-8")


def _data(value: object) -> str:
    """Return `value` as JSON that can stand in a script element."""
    return json.dumps(value).replace("<", "\\u003c")


def _digest(content: str) -> str:
    """Return the source expression that allows `content` (W3C, Content Security Policy 3)."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
