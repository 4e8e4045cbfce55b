"""The styles of a document of LibreOffice: what stands out, and what lists count with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quizgen.readers.foreign.xml import XmlElement

MAX_STYLES = 20
"""Styles that one may be based on, one on the other."""
_NO_COLOR = ("", "transparent", "auto", "#000000", "#ffffff")
_BOLD = ("bold", "700", "800", "900")


class OdtLooks:
    """The looks of styles by their names, in the `parts` of a document that define styles."""

    def __init__(self, parts: Sequence[XmlElement | None]) -> None:
        self._styles = {
            style.attributes.get("name", ""): style
            for part in parts
            if part is not None
            for style in part.find("style")
            if style.attributes.get("family") in ("text", "paragraph")
        }

    def of(self, name: str, marks: Mapping[str, bool]) -> dict[str, bool]:
        """Return `marks` with what the style `name` turns on or off, such as ``bold``."""
        chain: list[XmlElement] = []
        while name in self._styles and len(chain) < MAX_STYLES:
            chain.append(self._styles[name])
            name = chain[-1].attributes.get("parent-style-name", "")
        result = dict(marks)
        for style in reversed(chain):
            result |= _marks(style.first("text-properties"))
        return result


def _marks(properties: XmlElement | None) -> dict[str, bool]:
    marks: dict[str, bool] = {}
    for name, value in properties.attributes.items() if properties else ():
        match name:
            case "font-weight":
                marks["bold"] = value in _BOLD
            case "font-style":
                marks["italic"] = value in ("italic", "oblique")
            case "text-underline-style":
                marks["underline"] = value != "none"
            case "background-color":
                marks["highlight"] = value not in _NO_COLOR
            case "color":
                marks["color"] = value not in _NO_COLOR
            case "text-position":
                shift = value.split(" ")[0]
                marks["sub"] = shift == "sub" or shift.startswith("-")
                marks["sup"] = not marks["sub"] and shift not in ("0%", "")
            case _:
                pass
    return marks


class OdtLists:
    """Counts the items of lists, by the styles of lists in the `parts` of a document."""

    def __init__(self, parts: Sequence[XmlElement | None]) -> None:
        self._formats: dict[tuple[str, int], str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        for part in parts:
            for style in part.find("list-style") if part is not None else ():
                name = style.attributes.get("name", "")
                for level, format_ in _levels(style):
                    self._formats[name, level] = format_

    def begin(self, node: XmlElement, style: str, level: int) -> str:
        """Begin the list `node` inside of one with `style`, and return its own style's name.

        Its numbers begin anew, unless it says that it goes on.
        """
        own_style = node.attributes.get("style-name", "") or style
        goes_on = node.attributes.get("continue-numbering") == "true"
        if not goes_on and "continue-list" not in node.attributes:
            self._counts.pop((own_style, level), None)
        return own_style

    def label(self, item: XmlElement, style: str, level: int) -> str:
        """Return the label of the next item at `level` of a list with `style`."""
        start = item.attributes.get("start-value", "")
        count = self._counts.get((style, level), 0) + 1
        if start.isascii() and start.isdigit() and len(start) < 5:
            count = int(start)
        self._counts[style, level] = count
        format_ = self._formats.get((style, level), "1")
        if format_ == "•":
            return format_
        if format_ in ("a", "A"):
            return chr(ord("a") + (count - 1) % 26)
        return str(count) if format_ else ""


def _levels(style: XmlElement) -> Iterator[tuple[int, str]]:
    for one in style.elements:
        level = one.attributes.get("level", "1")
        if level.isascii() and level.isdigit() and len(level) < 3:
            is_bullet = one.tag in ("list-level-style-bullet", "list-level-style-image")
            yield int(level) - 1, "•" if is_bullet else one.attributes.get("num-format", "")
