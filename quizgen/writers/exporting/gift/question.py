"""An item as one or several entries of a GIFT file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import assert_never

from quizgen.model.assessment import Question
from quizgen.model.decimals import short_digits
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    Option,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.text import Gap, Text
from quizgen.writers.exporting.gift.escaping import (
    HTML,
    escaped,
    escaped_on_one_line,
    html,
    plain_answer,
)
from quizgen.writers.exporting.gift.losses import MAX_KEYS, MIN_PAIRS, unsayable_answer
from quizgen.writers.exporting.item_html import (
    case_markup,
    feedback,
    marked,
    order_feedback,
    proofs,
)
from quizgen.writers.shared.language import in_language

BLANK = "_____"
"""As Moodle shows the place of a missing word."""


def entries(question: Question, language: str) -> Iterator[str]:
    """Yield the entries of `question`; none where GIFT cannot write its answer."""
    item = question.item
    if unsayable_answer(item) is not None:
        return
    bodies = list(_bodies(item, question.order))
    for number, (stem, answers, extra) in enumerate(bodies, 1):
        name = item.name if len(bodies) == 1 else f"{item.name}.{number}"
        markup = in_language(case_markup(item, HTML) + stem, language)
        explanation = "<br>".join(filter(None, (*extra, *feedback(item, HTML))))
        feedback_markup = (
            f"####[html]{escaped(in_language(explanation, language))}" if explanation else ""
        )
        inside = (
            "\n".join((*answers, feedback_markup)).strip("\n") if answers or feedback_markup else ""
        )
        lines = f"\n{inside}\n" if answers else inside
        yield f"{_about(item, name)}\n::{escaped(name)}::[html]{escaped(markup)} {{{lines}}}"


def _about(item: Item, name: str) -> str:
    """Return the comment in which Moodle finds the id and the tags."""
    tags = [tag.value for tag in item.tags]
    if item.difficulty:
        tags.append(item.difficulty.value)
    marks = [f"[id:{name}]", *(f"[tag:{tag}]" for tag in map(_in_brackets, tags))]
    return f"// {' '.join(marks)}"


def _in_brackets(tag: str) -> str:
    return tag.replace("\\", "\\\\").replace("]", "\\]")


_Body = tuple[str, list[str], list[str]]
"""The HTML of a stem, lines of answers, and lines of HTML that are shown with the answer."""


def _bodies(item: Item, order: tuple[int, ...]) -> Iterator[_Body]:
    stem = html(item.stem)
    match item.interaction:
        case Reveal(back=back):
            yield stem, [f"={plain_answer(back.plain)}"], [html(back)]
        case Choice() as choice:
            yield stem, list(_choice(choice, order)), []
        case TextEntry(answer=answer, accepted=accepted):
            yield stem, [f"={plain_answer(one.plain)}" for one in (answer, *accepted)], []
        case Numeric(value=value, tolerance=tolerance, unit=unit):
            if unit:
                stem = f'{stem} (<span class="unit">{html(unit)}</span>)'
            yield stem, [f"#{_number(value)}:{_number(tolerance)}"], []
        case GapFill() as gap_fill:
            yield from _gaps(stem, gap_fill)
        case Match() as match:
            yield from _match(stem, match, order)
        case Order() as task:
            yield from _order(stem, task, order)
        case ExtendedText(answer=answer, rubric=rubric):
            points = (f"{criterion.points}: {html(criterion.text)}" for criterion in rubric)
            lines = [marked("model", html(answer)), *(marked("rubric", line) for line in points)]
            yield stem, [], lines
        case _:
            assert_never(item.interaction)


def _number(value: Decimal) -> str:
    return short_digits(value)


def _choice(choice: Choice, order: tuple[int, ...]) -> Iterator[str]:
    keys, wrong = len(choice.keys), len(choice.options) - len(choice.keys)
    if choice.is_true_false:
        right = "TRUE" if choice.options[0].is_key else "FALSE"
        yield right + "".join(_rationale(option.rationale) for option in _wrong_first(choice))
        return
    for index in order or range(len(choice.options)):
        option = choice.options[index]
        if keys == 1:
            mark = "=" if option.is_key else "~"
        elif option.is_key:
            mark = f"~%{_share(keys)}%"
        else:
            mark = f"~%-{_share(wrong)}%"
        yield f"{mark}[html]{escaped(html(option.text))}{_rationale(option.rationale)}"


def _wrong_first(choice: Choice) -> Iterable[Option]:
    """Return the two options as GIFT wants their feedback, if any of them has some."""
    options = sorted(choice.options, key=lambda option: option.is_key)
    return options if any(option.rationale for option in options) else ()


def _share(count: int) -> str:
    """Return a `count`-th of 100, or a tenth, with the five places that Moodle compares."""
    return f"{100 / min(count, MAX_KEYS):.5f}".rstrip("0").rstrip(".")


def _rationale(text: Text | None) -> str:
    return f"#[html]{escaped(html(text))}" if text else ""


def _gaps(stem: str, gap_fill: GapFill) -> Iterator[_Body]:
    """Yield a question for each number; gaps of other numbers are filled in, as on a card."""
    for number in sorted({gap.number for gap in gap_fill.gaps}):
        gaps = [gap for gap in gap_fill.gaps if gap.number == number]
        text = "".join(
            (_blank(piece) if piece.number == number else html(piece.answer))
            if isinstance(piece, Gap)
            else piece
            for piece in HTML.pieces(gap_fill.parts)
        )
        whole = [html(gap.answer) for gap in gaps] if len(gaps) > 1 else []
        answer = f"={plain_answer(gaps[0].answer.plain)}"
        yield "<br>".join(filter(None, (stem, text))), [answer], whole


def _blank(gap: Gap) -> str:
    return f"{BLANK} ({html(gap.hint)})" if gap.hint else BLANK


def _match(stem: str, match: Match, order: tuple[int, ...]) -> Iterator[_Body]:
    order = order or tuple(range(len(match.responses)))
    extra_lines = list(proofs(match.premises, match.proofs, HTML))
    if len(match.premises) >= MIN_PAIRS:
        keyed = zip(match.premises, match.key, strict=True)
        pairs = [(html(premise), match.responses[index]) for premise, index in keyed]
        extra = [("", match.responses[i]) for i in order if i not in match.key]
        yield stem, [_pair(left, right.plain) for left, right in (*pairs, *extra)], extra_lines
        return
    for premise, key in zip(match.premises, match.key, strict=True):
        options = [
            f"{'=' if index == key else '~'}[html]{escaped(html(match.responses[index]))}"
            for index in order
        ]
        yield f"{stem}<br>{html(premise)}", options, extra_lines


def _pair(left: str, right: str) -> str:
    right = escaped_on_one_line(right)
    return f"=[html]{escaped(left)} -> {right}" if left else f"= -> {right}"


def _order(stem: str, task: Order, order: tuple[int, ...]) -> Iterator[_Body]:
    events = task.events
    display_order = order or tuple(range(len(events)))
    extra = list(order_feedback(task, HTML))
    if len(events) >= MIN_PAIRS:
        yield stem, [_pair(html(events[i].text), str(i + 1)) for i in display_order], extra
        return
    for index in display_order:
        places = [f"{'=' if place == index else '~'}{place + 1}" for place in range(len(events))]
        yield f"{stem}<br>{html(events[index].text)}", places, extra
