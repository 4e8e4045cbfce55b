"""Texts that look like links or pictures which a bank refuses, and are meant as the signs."""

from __future__ import annotations

from quizgen.commands.importing.markdown import markdown
from quizgen.model.text import Style, Styled
from quizgen.model.text.addresses import unread_address, unread_picture
from quizgen.model.text.runs import Run


def is_refused(run: Run) -> bool:
    """Return whether a bank would refuse `run`, plain characters, for what they look like."""
    return isinstance(run, str) and bool(unread_address(run) or unread_picture(run))


def as_code(text: str) -> Styled:
    """Return `text` as code, which shows all signs as they are."""
    return Styled(" ".join(text.split()), Style.CODE)


def title_markdown(text: str, *, math: bool = False) -> str:
    """Return the Markdown of a plain title or name, in a bank with formulas if `math`."""
    return markdown([as_code(text) if is_refused(text) else text], math=math).source
