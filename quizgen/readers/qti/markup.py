"""Elements of XHTML inside of QTI as the HTML of a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from quizgen.readers.foreign import ForeignLoss
from quizgen.readers.foreign.choices import Losses
from quizgen.readers.foreign.xml import XmlElement

_VOID = frozenset({"br", "hr", "img"})
_SOURCE = re.compile(r"(<(?:img|audio|source)\b[^<>]*?\bsrc=)(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_NAMES = re.compile(r"[a-z][a-z0-9]{0,20}")
_TEX = ("application/x-tex", "TeX", "LaTeX", "latex")

Instead = Callable[[XmlElement], str | None]
"""Gives what stands instead of an element, or None for the element itself."""


class QtiMarkup:
    """Texts of one question: `address` gives the address of a file by the name that a text has."""

    def __init__(self, address: Callable[[str], str]) -> None:
        self.address = address
        self.losses: Losses = []

    def inside(self, node: XmlElement | None, instead: Instead = lambda _: None) -> str:
        """Return the HTML of what is inside of `node`; empty for None."""
        if node is None:
            return ""
        return "".join(
            escape(child, quote=False) if isinstance(child, str) else self.of(child, instead)
            for child in node.children
        ).strip(" \t\r\n")

    def of(self, node: XmlElement, instead: Instead = lambda _: None) -> str:
        """Return the HTML of `node` itself."""
        other = instead(node)
        if other is not None:
            return other
        tag = node.tag.lower()
        if tag == "math":
            return self._formula(node)
        if tag in ("object", "audio", "video") and (player := self._file(node, instead)):
            return player
        inside = "".join(
            escape(child, quote=False) if isinstance(child, str) else self.of(child, instead)
            for child in node.children
        )
        if tag == "prompt":
            return f"<p>{inside}</p>"
        if not _NAMES.fullmatch(tag) or tag != node.tag:  # QTI's own have capitals
            return inside
        attributes = dict(node.attributes)
        if tag == "img" and "src" in attributes:
            attributes["src"] = self.address(attributes["src"])
        written = "".join(
            f' {name}="{escape(value)}"'
            for name, value in attributes.items()
            if name
            in ("src", "alt", "href", "colspan", "rowspan", "style", "class", "start", "dir")
        )
        return f"<{tag}{written}>" if tag in _VOID else f"<{tag}{written}>{inside}</{tag}>"

    def addressed(self, html: str) -> str:
        """Return `html`, a text of the file's, with the addresses of its pictures and sounds."""
        return _SOURCE.sub(
            lambda m: f'{m[1]}"{escape(self.address(m[2][1:-1].replace("&amp;", "&")))}"', html
        )

    def _lose(self, reason: ForeignLoss, what: str) -> None:
        """Add a loss once: a text may be read several times."""
        if (reason, what) not in self.losses:
            self.losses.append((reason, what))

    def _formula(self, node: XmlElement) -> str:
        for note in node.find("annotation"):
            if note.attributes.get("encoding") in _TEX:
                return escape(rf"\({note.text.strip()}\)", quote=False)
        self._lose(ForeignLoss.MATHML, " ".join(node.text.split()))
        return escape(" ".join(node.text.split()), quote=False)

    def _file(self, node: XmlElement, instead: Instead) -> str:
        source = next(
            (s.attributes["src"] for s in node.find("source") if "src" in s.attributes), ""
        )
        source = node.attributes.get("data") or node.attributes.get("src") or source
        kind = node.attributes.get("type", "")
        about = " ".join(node.text.split()) or node.attributes.get("alt", "")
        if node.tag == "audio" or kind.startswith("audio/"):
            return f'<audio src="{escape(self.address(source))}"></audio>'
        if kind.startswith("image/"):
            return f'<img src="{escape(self.address(source))}" alt="{escape(about[:200])}">'
        self._lose(ForeignLoss.FILE, source)
        return self.inside(node, instead) or "<span></span>"
