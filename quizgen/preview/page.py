"""The page, made of the files in ``assets/``, and its Content-Security-Policy.

The page is a single document with style and script inside, so that a browser requests nothing
else to open it. The policy names style and script by their digests: no other script runs,
whatever a card holds.
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
    """The page: its `html`, and the digests of the scripts and styles of page and cards."""

    html: str
    scripts: tuple[str, ...]
    styles: tuple[str, ...]

    def policy(self, origin: str) -> str:
        """Return the Content-Security-Policy of the page at `origin`, such as http://127.0.0.1:80.

        Cards inherit the policy in their frames. There ``'self'`` would allow nothing, because a
        sandboxed page has no origin. So pictures are allowed by the server's address.
        """
        return "; ".join(
            (
                "default-src 'none'",
                f"script-src {' '.join(self.scripts)}",
                f"style-src {' '.join(self.styles)}",
                f"img-src {origin} data:",
                "connect-src 'self'",
                f"base-uri {origin}",
                "form-action 'none'",
                "frame-ancestors 'none'",
            )
        )


@cache
def page() -> Page:
    """Return the page. It is the same for all projects."""
    style, script = "\n".join(map(_asset, STYLES)), _bundle()
    card_style, card_script = f"{stylesheet()}\n{_asset('card.css')}", _asset("card.js")
    card = Template(_asset("card.html")).substitute(style=card_style, script=card_script)
    return Page(
        Template(_asset("page.html")).substitute(style=style, script=script, card=_data(card)),
        tuple(map(_digest, (script, card_script, *card_scripts()))),
        tuple(map(_digest, (style, card_style))),
    )


def _bundle() -> str:
    """Return the script of the page: all of `SCRIPTS`, and the cards' scripts by their indices."""
    scripts = f"const CARD_SCRIPTS = {_data(card_scripts())};\n"
    return '"use strict";\n' + scripts + "".join(map(_asset, SCRIPTS))


def _asset(name: str) -> str:
    """Return the text of the file `name` in ``assets/``."""
    return files("quizgen.preview").joinpath("assets", name).read_text(encoding="utf-8")


def _data(value: object) -> str:
    """Return `value` as JSON that can stand in a script element, where ``<`` could end it."""
    return json.dumps(value).replace("<", "\\u003c")


def _digest(content: str) -> str:
    """Return the source expression that allows `content` (W3C, Content Security Policy Level 3)."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
