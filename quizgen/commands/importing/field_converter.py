"""Convert the HTML of fields to Markdown, and report what is lost."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.commands.importing.cloze import cloze_markdown, marked_as_no_gap
from quizgen.commands.importing.html import read_runs
from quizgen.commands.importing.html_tree import HtmlNode
from quizgen.commands.importing.losses import ImportLosses, LossReason
from quizgen.commands.importing.markdown import markdown
from quizgen.commands.importing.pictures import PackagePictures
from quizgen.commands.importing.typed_signs import without_refused
from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.model.text import Text, is_blank
from quizgen.readers.yaml.parse import MAX_VALUE_LENGTH

MAX_HTML_LENGTH = 10 * MAX_VALUE_LENGTH
"""Characters of a field that are looked at. Tags take more room than text, but not ten times."""


class FieldConverter:
    """Converts fields, reports to `losses`, and takes pictures from `pictures`.

    `question_id` is the question whose fields are converted, for the report. `math` says whether
    the bank has formulas: then the dollars of a text are escaped.
    """

    def __init__(
        self, pictures: PackagePictures, losses: ImportLosses, *, math: bool = False
    ) -> None:
        self.pictures = pictures
        self.losses = losses
        self.math = math
        self.question_id = ""

    def to_blocks(self, html: str | Iterable[HtmlNode]) -> str:
        """Convert as `to_markdown` does, for a text that may hold lists, tables and the like."""
        return self.to_markdown(html, blocks=True)

    def to_markdown(self, html: str | Iterable[HtmlNode], *, blocks: bool = False) -> str:
        """Convert a field, or nodes of its tree, to Markdown; empty if a reader sees nothing.

        `blocks` says whether the text may hold blocks.
        """
        if isinstance(html, str) and len(html) > MAX_HTML_LENGTH:
            self.report(ImportLoss.LONG, html[:MAX_VALUE_LENGTH])
            return ""
        runs = read_runs(html, self._picture, self.report, math=self.math, blocks=blocks)
        if is_blank(Text(tuple(runs))):
            return ""
        written = markdown(list(without_refused(runs, self.report)), math=self.math)
        if len(written.source) > MAX_VALUE_LENGTH:
            self.report(ImportLoss.LONG, written.source)
            return ""
        if not written.is_exact:
            self.report(ImportLoss.FORMAT, written.source)
        return written.source

    def to_cloze(self, html: str, *, is_ours: bool = False) -> str | None:
        """Convert the text of a cloze note to Markdown with gaps, or return None without a gap.

        What only looks like a gap is told, but in a text of quizgen's own: its author meant it so.
        """
        if len(html) > MAX_HTML_LENGTH:
            self.report(ImportLoss.LONG, html[:MAX_VALUE_LENGTH])
            return None
        written = cloze_markdown(html, self._picture, self.report, math=self.math)
        marked = marked_as_no_gap(written or "", math=self.math)
        for typed in () if is_ours else marked:
            self.report(ImportLoss.NO_GAP_HERE, typed)
        if written is not None and len(written) > MAX_VALUE_LENGTH:
            self.report(ImportLoss.LONG, written)
            return None
        return written

    def report(self, loss: ImportLoss, what: str) -> None:
        """Add the loss of `what`, a text that is put on one line."""
        self.lose(loss, what)

    def lose(self, reason: LossReason, what: str) -> None:
        """Add the loss of `what` for any `reason`, as `report` does for those of a bank."""
        self.losses.add(reason, " ".join(what.split()), self.question_id)

    def _picture(self, source: str) -> str | None:
        name = self.pictures.find(source)
        if isinstance(name, ImportLoss):
            self.report(name, source or "<img>")
            return None
        return name
