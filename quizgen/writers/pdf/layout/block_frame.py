"""Where a block of a text is set, and how."""

from __future__ import annotations

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.layout.inline_content import NO_GAPS, GapStyle
from quizgen.writers.pdf.layout.style import TextStyle
from quizgen.writers.pdf.layout.tags import Tag


class BlockFrame(NamedTuple):
    """Where a block is set: in what style, where it begins, and how wide it may be, in points.

    `tag` is the structure element that the block is a part of; gaps inside are set as `gaps` says.
    """

    text_style: TextStyle
    x: float
    width: float
    tag: Tag | None
    gaps: GapStyle = NO_GAPS

    def indented(self, points: float) -> BlockFrame:
        """Return the place without `points` at its beginning."""
        return self._replace(x=self.x + points, width=self.width - points)
