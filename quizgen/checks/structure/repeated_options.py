"""The same words twice among things to choose, match or order: no answer would be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from quizgen.checks.base import DiagnosticKind, StructureCheck
from quizgen.checks.structure.list_commas import joined_halves, parts_of_cut_numbers
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Related, Severity
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Interaction,
    Match,
    Numeric,
    Option,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Text, exact_key, same_key


class _Candidate(NamedTuple):
    """A text of a question, and whether it belongs to the right answer."""

    text: Text
    is_key: bool


OPTIONS_DIFFER_IN_CASE = DiagnosticKind(
    name="options-differ-in-case",
    severity=Severity.WARNING,
    doc="""
    Two answers differ in nothing but capitals or emphasis. That may be a slip, or meant, as with
    `mW` and `MW`.
    """,
)

KEY_AMONG_DISTRACTORS = DiagnosticKind(
    name="key-among-distractors",
    severity=Severity.ERROR,
    doc="A right answer also stands among the distractors. Remove it there.",
)


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each option, premise, response or event that comes twice."""
    for item in bank.items:
        for group in _groups(item.interaction):
            repetitions = list(_repeated(group))
            if repetitions:
                cut, halves = parts_of_cut_numbers(item), joined_halves(item)
                for one in repetitions:
                    if id(one.span) not in cut:
                        whole = halves.get(id(one.span))
                        yield _with_quotes(one, whole) if whole else one


def _with_quotes(repetition: Diagnostic, whole: str) -> Diagnostic:
    """Return `repetition` with the mend for an answer `whole` that a comma has cut in two."""
    help = f'if its comma belongs to the answer, put that in quotes: "{whole}"; {repetition.help}'
    return replace(repetition, help=help)


def _groups(interaction: Interaction) -> Iterator[Sequence[Option | _Candidate]]:
    """Yield the groups of texts in `interaction` of which no two may be the same."""
    match interaction:
        case Choice(options=options):
            yield options
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


def _repeated(group: Sequence[Option | _Candidate]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each candidate of `group` that has the words of an earlier one."""
    seen: dict[str, Option | _Candidate] = {}
    keys = [same_key(candidate.text) for candidate in group]
    if len(set(keys)) == len(keys):
        return  # as nearly always
    for key, candidate in zip(keys, group, strict=True):
        first = seen.setdefault(key, candidate)
        if first is candidate:
            continue
        plain = candidate.text.plain
        if exact_key(candidate.text) != exact_key(first.text):
            yield OPTIONS_DIFFER_IN_CASE.at(
                candidate.text.span,
                f"{plain!r} and {first.text.plain!r} differ in nothing but capitals or emphasis",
                "is one of the two a slip? If both are meant, pupils need sharp eyes",
                related=(Related("the other one", first.text.span),),
            )
        elif first.is_key == candidate.is_key:
            yield DUPLICATE_OPTION.at(
                candidate.text.span,
                f"{plain!r} is here twice",
                "change one of the two, or remove it",
                related=(Related("first here", first.text.span),),
            )
        else:
            yield KEY_AMONG_DISTRACTORS.at(
                candidate.text.span,
                f"{plain!r} is a right answer and a distractor at once",
                "remove it from one of the two lists",
                related=(Related("the right answer", first.text.span),),
            )


DUPLICATE_OPTION = StructureCheck(
    name="duplicate-option",
    severity=Severity.ERROR,
    doc="""
    The same words stand twice among the answers to choose, match or order. Emphasis and spaces make
    no difference. Change one of the two, or remove it.
    """,
    further=(OPTIONS_DIFFER_IN_CASE, KEY_AMONG_DISTRACTORS),
    find=find,
    of_items=True,
)
