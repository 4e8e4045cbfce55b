"""Questions as lines of a term, a tab and a definition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
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
from quizgen.model.loss import Loss
from quizgen.model.text import Gap, Text, filled
from quizgen.writers.exporting.base import Export, Rendered
from quizgen.writers.exporting.beside import Beside, losses_beside, lost_topics
from quizgen.writers.exporting.plain_lines import on_a_line

LACKS = frozenset(Beside)


def render(export: Export, bank: Bank) -> Rendered:
    """Return the lines of `export`, and what is lost of its questions."""
    lines = [
        f"{term}\t{definition}"
        for question in export.questions
        for term, definition in _cards(question)
    ]
    losses = list(lost_topics(export.questions, "Quizlet"))
    losses += (loss for question in export.questions for loss in _losses(question.item))
    text = "".join(f"{line}\n" for line in lines)
    return Rendered(text.encode("utf-8", errors="replace"), tuple(losses))


def _cards(question: Question) -> Iterator[tuple[str, str]]:
    """Yield the cards of `question`: their terms and definitions."""
    item = question.item
    stem = " ".join(filter(None, (on_a_line(item.case_stem), on_a_line(item.stem))))
    match item.interaction:
        case Reveal(back=back):
            yield stem, on_a_line(back)
        case Choice(is_true_false=is_true_false, options=options, keys=keys):
            listed = [on_a_line(options[i].text) for i in question.order or range(len(options))]
            right = " / ".join(on_a_line(option.text) for option in keys)
            yield (stem if is_true_false else f"{stem} ({' / '.join(listed)})"), right
        case TextEntry(answer=answer, accepted=accepted):
            yield stem, " / ".join(on_a_line(text) for text in (answer, *accepted))
        case GapFill() as gap_fill:
            answers = " / ".join(on_a_line(gap.answer) for gap in gap_fill.gaps)
            yield f"{stem} {_with_blanks(gap_fill)}".strip(), answers
        case Numeric() as task:
            margin = f" ± {task.written_tolerance}" if task.tolerance else ""
            unit = f" {on_a_line(task.unit)}" if task.unit else ""
            yield stem, f"{task.written}{margin}{unit}"
        case Match(premises=premises, responses=responses, key=key):
            for premise, right_one in zip(premises, key, strict=True):
                yield on_a_line(premise), on_a_line(responses[right_one])
        case Order():
            return
        case ExtendedText(answer=answer, rubric=rubric):
            points = (f"{one.points}: {on_a_line(one.text)}" for one in rubric)
            yield stem, " / ".join((on_a_line(answer), *points))
        case _:
            assert_never(item.interaction)


def _with_blanks(gap_fill: GapFill) -> str:
    return on_a_line(Text(filled(gap_fill.parts, lambda gap: (_blank(gap),))))


def _blank(gap: Gap) -> str:
    return f"_____ ({on_a_line(gap.hint)})" if gap.hint else "_____"


def _losses(item: Item) -> Iterator[Loss]:
    if isinstance(item.interaction, Order):
        yield Loss(item.id, "the question", "Quizlet has no orders")
        return
    yield from losses_beside(item, LACKS, "Quizlet")
    match item.interaction:
        case Choice():
            yield Loss(item.id, "the choice", "Quizlet has cards; the options stand in the term")
        case GapFill():
            yield Loss(item.id, "the gaps to fill", "Quizlet has cards; the answers stand behind")
        case Numeric():
            yield Loss(item.id, "the number as a task", "Quizlet has cards")
        case Match(responses=responses, key=key, proofs=proofs):
            yield Loss(item.id, "the question over the pairs", "each pair is a card")
            if item.case_stem:
                yield Loss(item.id, "the text of its case", "each pair is a card")
            if set(range(len(responses))) - set(key):
                yield Loss(item.id, "what belongs to nothing", "each pair is a card")
            if any(proof.explain for proof in proofs):
                yield Loss(item.id, "the explanation of a pair", "Quizlet has none")
        case ExtendedText():
            yield Loss(item.id, "the essay as a task", "Quizlet has cards")
        case _:
            return
