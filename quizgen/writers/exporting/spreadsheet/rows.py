"""Questions as rows of a table, with headings that quizgen's import knows.

The words for the type are those of the bank; the import reads lines in a cell by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.decimals import short_digits
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.text import Gap, Text, filled
from quizgen.writers.exporting.plain_lines import lines_of, on_a_line

ARROW = " → "
"""Between the two sides of a pair."""

_FIRST = ("ID", "Topic", "Type", "Question", "Answer")
_LAST = (
    *("Capitals", "Tolerance", "Measured in", "Explanation", "Why right"),
    *(
        "Why each part",
        "Hint",
        "Hint to each part",
        "Quotation",
        "Source",
        "Rubric",
        "Difficulty",
        "Tags",
        "Points",
    ),
)
_WITH_PRESETS = (Match, GapFill, Order, ExtendedText)
"""Tasks that are worth as many points as they have parts, unless a cell says otherwise."""
NONE = "–"
"""The line of a right option without a rationale, beside those of others."""
WRONG, WHY_WRONG = "Wrong", "Why wrong"
MIN_WRONG = 2
"""Columns of wrong answers: the import takes the cells of a single one for a list."""


def table_of(questions: Sequence[Question], bank: Bank) -> list[list[str]]:
    """Return the rows of a table with `questions`, the headings first.

    A column that no question needs is left out.
    """
    titles = {topic.id: on_a_line(topic.title) for topic in bank.topics}
    rows = [dict(_cells(question, titles)) for question in questions]
    used = {heading for row in rows for heading, text in row.items() if text}
    wrong = [name for name in _numbered(WRONG) if name in used]
    if wrong:
        wrong = list(_numbered(WRONG, max(len(wrong), MIN_WRONG)))
    count = next((n for n in range(100, 0, -1) if f"{WHY_WRONG} {n}" in used), 0)
    why = list(_numbered(WHY_WRONG, count))
    headings = [*_FIRST, *wrong, *(name for name in _LAST if name in used)]
    if why:
        place = headings.index("Why right") + 1 if "Why right" in headings else len(headings)
        headings[place:place] = why
    return [headings, *([row.get(name, "") for name in headings] for row in rows)]


def _numbered(heading: str, count: int = 100) -> Iterator[str]:
    return (f"{heading} {number}" for number in range(1, count + 1))


def _cells(question: Question, titles: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the cells of `question`, each with its heading."""
    item = question.item
    about = (lines_of(item.case_stem), lines_of(item.stem), _text_with_gaps(item))
    yield "ID", item.name
    yield "Topic", titles.get(item.topic, item.topic)
    yield "Type", type_of(item)
    yield "Question", "\n\n".join(filter(None, about))
    yield from _task(item, question.order)
    yield "Explanation", lines_of(item.explain)
    yield "Hint", lines_of(item.hint)
    yield from _of_parts(item)
    yield "Quotation", "\n".join(_quoted(on_a_line(quote)) for quote in item.evidence)
    yield "Source", "\n".join(on_a_line(reference) for reference in item.references)
    yield "Difficulty", item.difficulty.value if item.difficulty else ""
    yield "Tags", " ".join(tag.value for tag in item.tags)
    is_preset = item.points == 1 and not isinstance(item.interaction, _WITH_PRESETS)
    yield "Points", "" if is_preset else str(item.points)


def type_of(item: Item) -> str:
    """Return the word for the type of `item` by its task, as the import knows it."""
    match item.interaction:
        case Reveal():
            return "flashcard"
        case Choice(is_true_false=True):
            return "true_false"
        case Choice():
            return "multiple_choice"
        case TextEntry():
            return "short_answer"
        case GapFill():
            return "cloze"
        case Numeric():
            return "numeric"
        case Match():
            return "matching"
        case Order(events=events):
            return "timeline" if any(event.date for event in events) else "ordering"
        case ExtendedText():
            return "essay"
        case _:
            assert_never(item.interaction)


def _task(item: Item, order: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    match item.interaction:
        case Reveal(back=back):
            yield "Answer", lines_of(back)
        case Choice() as choice:
            yield from _choice(choice, order)
        case TextEntry(answer=answer, accepted=accepted, exact_case=exact_case):
            yield "Answer", "\n".join(on_a_line(one) for one in (answer, *accepted))
            yield "Capitals", "exact" if exact_case else ""
        case GapFill(gaps=gaps):
            yield "Answer", "\n".join(dict.fromkeys(on_a_line(gap.answer) for gap in gaps))
        case Numeric() as task:
            yield "Answer", task.written.replace(task.decimal_sign, ".")
            yield "Tolerance", short_digits(task.tolerance) if task.tolerance else ""
            yield "Measured in", on_a_line(task.unit)
        case Match() as task:
            pairs = zip(task.premises, task.key, strict=True)
            lines = (f"{on_a_line(p)}{ARROW}{on_a_line(task.responses[k])}" for p, k in pairs)
            yield "Answer", "\n".join(lines)
            rest = (text for n, text in enumerate(task.responses) if n not in task.key)
            yield from zip(_numbered(WRONG), map(on_a_line, rest), strict=False)
        case Order(events=events):
            dated = ((f"{one.date}: " if one.date else "") + on_a_line(one.text) for one in events)
            yield "Answer", "\n".join(f"{n}. {line}" for n, line in enumerate(dated, 1))
        case ExtendedText(answer=answer, rubric=rubric):
            yield "Answer", lines_of(answer)
            yield "Rubric", "\n".join(f"{one.points}: {on_a_line(one.text)}" for one in rubric)
        case _:
            assert_never(item.interaction)


def _choice(choice: Choice, order: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    if choice.is_true_false:
        yield "Answer", "true" if choice.options[0].is_key else "false"
    else:
        yield "Answer", "\n".join(on_a_line(option.text) for option in choice.keys)
    rationales = [on_a_line(option.rationale) for option in choice.keys]
    if any(rationales):
        yield "Why right", "\n".join(text or NONE for text in rationales)
    displayed = [choice.options[index] for index in order or range(len(choice.options))]
    wrong = [option for option in displayed if not option.is_key]
    if not choice.is_true_false:
        yield from zip(_numbered(WRONG), (on_a_line(o.text) for o in wrong), strict=False)
    yield from zip(_numbered(WHY_WRONG), (on_a_line(o.rationale) for o in wrong), strict=False)


def _text_with_gaps(item: Item) -> str:
    """Return the text of a `GapFill` with its gaps in the notation of the bank, else nothing."""
    if not isinstance(item.interaction, GapFill):
        return ""
    return lines_of(Text(filled(item.interaction.parts, lambda gap: (_gap(gap),))))


def _gap(gap: Gap) -> str:
    hint = f"::{on_a_line(gap.hint)}" if gap.hint else ""
    return f"{{{{c{gap.number}::{on_a_line(gap.answer)}{hint}}}}}"


def _quoted(text: str) -> str:
    """Return `text` in quotation marks, but for one that would seem to be of two quotes then."""
    closes, opens = text.find("”"), text.find("“")
    return text if closes > -1 and not -1 < opens < closes else f"“{text}”"


def _of_parts(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the cells of what explains single pairs or parts of `item`, and of their hints.

    They have a line for each of them.
    """
    match item.interaction:
        case Match(proofs=proofs, hints=hints):
            why = [proof.explain for proof in proofs]
            of_parts = list(hints)
        case Order(events=events):
            why = [event.proof.explain for event in events]
            of_parts = [event.hint for event in events]
        case _:
            return
    for heading, texts in (("Why each part", why), ("Hint to each part", of_parts)):
        if any(texts):
            yield heading, "\n".join(on_a_line(text) or NONE for text in texts)
