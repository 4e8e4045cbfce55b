"""The blocks of an answer key: the answer to each question, and what explains it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.hints import hints_of_parts
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Match,
    Numeric,
    Order,
    Proof,
    Reveal,
    TextEntry,
)
from quizgen.model.text import Run, Text
from quizgen.model.translations import Translations
from quizgen.writers.exporting.item_html import by_section
from quizgen.writers.exporting.sheets.blocks import (
    SheetBlock,
    SheetNote,
    SheetQuestion,
    SheetTitle,
    letter,
)


def answer_key(questions: Sequence[Question], bank: Bank) -> Iterator[SheetBlock]:
    """Yield the blocks of the key of a worksheet with `questions` of `bank`."""
    words = Translations(bank.language)
    before, after = words.key_title
    yield SheetTitle((before, *bank.title.runs, after), 0)
    number = 0
    for topic, of_topic in by_section(questions, bank):
        yield SheetTitle((topic,), 1)
        for question in of_topic:
            number += 1
            first, *rest = _answers(question, words)
            notes = [SheetNote(tuple(runs)) for runs in rest]
            notes += [SheetNote(tuple(runs), quiet=True) for runs in _notes(question, words)]
            yield SheetQuestion(number, tuple(first), tuple(notes))


def _answers(question: Question, words: Translations) -> Iterator[Sequence[Run]]:
    """Yield the lines of the answer to `question`."""
    order = question.order
    match question.item.interaction:
        case Reveal(back=back):
            yield back.runs
        case Choice() as choice:
            yield from _keys(choice, order)
        case TextEntry(answer=answer, accepted=accepted):
            yield answer.runs
            yield from (_around(words.also_accept, _joined(accepted)),) if accepted else ()
        case GapFill(gaps=gaps):
            yield from ((f"{n}: ", *gap.answer.runs) for n, gap in enumerate(gaps, 1))
        case Numeric() as task:
            margin = f" ± {task.written_tolerance}" if task.tolerance else ""
            unit = (" ", *task.unit.runs) if task.unit else ()
            yield (f"{task.written}{margin}", *unit)
        case Match() as match:
            yield from _pairs(match, order)
        case Order(events=events):
            for number, event in enumerate(events, 1):
                date = f" ({event.date})" if event.date else ""
                yield _around((f"{number}. ", date), event.text.runs)
        case ExtendedText(answer=answer, rubric=rubric):
            yield answer.runs
            yield from ((*one.text.runs, f" ({words.points(one.points)})") for one in rubric)
        case _:
            assert_never(question.item.interaction)


def _pairs(match: Match, order: tuple[int, ...]) -> Iterator[Sequence[Run]]:
    places = list(order or range(len(match.responses)))
    for number, (premise, right) in enumerate(zip(match.premises, match.key, strict=True), 1):
        mark = letter(places.index(right))
        yield (f"{number}. ", *premise.runs, f" – {mark}. ", *match.responses[right].runs)


def _keys(choice: Choice, order: tuple[int, ...]) -> Iterator[Sequence[Run]]:
    for place, index in enumerate(order or range(len(choice.options))):
        option = choice.options[index]
        if option.is_key:
            mark = "" if choice.is_true_false else f"{letter(place)}. "
            yield (mark, *option.text.runs) if mark else option.text.runs


def _notes(question: Question, words: Translations) -> Iterator[Sequence[Run]]:
    """Yield the lines that explain the answer to `question`."""
    item = question.item
    if item.explain:
        yield item.explain.runs
    yield from _reasons(question)
    for quote in item.evidence:
        yield ("“", *quote.runs, "”")
    for reference in item.references:
        yield _around(words.source, reference.runs)
    if item.hint:
        yield _around(words.hint_below, item.hint.runs)
    for part, hint in hints_of_parts(item.interaction):
        yield _around(words.hint_below, (*part.runs, " – ", *hint.runs))


def _reasons(question: Question) -> Iterator[Sequence[Run]]:
    """Yield the rationales of options, and what explains single pairs or parts."""
    match question.item.interaction:
        case Choice(options=options):
            for place, index in enumerate(question.order or range(len(options))):
                reason = options[index].rationale
                if reason:
                    yield (f"{letter(place)}. ", *reason.runs)
        case Match(premises=premises, proofs=proofs):
            yield from _proved(zip(premises, proofs, strict=False))
        case Order(events=events):
            yield from _proved((event.text, event.proof) for event in events)
        case _:
            return


def _proved(parts: Iterable[tuple[Text, Proof]]) -> Iterator[Sequence[Run]]:
    for text, proof in parts:
        if proof.explain:
            yield (*text.runs, ": ", *proof.explain.runs)


def _around(frame: tuple[str, str], runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return `runs` inside the two parts of `frame`."""
    return tuple(run for run in (frame[0], *runs, frame[1]) if run != "")


def _joined(texts: Sequence[Text]) -> tuple[Run, ...]:
    """Return the runs of `texts` with commas between them."""
    runs: list[Run] = []
    for text in texts:
        runs += [", ", *text.runs] if runs else text.runs
    return tuple(runs)
