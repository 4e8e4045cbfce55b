"""A word that an author wrote, with its place."""

from __future__ import annotations

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import NOWHERE, Span


class Word(NamedTuple):
    """A word that an author wrote, such as a tag or an id, with its place."""

    value: str
    span: Span = NOWHERE
