"""Entries as their authors wrote them: keys and values, before anything was made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from quizgen.model.source import Span

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
"""A value of YAML: a text as it was typed, a list, or keys with values."""


UNKNOWN_KEY = ""
"""Stands among keys that could not be read for each that no question of the type has."""


class AuthorEntry(Span):
    """The entry of an item, at `span`: its `values` by their keys, in the author's order.

    What the file of the bank says for all entries, of speech and of references, is among them.
    `case_stem` is the stem of the item's case, in Markdown, empty for an item without. `unread` are
    the keys that could not be read, with an `UNKNOWN_KEY` for each that the type does not have.

    It is a `Span`, as nothing that is made of an item depends on how its entry was typed: a file
    is not rendered again because of it.
    """

    __slots__ = ("case_stem", "unread", "values")

    def __init__(
        self,
        span: Span,
        values: Mapping[str, Value],
        case_stem: str = "",
        unread: tuple[str, ...] = (),
    ) -> None:
        super().__init__(span.source, span.start, span.end)
        self.values = values
        self.case_stem = case_stem
        self.unread = unread

    def may_hide(self, *keys: str) -> bool:
        """Return whether one of `keys` may be there unread: faulty, or under a misspelt name.

        That is told already, so a check that misses its value has nothing to say.
        """
        return any(name in (UNKNOWN_KEY, *keys) for name in self.unread)

    def with_value(self, key: str, value: Value) -> AuthorEntry:
        """Return the entry with `value` for `key`, which the bank's file has for all entries."""
        return AuthorEntry(self, {**self.values, key: value}, self.case_stem, self.unread)
