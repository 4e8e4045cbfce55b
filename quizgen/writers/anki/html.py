"""How author text is escaped for Anki's fields, and the notation of gaps."""

from __future__ import annotations

import functools
import hashlib
import html
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from quizgen.model.pattern import pattern
from quizgen.model.text import Gap, Text
from quizgen.model.text.gap_parts import GapPart
from quizgen.model.text.html import HtmlText, in_tags

_SPECIAL = pattern(r"[&<>\[\\{\x1f]")
_COMMANDS = pattern(r"\[(?=/?(?:sound:|anki:|latex\]|\$))", re.IGNORECASE)
"""What Anki's renderer acts on inside a field: sounds, speech, LaTeX (rslib ``card_rendering``)."""

_MATH = pattern(r"\\(?=[()\[\]])")
"""MathJax's delimiters; a tag between the two characters keeps them apart."""

MAX_KEPT = 1000
"""Values of attributes that are kept escaped: every list says the same words to its script."""


def escape(text: str) -> str:
    """Escape `text` so that Anki shows exactly these characters: no tag, command or template.

    U+001F would end the field (Anki joins fields with it); it is shown as U+241F. Braces are
    kept apart in every field, because Anki makes cards for gaps in any field of a cloze note
    (met with anki 26.9.3: ``{{c9::z}}`` in a source gave the note a ninth card).
    """
    if _SPECIAL.search(text) is None:
        return text
    return _MATH.sub(r'<span class="tex2jax_ignore">\\</span>', _characters(text))


def _characters(text: str) -> str:
    """Escape `text` for the inside of a formula, which MathJax reads."""
    text = html.escape(text.replace("\x1f", "\u241f"), quote=False)
    return _COMMANDS.sub("&#91;", text).replace("{{", "{&#123;")


class Html:
    """Makes the content of fields of author text.

    `media` maps the names that the bank's texts use for pictures and sounds to those in the
    package. One that is not among them is shown as its description, as on paper: no package is
    built then, but the preview shows what there is.
    """

    def __init__(self, media: Mapping[str, str]) -> None:
        self._html = HtmlText(escape, _attribute, _characters, media, _play)
        self.text = self._html.text
        """Gives the field content for a text; ``""`` for None."""
        quiet = HtmlText(escape, _attribute, _characters, media, _play_on_demand)
        self.quiet_text = quiet.text
        """The same, but that sounds wait for a tap, as those of a hint that is still closed must.
        Anki plays what has its own notation as soon as the card is there, hidden or not."""

    @staticmethod
    def data(name: str, **values: str) -> str:
        """Return an element of class `name` that shows nothing, and carries `values` for a script.

        Empty values are left out.
        """
        return f'<span class="{name}" hidden{attributes(**values)}></span>'

    def cloze(self, parts: Iterable[GapPart]) -> str:
        """Return the field content of a text with gaps, in Anki's ``{{c1::answer::hint}}``."""
        return "".join(
            self._gap(piece) if isinstance(piece, Gap) else _inert(piece)
            for piece in self._html.pieces(parts)
        )

    def case(self, stem: Text | None) -> str:
        """Return what the questions of a case share, for the head of a field; "" for None."""
        return f'<div class="case">{_inert(self.text(stem))}</div>' if stem else ""

    def _gap(self, gap: Gap) -> str:
        hint = f"::{_inert(self.text(gap.hint))}" if gap.hint else ""
        answer = _inert(self.text(gap.answer))
        return in_tags(f"{{{{c{gap.number}::{answer}{hint}}}}}", gap.style)


def _play(name: str) -> str:
    """Return Anki's notation that plays the sound `name`, one that `media_name` gave."""
    return f"[sound:{name}]"


def _play_on_demand(name: str) -> str:
    return f'<audio controls src="{name}"></audio>'


def attributes(**values: str) -> str:
    """Return ``data-`` attributes, each with a space before it; empty values are left out."""
    return "".join(f' data-{name}="{_attribute(text)}"' for name, text in values.items() if text)


@functools.lru_cache(MAX_KEPT)
def _attribute(text: str) -> str:
    """Escape `text` for an attribute's value: entities stand for all that Anki acts on."""
    text = html.escape(text.replace("\x1f", "\u241f"))
    for character in "{}[]\\":
        text = text.replace(character, f"&#{ord(character)};")
    return text


def media_name(name: str, content: bytes) -> str:
    """Return the file name a picture or sound has in Anki's one folder for all decks.

    It comes from the content, so that two decks' ``map.png`` never overwrite each other.
    """
    digest = hashlib.sha256(content).hexdigest()[:24]
    return f"quizgen-{digest}{PurePosixPath(name).suffix.lower()}"


def _inert(markup: str) -> str:
    """Return `markup` without anything that Anki would read as the notation of a gap."""
    return markup.replace("{", "&#123;").replace("}", "&#125;").replace("::", "&#58;&#58;")
