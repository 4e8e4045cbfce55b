"""The same words twice among things to choose, match or order: no answer would be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, assert_never

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Related, Report
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Interaction,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.text import Text, exact_key, same_key


class _Candidate(NamedTuple):
    text: Text
    is_key: bool


def repeated_options(bank: Bank, report: Report) -> None:
    for item in bank.items:
        for group in _groups(item.interaction):
            _report_repeated(group, report)


def _groups(interaction: Interaction) -> Iterator[list[_Candidate]]:
    """Candidates of which no two may be the same."""
    match interaction:
        case Choice(options=options):
            yield [_Candidate(option.text, option.is_key) for option in options]
        case Match(premises=premises, responses=responses, key=key):
            yield [_Candidate(text, True) for text in premises]
            used = max(key) + 1
            yield [_Candidate(text, index < used) for index, text in enumerate(responses)]
        case Order(events=events):
            yield [_Candidate(event.text, True) for event in events]
        case Reveal() | TextEntry() | GapFill() | Numeric() | ExtendedText():
            pass
        case _:
            assert_never(interaction)


def _report_repeated(group: Iterable[_Candidate], report: Report) -> None:
    seen: dict[str, _Candidate] = {}
    for candidate in group:
        first = seen.setdefault(same_key(candidate.text), candidate)
        if first is candidate:
            continue
        plain = candidate.text.plain
        if exact_key(candidate.text) != exact_key(first.text):
            report.warning(
                "options-differ-in-case",
                candidate.text.span,
                f"{plain!r} and {first.text.plain!r} differ in nothing but capitals or emphasis",
                "is one of the two a slip? If both are meant, pupils need sharp eyes",
                related=(Related("the other one", first.text.span),),
            )
        elif first.is_key == candidate.is_key:
            report.error(
                "duplicate-option",
                candidate.text.span,
                f"{plain!r} is here twice",
                "change one of the two, or remove it",
                related=(Related("first here", first.text.span),),
            )
        else:
            report.error(
                "key-among-distractors",
                candidate.text.span,
                f"{plain!r} is a right answer and a distractor at once",
                "remove it from one of the two lists",
                related=(Related("the right answer", first.text.span),),
            )
