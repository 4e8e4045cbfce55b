"""Each field of an interaction changes an exported file or its losses, or is declared unused."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any, get_args

import pytest
from support.paths import ROOT

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank, Topic
from quizgen.model.item import (
    Choice,
    Criterion,
    Event,
    ExtendedText,
    GapFill,
    Interaction,
    Item,
    Match,
    Numeric,
    Option,
    OptionMark,
    Order,
    Proof,
    Reveal,
    TextEntry,
    Word,
)
from quizgen.model.text import Gap, Style, Text
from quizgen.writers.exporting.base import Export, ExportFormat
from quizgen.writers.exporting.fidelity import TYPES, fidelity_table
from quizgen.writers.exporting.formats import FORMATS


def _t(word: str) -> Text:
    return Text((word,))


ONE, TWO, THREE, FOUR = map(_t, ("one", "two", "three", "four"))
RIGHT, WRONG = Option(ONE, is_key=True), Option(TWO, is_key=False)
CHOICE = Choice((RIGHT, WRONG, Option(THREE, is_key=False)))
GAP = Gap(1, ONE)
MATCH = Match((ONE, TWO, THREE), (ONE, TWO, THREE), (0, 1, 2))
EVENTS = (Event(ONE), Event(TWO), Event(THREE))


def _option(**change: Any) -> Choice:
    return Choice((RIGHT._replace(**change), *CHOICE.options[1:]))


def _event(**change: Any) -> Order:
    return Order((EVENTS[0]._replace(**change), *EVENTS[1:]))


def _gap(**change: Any) -> GapFill:
    return GapFill(("a ", dataclasses.replace(GAP, **change), Gap(2, TWO)))


NUMERIC = Numeric(Decimal(4), "4")
ESSAY = ExtendedText(ONE, (Criterion(TWO, 1),))
PROOF = Proof(FOUR)

CHANGES: dict[str, tuple[Interaction, Interaction]] = {
    "Reveal.back": (Reveal(ONE), Reveal(TWO)),
    "Reveal.reversed": (Reveal(ONE), Reveal(ONE, reversed=True)),
    "Choice.options": (CHOICE, Choice(CHOICE.options[:2])),
    "Choice.fixed": (CHOICE, dataclasses.replace(CHOICE, fixed=True)),
    "Choice.mark": (Choice((RIGHT, WRONG)), Choice((RIGHT, WRONG), mark=OptionMark.BOX)),
    "Option.text": (CHOICE, _option(text=FOUR)),
    "Option.is_key": (CHOICE, Choice((WRONG, RIGHT, *CHOICE.options[2:]))),
    "Option.rationale": (CHOICE, _option(rationale=FOUR)),
    "Option.pinned": (CHOICE, _option(pinned=True)),
    "TextEntry.answer": (TextEntry(ONE), TextEntry(TWO)),
    "TextEntry.accepted": (TextEntry(ONE), TextEntry(ONE, (TWO,))),
    "TextEntry.exact_case": (TextEntry(ONE), TextEntry(ONE, exact_case=True)),
    "GapFill.parts": (_gap(), GapFill(("b ", GAP, Gap(2, TWO)))),
    "Gap.number": (_gap(), _gap(number=2)),
    "Gap.answer": (_gap(), _gap(answer=FOUR)),
    "Gap.hint": (_gap(), _gap(hint=FOUR)),
    "Gap.style": (_gap(), _gap(style=Style.STRONG)),
    "Numeric.value": (NUMERIC, dataclasses.replace(NUMERIC, value=Decimal(5))),
    "Numeric.written": (NUMERIC, dataclasses.replace(NUMERIC, written="4.0")),
    "Numeric.tolerance": (NUMERIC, dataclasses.replace(NUMERIC, tolerance=Decimal("0.5"))),
    "Numeric.unit": (NUMERIC, dataclasses.replace(NUMERIC, unit=ONE)),
    "Numeric.decimal_sign": (NUMERIC, dataclasses.replace(NUMERIC, decimal_sign=",")),
    "Match.premises": (MATCH, dataclasses.replace(MATCH, premises=(FOUR, TWO, THREE))),
    "Match.responses": (MATCH, dataclasses.replace(MATCH, responses=(ONE, TWO, THREE, FOUR))),
    "Match.key": (MATCH, dataclasses.replace(MATCH, key=(1, 0, 2))),
    "Match.proofs": (MATCH, dataclasses.replace(MATCH, proofs=(PROOF, Proof(), Proof()))),
    "Order.events": (Order(EVENTS), Order(EVENTS[::-1])),
    "Event.text": (Order(EVENTS), _event(text=FOUR)),
    "Event.date": (Order(EVENTS), _event(date="1945")),
    "Event.proof": (Order(EVENTS), _event(proof=PROOF)),
    "Proof.explain": (Order(EVENTS), _event(proof=PROOF)),
    "ExtendedText.answer": (ESSAY, dataclasses.replace(ESSAY, answer=FOUR)),
    "ExtendedText.rubric": (ESSAY, dataclasses.replace(ESSAY, rubric=())),
    "ExtendedText.lines": (ESSAY, dataclasses.replace(ESSAY, lines=3)),
    "Criterion.text": (ESSAY, ExtendedText(ONE, (Criterion(FOUR, 1),))),
    "Criterion.points": (ESSAY, ExtendedText(ONE, (Criterion(TWO, 7),))),
}
OF_THE_ITEM = {"Proof.evidence"}
"""Fields that the item has again: the evidence of a proof is among the item's own."""

PLAIN = Item(Word("q"), "any", "people", _t("What?"), CHOICE)
ITEM_CHANGES: dict[str, Any] = {
    "stem": _t("Which?"),
    "explain": FOUR,
    "evidence": (FOUR,),
    "references": (FOUR,),
    "tags": (Word("river"),),
    "points": 3,
    "topic": "goals",
}


def exported(format: ExportFormat, item: Item) -> tuple[object, ...]:
    """The bytes and losses of a file with `item` alone."""
    bank = Bank("talks", _t("Talks"), "en", (Topic("people", _t("People"), (item,)),))
    return format.render(Export("all", format, (Question(1, item),)), bank)


def _fields(kind: type) -> list[str]:
    names = (
        [field.name for field in dataclasses.fields(kind)]
        if dataclasses.is_dataclass(kind)
        else list(kind._fields)  # type: ignore[attr-defined]
    )
    return [f"{kind.__name__}.{name}" for name in names]


def test_the_changes_name_every_field_of_every_interaction() -> None:
    kinds = [*get_args(Interaction), Option, Gap, Event, Proof, Criterion]
    assert {name for kind in kinds for name in _fields(kind)} == {*CHANGES, *OF_THE_ITEM}


@pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.name)
@pytest.mark.parametrize("name", CHANGES)
def test_a_field_shows_or_is_declared_unused(format: ExportFormat, name: str) -> None:
    before, after = (
        exported(format, dataclasses.replace(PLAIN, interaction=one)) for one in CHANGES[name]
    )
    assert (before == after) == (name in format.unused)


@pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.name)
@pytest.mark.parametrize("name", ITEM_CHANGES)
def test_what_an_item_says_beside_its_task_shows(format: ExportFormat, name: str) -> None:
    changed = dataclasses.replace(PLAIN, **{name: ITEM_CHANGES[name]})
    assert exported(format, PLAIN) != exported(format, changed)


@pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.name)
def test_a_format_says_what_becomes_of_each_interaction(format: ExportFormat) -> None:
    names = {kind.__name__ for kind in get_args(Interaction)}
    assert set(format.fidelity) == names == set(TYPES)
    assert set(format.unused) <= set(CHANGES)


def test_the_page_has_the_table_of_the_declarations() -> None:
    page = (ROOT / "docs/exporting.md").read_text(encoding="utf-8")
    assert fidelity_table() in page
