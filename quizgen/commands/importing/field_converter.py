"""A converter of fields to Markdown, which notes what is lost."""

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
"""Characters of an example in a report (judged)."""


class Carrier:
    """A converter of the fields of notes to Markdown; losses are added to `losses`.

    `where` is the name of the question that is converted, for the examples of losses. `math` says
    whether the bank holds formulas; then a dollar in a text is escaped.
    """

    def __init__(self, pictures: Pictures, losses: Losses, *, math: bool = False) -> None:
        self.pictures = pictures
        self.losses = losses
        self.math = math
        self.where = ""

    def text(self, html: str | Iterable[Child]) -> str:
        """Return `html`, a field or nodes of its tree, as Markdown; empty if it shows nothing.

        A text of more than `MAX_VALUE_LENGTH` characters is a loss, and empty.
        """
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
        """Return `html` as Markdown with gaps, or None where it has no gap or is too long."""
        written = cloze_markdown(html, self._picture, self.note, math=self.math)
        if written is not None and len(written) > MAX_VALUE_LENGTH:
            self.note(Loss.LONG, written)
            return None
        return written

    def note(self, loss: Loss, example: str) -> None:
        """Add `loss` with `example`, which is cut to `LONGEST_EXAMPLE` characters."""
        example = " ".join(example.split())
        if len(example) > LONGEST_EXAMPLE:
            example = f"{example[: LONGEST_EXAMPLE - 1]}…"
        self.losses.note(loss, f"{self.where}: {example}" if self.where else example)

    def _picture(self, source: str) -> str | None:
        """Return the name in the bank of the picture `source`; None, with a loss, for no name."""
        name = self.pictures.find(source)
        if isinstance(name, Loss):
            self.note(name, source or "<img>")
            return None
        return name
