"""Questions as lines of Blackboard's upload."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
from quizgen.model.loss import Loss
from quizgen.model.text import Text
from quizgen.model.text.html import HtmlText, escape_characters
from quizgen.writers.exporting.base import Export, Rendered
from quizgen.writers.exporting.beside import (
    Beside,
    losses_beside,
    lost_gap_numbers,
    lost_topics,
)
from quizgen.writers.exporting.item_html import marked
from quizgen.writers.exporting.plain_lines import is_styled, on_a_line

MAX_ROWS = 500
"""Questions that Blackboard takes in one file."""

LACKS = frozenset(Beside) - {Beside.STYLE}


def _without_brackets(text: str) -> str:
    """Return `text` as HTML in which no brackets are taken for the name of a blank."""
    return escape_characters(text).replace("[", "&#91;").replace("]", "&#93;")


HTML, GAP_HTML = HtmlText(), HtmlText(_without_brackets)
_CODE = re.compile("<pre><code>(.*?)</code></pre>", re.DOTALL)


def render(export: Export, bank: Bank) -> Rendered:
    """Return the lines of `export`, and what is lost of its questions."""
    rows: list[str] = []
    losses = list(lost_topics(export.questions, "an upload to Blackboard"))
    for question in export.questions:
        item = question.item
        if len(rows) == MAX_ROWS:
            why = f"Blackboard takes {MAX_ROWS} in a file; choose them in several exports"
            losses.append(Loss(item.id, "the question", why))
            continue
        rows.append("\t".join(_on_one_line(cell) for cell in _cells(question)))
        losses += losses_beside(item, LACKS, "an upload to Blackboard")
        losses += (Loss(item.id, what, why) for what, why in _of_task(item))
    text = "".join(f"{row}\r\n" for row in rows)
    return Rendered(text.encode("utf-8", errors="replace"), tuple(losses))


def _on_one_line(cell: str) -> str:
    """Return the HTML of `cell` on one line, in which the lines of code are still lines."""
    return " ".join(_CODE.sub(_code, cell).split())


def _code(block: re.Match[str]) -> str:
    lines = block[1].expandtabs(4).replace(" ", "&nbsp;").splitlines()
    return f"<pre><code>{'<br>'.join(lines)}</code></pre>"


def _plain(text: Text) -> str:
    return escape_characters(on_a_line(text))


def _cells(question: Question) -> Iterator[str]:
    """Yield the cells of `question`: its type, its text, and what the type wants."""
    item, order = question.item, question.order
    stem = (f"{HTML.text(item.case_stem)}<br>" if item.case_stem else "") + HTML.text(item.stem)
    match item.interaction:
        case Reveal(back=back):
            yield from ("FIB", stem, _plain(back))
        case Choice() as choice:
            yield from _choice(choice, stem, order)
        case TextEntry(answer=answer, accepted=accepted):
            yield from ("FIB", stem, *(_plain(text) for text in (answer, *accepted)))
        case GapFill() as gap_fill:
            yield from _gaps(item, gap_fill)
        case Numeric(value=value, tolerance=tolerance, unit=unit):
            about = f"{stem} ({marked('unit', HTML.text(unit))})" if unit else stem
            yield from ("NUM", about, short_digits(value), short_digits(tolerance))
        case Match(premises=premises, responses=responses, key=key):
            yield from ("MAT", stem)
            for premise, right in zip(premises, key, strict=True):
                yield from (HTML.text(premise), HTML.text(responses[right]))
        case Order(events=events):
            yield from ("ORD", stem, *(HTML.text(event.text) for event in events))
        case ExtendedText(answer=answer, rubric=rubric):
            points = (f"{marked('points', str(c.points))}: {HTML.text(c.text)}" for c in rubric)
            yield from ("ESS", stem, "<br>".join((HTML.text(answer), *points)))
        case _:
            assert_never(item.interaction)


def _choice(choice: Choice, stem: str, order: tuple[int, ...]) -> Iterator[str]:
    if choice.is_true_false:
        yield from ("TF", stem, "true" if choice.options[0].is_key else "false")
        return
    yield from ("MC" if len(choice.keys) == 1 else "MA", stem)
    for index in order or range(len(choice.options)):
        option = choice.options[index]
        yield from (HTML.text(option.text), "correct" if option.is_key else "incorrect")


def _gaps(item: Item, gap_fill: GapFill) -> Iterator[str]:
    """Yield the cells of a text with blanks, whose names stand in brackets."""
    case = f"{GAP_HTML.text(item.case_stem)}<br>" if item.case_stem else ""
    parts = [case, f"{GAP_HTML.text(item.stem)} " if item.stem.runs else ""]
    number = 0
    for piece in GAP_HTML.pieces(gap_fill.parts):
        if isinstance(piece, str):
            parts.append(piece)
            continue
        number += 1
        hint = f" {marked('hint', f'({GAP_HTML.text(piece.hint)})')}" if piece.hint else ""
        parts.append(f"[blank{number}]{hint}")
    yield from ("FIB_PLUS", "".join(parts))
    for place, gap in enumerate(gap_fill.gaps, 1):
        if place > 1:
            yield ""
        yield from (f"blank{place}", _plain(gap.answer))


def _of_task(item: Item) -> Iterator[tuple[str, str]]:
    match item.interaction:
        case Reveal(back=back, reversed=reversed):
            yield "the flashcard", "Blackboard has none; it becomes an answer to type"
            if reversed:
                yield "the way from back to front", "an answer is asked in one direction"
            yield from _style("an answer", back)
        case Choice() as choice:
            yield from _of_choice(choice)
        case TextEntry(answer=answer, accepted=accepted, exact_case=exact_case):
            if exact_case:
                yield "the weight of capitals", "an upload cannot set it"
            yield from _style("an answer", answer, *accepted)
        case GapFill(gaps=gaps) as gap_fill:
            yield from lost_gap_numbers(gap_fill, "Blackboard")
            yield from _style("an answer", *(gap.answer for gap in gaps))
            yield from (("the style of a gap", "a blank is plain"),) * any(g.style for g in gaps)
        case Match() as match:
            yield from _of_match(match)
        case Order(events=events):
            if any(event.date or event.proof.explain for event in events):
                yield "what explains a part", "an upload has no feedback"
        case Numeric() | ExtendedText():
            return
        case _:
            assert_never(item.interaction)


def _of_choice(choice: Choice) -> Iterator[tuple[str, str]]:
    pinned = any(option.pinned for option in choice.options)
    if not choice.is_true_false and (choice.fixed or pinned):
        yield "the order of the options", "a test that shuffles them shuffles all"


def _of_match(match: Match) -> Iterator[tuple[str, str]]:
    if set(range(len(match.responses))) - set(match.key):
        yield "what belongs to nothing", "an upload has pairs alone"
    if any(proof.explain for proof in match.proofs):
        yield "what explains a pair", "an upload has no feedback"


def _style(what: str, *texts: Text) -> Iterator[tuple[str, str]]:
    if is_styled(texts):
        yield f"the style of {what}", "it is typed as plain characters"
