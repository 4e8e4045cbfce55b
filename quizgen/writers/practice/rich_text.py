"""Author text as HTML of a page that loads nothing: pictures and sounds are inside, as data."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

from quizgen.model.bank import Media
from quizgen.model.text import Gap, Text
from quizgen.model.text.gap_parts import GapPart
from quizgen.model.text.html import HtmlText, in_tags
from quizgen.writers.shared.mathml import mathml

_KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".oga": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".flac": "audio/flac",
}
"""The media types of the files that a bank can have, by the ends of their names."""

_STYLE = re.compile(
    r' style="(text-align:(?:center|end)|width:[0-9.e+-]+(?:%|mm);object-fit:contain)"'
)
"""The styles that `HtmlText` writes. Quotation marks of authors are entities, so it is no text."""

_NAMESPACE = ' xmlns="http://www.w3.org/1998/Math/MathML"'


def escape(text: str) -> str:
    """Return `text` for between tags, and for an attribute in double quotation marks."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


class RichText:
    """Converts the texts of one page; `media` are its pictures and sounds by their names.

    A page's policy allows no style attributes: each style becomes a class of `rules`.
    """

    def __init__(self, media: Mapping[str, Media]) -> None:
        addresses = {name: _address(one) for name, one in media.items()}
        self._html = HtmlText(
            escape, escape, escape, pictures=addresses, play=_play, formula=_formula
        )
        self._classes: dict[str, str] = {}

    def text(self, text: Text | None) -> str:
        """Return the HTML of `text`, ``""`` for None."""
        return self._classed(self._html.text(text))

    def gap_text(self, parts: Iterable[GapPart], gap_html: Callable[[Gap], str]) -> str:
        """Return the HTML of `parts`, each gap among them as `gap_html` writes it."""
        return "".join(
            in_tags(gap_html(piece), piece.style)
            if isinstance(piece, Gap)
            else self._classed(piece)
            for piece in self._html.pieces(parts)
        )

    @property
    def rules(self) -> str:
        """The rules of CSS for all styles that were met."""
        return "".join(f".{name}{{{style}}}" for style, name in self._classes.items())

    def _classed(self, markup: str) -> str:
        if " style=" not in markup:
            return markup
        return _STYLE.sub(lambda match: f' class="{self._class(match[1])}"', markup)

    def _class(self, style: str) -> str:
        return self._classes.setdefault(style, f"w{len(self._classes)}")


def is_plain(text: Text) -> bool:
    """Return whether `text` is characters alone, which a list to choose from can show."""
    return all(isinstance(run, str) for run in text.runs)


def _address(media: Media) -> str:
    kind = _KINDS[PurePosixPath(media.name).suffix.lower()]
    return f"data:{kind};base64,{base64.b64encode(media.content).decode()}"


def _play(address: str) -> str:
    return f'<audio controls preload="none" src="{address}"></audio>'


def _formula(tex: str, display: bool) -> str:
    markup = mathml(tex, display)
    return escape(tex) if markup is None else markup.replace(_NAMESPACE, "", 1)
