"""Each field of an interaction, changed alone, in an exported file."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank, Media, Topic
from quizgen.model.case import Case
from quizgen.model.item import (
    Choice,
    Criterion,
    Difficulty,
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
from quizgen.model.text import Gap, Image, Math, Sound, Style, Styled, Text
from quizgen.writers.exporting.base import Export, ExportFormat, Rendered
from support.pixels import PNG


def _t(word: str) -> Text:
    return Text((word,))


ONE, TWO, THREE, FOUR = map(_t, ("one", "two", "three", "four"))
RIGHT, WRONG = Option(ONE, is_key=True), Option(TWO, is_key=False)
CHOICE = Choice((RIGHT, WRONG, Option(THREE, is_key=False)))
GAP = Gap(1, ONE)
MATCH = Match((ONE, TWO, THREE), (ONE, TWO, THREE), (0, 1, 2))
EVENTS = (Event(ONE), Event(TWO), Event(THREE))


def _turned(option: Option) -> Option:
    """Return `option`, wrong if it was right and the reverse."""
    return option._replace(is_key=not option.is_key)


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
    "Option.is_key": (CHOICE, Choice((_turned(RIGHT), _turned(WRONG), *CHOICE.options[2:]))),
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
    "Match.hints": (MATCH, dataclasses.replace(MATCH, hints=(FOUR, None, None))),
    "Order.events": (Order(EVENTS), Order(EVENTS[::-1])),
    "Event.text": (Order(EVENTS), _event(text=FOUR)),
    "Event.date": (Order(EVENTS), _event(date="1945")),
    "Event.proof": (Order(EVENTS), _event(proof=PROOF)),
    "Event.hint": (Order(EVENTS), _event(hint=FOUR)),
    "Proof.explain": (Order(EVENTS), _event(proof=PROOF)),
    "ExtendedText.answer": (ESSAY, dataclasses.replace(ESSAY, answer=FOUR)),
    "ExtendedText.rubric": (ESSAY, dataclasses.replace(ESSAY, rubric=())),
    "ExtendedText.lines": (ESSAY, dataclasses.replace(ESSAY, lines=3)),
    "Criterion.text": (ESSAY, ExtendedText(ONE, (Criterion(FOUR, 1),))),
    "Criterion.points": (ESSAY, ExtendedText(ONE, (Criterion(TWO, 7),))),
}
OF_THE_ITEM = {"Proof.evidence"}
"""Fields that the item has again: the evidence of a proof is among the item's own."""

ITEM_CHANGES: dict[str, Any] = {
    "stem": Text(("Which?",)),
    "difficulty": Difficulty.HARD,
    "hint": FOUR,
    "speaks": True,
    "is_bonus": True,
    "case": Case(Word("town"), FOUR),
    "explain": FOUR,
    "evidence": (FOUR,),
    "references": (FOUR,),
    "tags": (Word("river"),),
    "points": 3,
    "topic": "goals",
}
ALWAYS_LOST = {"points": "the number of points", "stem": "the question over the pairs"}
"""The words of a loss that is told whatever the value of the field is."""
MARKS: dict[str, Any] = {
    "a picture": Image("map.png", "a map"),
    "a sound": Sound("word.mp3", "the word"),
    "a link": Styled("seen", Style(0), "https://example.org"),
    "emphasis": Styled("seen", Style.EMPHASIS),
    "a formula": Math("x^2"),
}
"""What a text may hold besides characters."""
OTHERS = (
    Item(Word("other-card"), "flashcard", "people", _t("Front?"), Reveal(_t("five"))),
    Item(Word("other-answer"), "short_answer", "people", _t("Which?"), TextEntry(_t("six"))),
)
"""Questions that stay as they are: games take wrong answers from these."""
PLAIN = Item(Word("q"), "any", "people", _t("What?"), CHOICE)


def exported(
    format: ExportFormat, item: Item, media: Mapping[str, Media] | None = None
) -> Rendered:
    """The bytes and losses of a file with `item` and `OTHERS`, from a bank with `media`."""
    items = (item, *OTHERS)
    topics = (Topic("people", _t("People"), items),)
    bank = Bank("talks", _t("Talks"), "en", topics, media=media or {})
    questions = tuple(Question(number, one) for number, one in enumerate(items, 1))
    return format.render(Export("all", format, questions), bank)


def characters(content: bytes) -> str:
    """All characters of an exported file, those of the files in an archive among them."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(content)) as inside:
        files = [inside.read(name) for name in inside.namelist()]
    return "\n".join(file.decode("utf-8", "replace") for file in files)


def assert_field_shows_or_is_declared(format: ExportFormat, name: str) -> None:
    """Fail if the change of the field `name` shows in no file and no loss, and is not declared."""
    before, after = (
        exported(format, dataclasses.replace(PLAIN, interaction=one)) for one in CHANGES[name]
    )
    assert (before == after) == (name in format.unused)


def assert_nothing_beside_is_dropped(format: ExportFormat, task: Item) -> None:
    """Fail if what `task` has beside its interaction shows in no file and no loss."""
    item = dataclasses.replace(task, topic="people")
    before = exported(format, item)
    if any(loss.what == "the question" for loss in before.losses):
        return  # left out as a whole, and told
    told = {loss.what for loss in before.losses}
    silent = {
        name
        for name, value in ITEM_CHANGES.items()
        if exported(format, dataclasses.replace(item, **{name: value})) == before
        and ALWAYS_LOST.get(name) not in told
    }
    assert silent == {name for name in ITEM_CHANGES if f"Item.{name}" in format.unused}


def assert_mark_shows_or_is_told(format: ExportFormat, mark: str) -> None:
    """Fail if `mark`, one of `MARKS`, in a question is to a file what its words alone are."""
    media = {name: Media(name, PNG) for name in ("map.png", "word.mp3")}
    bare = dataclasses.replace(PLAIN, stem=Text(("See ", Text((MARKS[mark],)).plain)))
    item = dataclasses.replace(PLAIN, stem=Text(("See ", MARKS[mark])))
    assert exported(format, item, media) != exported(format, bare, media)
