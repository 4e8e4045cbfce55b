"""Carries fields over to Markdown, and notes what gets lost on the way."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.commands.importing.cloze import cloze_markdown
from quizgen.commands.importing.html import read_runs
from quizgen.commands.importing.html_tree import Child
from quizgen.commands.importing.markdown import markdown
from quizgen.commands.importing.pictures import Pictures
from quizgen.commands.importing.unsupported import Loss, Losses
from quizgen.readers.yaml.parse import MAX_VALUE_LENGTH

LONGEST_EXAMPLE = 60


class Carrier:
    """`where` names the question at hand, for the examples of what got lost.

    `math` says whether the bank holds formulas; then a dollar in a text must not begin one.
    """

    def __init__(self, pictures: Pictures, losses: Losses, *, math: bool = False) -> None:
        self.pictures = pictures
        self.losses = losses
        self.math = math
        self.where = ""

    def text(self, html: str | Iterable[Child]) -> str:
        """The Markdown for a field, or for some nodes of its tree; empty if nothing is shown."""
        runs = read_runs(html, self._picture, self.note, math=self.math)
        if not runs:
            return ""
        written = markdown(runs, math=self.math)
        if len(written.source) > MAX_VALUE_LENGTH:
            self.note(Loss.LONG, written.source)
            return ""
        if not written.is_exact:
            self.note(Loss.FORMAT, written.source)
        return written.source

    def cloze(self, html: str) -> str | None:
        """The Markdown with gaps, or None where there is no gap."""
        written = cloze_markdown(html, self._picture, self.note, math=self.math)
        if written is not None and len(written) > MAX_VALUE_LENGTH:
            self.note(Loss.LONG, written)
            return None
        return written

    def note(self, loss: Loss, example: str) -> None:
        example = " ".join(example.split())
        if len(example) > LONGEST_EXAMPLE:
            example = f"{example[: LONGEST_EXAMPLE - 1]}…"
        self.losses.note(loss, f"{self.where}: {example}" if self.where else example)

    def _picture(self, source: str) -> str | None:
        found = self.pictures.find(source)
        if isinstance(found, Loss):
            self.note(found, source or "<img>")
            return None
        return found
