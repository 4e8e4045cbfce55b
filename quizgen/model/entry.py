"""Entries as their authors wrote them: keys and values, before anything was made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from quizgen.model.source import Span

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
"""A value of YAML: a text as it was typed, a list, or keys with values."""


class AuthorEntry(Span):
    """The entry of an item.

    It is a `Span`, as nothing that is made of an item depends on how its entry was typed: a file
    is not rendered again because of it.
    """

    __slots__ = ()

    @property
    def case_stem(self) -> str:
        """The stem of the item's case, in Markdown; empty for an item without."""
        raise NotImplementedError

    def values(self) -> dict[str, Value]:
        """Return the keys of the entry with their values, in the author's order.

        What the file of the bank says for all entries, of speech and of references, is among them.
        """
        raise NotImplementedError
