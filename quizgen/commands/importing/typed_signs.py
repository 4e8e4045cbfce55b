"""Texts that look like links or pictures which a bank refuses, and are meant as the signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizgen.commands.importing.markdown import markdown
from quizgen.commands.importing.unsupported import ImportLoss, ReportLoss
from quizgen.model.text import Style, Styled
from quizgen.model.text.addresses import unread_address, unread_picture
from quizgen.model.text.runs import Run

PLACEHOLDER = "\ufdd0"
"""Stands for a gap while the text around the gap is read, as in `parse_gaps`."""


def is_refused(run: Run) -> bool:
    """Return whether a bank would refuse `run`, plain characters, for what they look like."""
    return isinstance(run, str) and bool(unread_address(run) or unread_picture(run))


def as_code(text: str) -> Styled:
    """Return `text` as code, which shows all signs as they are."""
    return Styled(" ".join(text.split()), Style.CODE)


def without_refused(runs: Iterable[Run], report: ReportLoss) -> Iterator[Run]:
    """Yield `runs`, where typed links that a bank refuses are code; `report` is called with each.

    The places of gaps stay outside of the code.
    """
    for run in runs:
        if not is_refused(run):
            yield run
            continue
        for piece in re.split(f"({PLACEHOLDER})", str(run)):
            if is_refused(piece):
                report(ImportLoss.LINK, piece)
                yield as_code(piece)
            elif piece:
                yield piece


def title_markdown(text: str, *, math: bool = False) -> str:
    """Return the Markdown of a plain title or name, in a bank with formulas if `math`."""
    return markdown([as_code(text) if is_refused(text) else text], math=math).source
