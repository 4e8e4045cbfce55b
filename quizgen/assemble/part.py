"""The interface of a part of deck files, as assembling needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from quizgen.model.assessment import Overrides
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.model.item import Word


class AssembledPart(Protocol):
    """A part of deck files, such as ``worksheets:``.

    Each part has a type of spec of its own, which only the part's functions know: here it is
    `Any`.
    """

    @property
    def name(self) -> str:
        """The key of the part in deck files."""
        ...

    @property
    def noun(self) -> str:
        """The noun for the part's product in messages, for behind "no"."""
        ...

    @property
    def assemble(self) -> Callable[[Any, Bank, Report], object]:
        """The function of spec, bank and report that returns the part of an assessment."""
        ...

    @property
    def override(self) -> Callable[[Any, Overrides], object]:
        """The function of spec and overrides that returns the spec with the overrides' values."""
        ...

    @property
    def file_names(self) -> Callable[[Any], Iterable[tuple[Word, Iterable[str]]]]:
        """The function of spec that returns pairs of a name and the files that it names."""
        ...
