"""What a block needs of the typesetter that sets the texts inside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from quizgen.writers.pdf.fonts.faces import Font
from quizgen.writers.pdf.layout.blocks import Row
from quizgen.writers.pdf.layout.display_list import DisplayItem
from quizgen.writers.pdf.layout.inline_content import NO_GAPS, GapStyle
from quizgen.writers.pdf.layout.language_span import TextPart
from quizgen.writers.pdf.layout.style import Edition, TextStyle
from quizgen.writers.pdf.layout.tags import Tag


class TextSetter(Protocol):
    """Sets texts; `Typesetter` is the one there is."""

    edition: Edition

    def rows(
        self,
        parts: Iterable[TextPart],
        text_style: TextStyle,
        x: float,
        width: float,
        tag: Tag | None,
        gaps: GapStyle = NO_GAPS,
    ) -> list[Row]:
        """Return `parts` on lines; see `Typesetter.rows`."""
        ...

    def code_rows(
        self, line: str, text_style: TextStyle, x: float, width: float, tag: Tag | None
    ) -> list[Row]:
        """Return a line of code on as many rows as it takes; see `Typesetter.code_rows`."""
        ...

    def line(
        self, text: str, font: Font, x: float, y: float, tag: Tag | None, right: bool = False
    ) -> list[DisplayItem]:
        """Return `text` on a baseline at `y`; see `Typesetter.line`."""
        ...

    def width(self, text: str, font: Font) -> float:
        """Return the width of `text` on one line, in points."""
        ...

    def natural_width(
        self, runs: Iterable[TextPart], font: Font, available_width: float, gaps: GapStyle = NO_GAPS
    ) -> float:
        """Return the width of `runs` where lines end at their own breaks alone, in points."""
        ...
