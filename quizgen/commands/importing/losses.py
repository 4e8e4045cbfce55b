"""Gather what an import loses, each with its question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.model.item import Word
from quizgen.model.loss import Loss
from quizgen.model.source import Span
from quizgen.readers.foreign import ForeignLoss

LossReason: TypeAlias = ImportLoss | ForeignLoss
"""Why something was lost: a bank cannot hold it, or its reader could not carry it."""
REASONS: tuple[LossReason, ...] = (*ImportLoss, *ForeignLoss)
"""All reasons in the order of reports."""


class _Case(NamedTuple):
    """A case of `reason`; `subject` is the id of a question, or what a teacher knows a note by."""

    reason: LossReason
    what: str
    subject: str


class ImportLosses:
    """The losses of an import, in the order in which they were met."""

    def __init__(self) -> None:
        self._cases: list[_Case | None] = []

    def __len__(self) -> int:
        """Return how many losses there are so far."""
        return len(self._cases)

    def add(self, reason: LossReason, what: str, subject: str) -> None:
        """Add a case of `reason`: `what` was lost of `subject`, the id of a question if known."""
        self._cases.append(_Case(reason, what, subject))

    def name(self, first: int, subject: str, last: int | None = None) -> None:
        """Attribute the losses from index `first` on, up to `last`, to `subject`.

        `last` is the index behind the last of them, where others follow.
        """
        cases = self._cases[first:last]
        named = [case and case._replace(subject=subject) for case in cases]
        self._cases[first:last] = named

    def silence(self, first: int, last: int) -> None:
        """Leave out the losses from index `first` up to the one before `last`."""
        self._cases[first:last] = [None] * (last - first)

    def forget(self, first: int) -> None:
        """Remove the losses from index `first` on."""
        del self._cases[first:]

    def by_reason(self, places: Mapping[str, Span]) -> dict[LossReason, tuple[Loss, ...]]:
        """Return the losses by their reasons; `places` are those of the questions by their ids."""
        losses: dict[LossReason, list[Loss]] = {}
        for reason, what, subject in filter(None, self._cases):
            item = Word(subject, places[subject]) if subject in places else Word(subject)
            losses.setdefault(reason, []).append(Loss(item, what, reason.value))
        return {reason: tuple(of_reason) for reason, of_reason in losses.items()}
