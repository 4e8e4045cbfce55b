"""All the numbers of one bank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quizgen.commands.stats.coverage import ParagraphCoverage, coverage
from quizgen.commands.stats.positions import KeyPositions, key_positions
from quizgen.commands.stats.reading_level import ReadingLevel, reading_level
from quizgen.model.assessment import Assessment
from quizgen.model.bank import Bank
from quizgen.model.dataclass import dataclass
from quizgen.model.item import Item


@dataclass(frozen=True, slots=True)
class Count:
    """How many items have one topic, question type and difficulty."""

    topic: str
    type: str
    difficulty: str
    items: int


@dataclass(frozen=True, slots=True)
class BankFacts:
    """The numbers of a bank. `points` is the sum of its items', bonuses left out.

    `reading` is None without passage. `positions` has an entry for the cards, and one for each
    printed worksheet.
    """

    bank: str
    language: str
    items: int
    points: int
    counts: tuple[Count, ...]
    paragraphs: tuple[ParagraphCoverage, ...]
    positions: tuple[KeyPositions, ...]
    reading: ReadingLevel | None

    def counts_by(self, attribute: str) -> dict[str, int]:
        """Return the number of items for each value of `attribute`, in the bank's order.

        `attribute` is ``"topic"``, ``"type"`` or ``"difficulty"``.
        """
        total: Counter[str] = Counter()
        for count in self.counts:
            total[getattr(count, attribute)] += count.items
        return dict(total)


NO_DIFFICULTY = "none given"


def bank_facts(bank: Bank, assessments: Iterable[Assessment] = ()) -> BankFacts:
    """Count what is in `bank`, and where `assessments` put the keys of its choices."""
    items = list(bank.items)
    return BankFacts(
        bank=bank.id,
        language=bank.language,
        items=len(items),
        points=sum(item.required_points for item in items),
        counts=_counts(items),
        paragraphs=coverage(bank),
        positions=key_positions(assessments),
        reading=_reading(bank),
    )


def _counts(items: Sequence[Item]) -> tuple[Count, ...]:
    counts = Counter(
        (item.topic, item.type, item.difficulty.value if item.difficulty else NO_DIFFICULTY)
        for item in items
    )
    return tuple(Count(*kind, number) for kind, number in counts.items())


def _reading(bank: Bank) -> ReadingLevel | None:
    passage = bank.passage
    return reading_level(passage, passage.language or bank.language) if passage else None
