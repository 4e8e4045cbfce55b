"""The numbers and letters that Word itself puts before paragraphs."""

from __future__ import annotations

from quizgen.readers.foreign.xml import XmlElement

_LETTERS = ("lowerLetter", "upperLetter")


class ListNumbers:
    """Counts the numbered paragraphs of a document, by their lists and levels."""

    def __init__(self, numbering: XmlElement | None, styles: XmlElement | None) -> None:
        self.formats: dict[tuple[str, int], str] = {}
        self.counts: dict[tuple[str, int], int] = {}
        self.of_styles: dict[str, XmlElement] = {}
        self.abstract: dict[str, str] = {}
        for style in styles.all("style") if styles else []:
            if (properties := style.first("pPr", "numPr")) is not None:
                self.of_styles[style.attributes.get("styleId", "")] = properties
        levels: dict[str, list[XmlElement]] = {}
        for one in numbering.all("abstractNum") if numbering else []:
            levels[one.attributes.get("abstractNumId", "")] = one.all("lvl")
        for number in numbering.all("num") if numbering else []:
            name = number.attributes.get("numId", "")
            base = number.first("abstractNumId")
            self.abstract[name] = base.attributes.get("val", "") if base else ""
            for level in levels.get(self.abstract[name], []):
                format_ = level.first("numFmt")
                value = format_.attributes.get("val", "") if format_ else ""
                self.formats[name, _whole(level.attributes.get("ilvl", "0"))] = value

    def label(self, paragraph: XmlElement) -> tuple[str, int]:
        """Return the label of `paragraph` and the level of its list; empty where it has none."""
        properties = paragraph.first("pPr", "numPr")
        if properties is None and (style := paragraph.first("pPr", "pStyle")) is not None:
            properties = self.of_styles.get(style.attributes.get("val", ""))
        if properties is None:
            return "", 0
        number, depth = properties.first("numId"), properties.first("ilvl")
        name = number.attributes.get("val", "") if number else ""
        level = _whole(depth.attributes.get("val", "0")) if depth else 0
        if name in ("", "0"):
            return "", 0
        for deeper in range(level + 1, 10):
            self.counts.pop((name, deeper), None)
        count = self.counts[name, level] = self.counts.get((name, level), 0) + 1
        format_ = self.formats.get((name, level), "decimal")
        if format_ == "bullet":
            return "•", level
        if format_ in _LETTERS:
            return chr(ord("a") + (count - 1) % 26), level
        return ("", 0) if format_ == "none" else (str(count), level)


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
