"""What a deck file says about the head of a worksheet."""

from __future__ import annotations

from quizgen.model.assessment import Logo
from quizgen.model.text import Image, Text
from quizgen.readers.shapes import InlineText, ListOf, Reading
from quizgen.readers.yaml import Node

MAX_FIELDS = 8
"""More would fill a third of a page in large print."""
MAX_FIELD_LENGTH = 24
"""In characters: so many, in large print and as wide as Korean's, still fit on one line."""


class Fields(ListOf[Text]):
    """What pupils fill in; an empty list for nothing."""

    def read(self, node: Node, reading: Reading) -> tuple[Text, ...] | None:
        """Return the names of the fields, or None once what is wrong is reported."""
        fields = ListOf.read(self, node, reading)
        if fields is None:
            return None
        if len(fields) > MAX_FIELDS:
            reading.report.error(
                "bad-fields",
                node,
                f"these are {len(fields)} fields, and a worksheet has room for {MAX_FIELDS}",
                "leave out what you know about your pupils anyway",
            )
            return None
        long = [field for field in fields if len(field.plain) > MAX_FIELD_LENGTH]
        for field in long:
            reading.report.error(
                "bad-fields",
                field.span,
                f"the field {field.plain[:MAX_FIELD_LENGTH]!r}… has {len(field.plain)} characters, "
                f"and {MAX_FIELD_LENGTH} are the most",
                "name it in a word or two",
            )
        return None if long else fields


class LogoShape:
    """One picture of the bank, written as in a text: ``![what it shows](file)``."""

    noun = "a picture"
    written_as = InlineText()
    """What an editor offers in its place."""

    def read(self, node: Node, reading: Reading) -> Logo | None:
        """Return the logo that `node` shows, or None once what is wrong is reported."""
        text = InlineText().read(node, Reading(reading.report, reading.language))
        if text is None:
            return None
        match text.runs:
            case (Image() as image,):
                return Logo(image, text.span) if image.alt.strip() else None
        reading.report.error(
            "bad-logo",
            node,
            "a logo is one picture and nothing else",
            'write "![what it shows](file.png)" with a file of the bank\'s media folder',
        )
        return None
