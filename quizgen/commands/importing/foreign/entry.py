"""A question of another program's file as the keys of a question in YAML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import assert_never

from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.foreign.entry_parts import (
    DatesOfTimelines,
    NoQuestionError,
    distinct,
    match_values,
    of_parts,
    order_values,
)
from quizgen.commands.importing.option_lists import ListedOption, option_value
from quizgen.model.text import exact_key, parse_text
from quizgen.readers.foreign import (
    ForeignCard,
    ForeignChoice,
    ForeignEssay,
    ForeignGap,
    ForeignGaps,
    ForeignLoss,
    ForeignMatch,
    ForeignNumber,
    ForeignOption,
    ForeignOrder,
    ForeignQuestion,
    ForeignShort,
    html_of,
)
from quizgen.readers.yaml.emit import Value

NO_MODEL_ANSWER = "…"
"""Stands for the model answer of an essay that came without one: a bank wants some."""

MAX_DIGITS = 30
MAX_GAPS = 300


def entry_of(
    question: ForeignQuestion, converter: FieldConverter, dates: DatesOfTimelines
) -> dict[str, Value]:
    """Return the keys of `question` but for its id; `dates` reads those of a timeline.

    Raises:
        NoQuestionError: A bank cannot hold it.
    """
    for reason, what in question.losses:
        converter.lose(reason, what)
    if isinstance(question.task, ForeignGaps):
        values = _gaps(question, question.task, converter)
    else:
        stem = converter.to_blocks(question.stem)
        if not stem:
            raise NoQuestionError("it asks nothing that a reader sees")
        values = _with_task(stem, question, converter, dates)
    texts = [converter.to_blocks(html) for html in question.explain]
    hints = [converter.to_markdown(question.hint)]
    if values["type"] == "ordering":
        texts += of_parts(question, "why", converter)
        hints += of_parts(question, "hint", converter)
    sources = distinct(map(converter.to_markdown, question.references))
    more: dict[str, Value] = {
        "hint": "\\\n".join(filter(None, hints)),
        "explain": "\n\n".join(filter(None, texts)),
        "reference": sources[0] if len(sources) == 1 else sources,
        "difficulty": question.difficulty,
    }
    return {**values, **{key: value for key, value in more.items() if value}}


def _with_task(
    stem: str, question: ForeignQuestion, converter: FieldConverter, dates: DatesOfTimelines
) -> dict[str, Value]:
    match question.task:
        case ForeignChoice() as choice:
            return _choice(stem, choice, converter)
        case ForeignShort() as short:
            return _short(stem, short, converter)
        case ForeignNumber() as number:
            return _number(stem, number, converter)
        case ForeignMatch() as match:
            return match_values(stem, match, question.parts, converter)
        case ForeignOrder(parts):
            return order_values(stem, parts, question.parts, converter, dates)
        case ForeignEssay() as essay:
            return _essay(stem, essay, question.where, converter)
        case ForeignCard(back):
            if not (markdown := converter.to_blocks(back)):
                raise NoQuestionError("no answer is given")
            return {"type": "flashcard", "front": stem, "back": markdown}
        case ForeignGaps():
            raise AssertionError
        case _:
            assert_never(question.task)


def _short(stem: str, short: ForeignShort, converter: FieldConverter) -> dict[str, Value]:
    texts = distinct([converter.to_markdown(html_of(text)) for text in short.answers])
    if not texts:
        raise NoQuestionError("no answer is given")
    values: dict[str, Value] = {"type": "short_answer", "question": stem}
    values["answer"], *others = texts
    if others:
        values["accept"] = others if len(others) > 1 else others[0]
    return {**values, "case": "exact"} if short.exact_case else values


def _number(stem: str, number: ForeignNumber, converter: FieldConverter) -> dict[str, Value]:
    values: dict[str, Value] = {"type": "numeric", "question": stem}
    values["answer"] = _digits(number.value)
    off = _digits(number.tolerance)
    if Decimal(off):
        values["tolerance"] = off.lstrip("-")
    unit = converter.to_markdown(number.unit)
    return {**values, "unit": unit} if unit else values


def _essay(
    stem: str, essay: ForeignEssay, where: str, converter: FieldConverter
) -> dict[str, Value]:
    model = converter.to_blocks(essay.answer)
    if not model:
        converter.lose(ForeignLoss.ESSAY, where)
    values: dict[str, Value] = {"type": "essay", "question": stem}
    values["answer"] = model or NO_MODEL_ANSWER
    rubric = {converter.to_markdown(text): str(points) for text, points in essay.rubric}
    return {**values, "rubric": rubric} if rubric else values


def _choice(stem: str, choice: ForeignChoice, converter: FieldConverter) -> dict[str, Value]:
    if choice.truth is not None:
        truth = "true" if choice.truth else "false"
        return {"type": "true_false", "question": stem, "answer": truth}
    options = list(_options(choice.options, converter))
    keys = [option_value(option) for option in options if option.is_key]
    wrong = [option_value(option) for option in options if not option.is_key]
    if not keys:
        raise NoQuestionError("no option is marked as right")
    if not wrong:
        raise NoQuestionError("it has no wrong option to choose")
    return {
        "type": "multiple_choice",
        "question": stem,
        "answer": keys[0] if len(keys) == 1 else keys,
        "distractors": wrong,
    }


def _options(options: Sequence[ForeignOption], converter: FieldConverter) -> Iterator[ListedOption]:
    """Yield `options` as a bank can hold them, right ones first, each once."""
    seen = set()
    for option in sorted(options, key=lambda option: not option.is_key):
        text = converter.to_blocks(option.text)
        key = _key(text, converter)
        if not text or key in seen:
            converter.lose(ForeignLoss.REPEATED, text or "an empty option")
            continue
        seen.add(key)
        rationale = converter.to_blocks(option.rationale)
        yield ListedOption(text, option.is_key, rationale, option.pinned)


def _key(markdown: str, converter: FieldConverter) -> str:
    """Return what two texts that pupils cannot tell apart have in common."""
    return exact_key(parse_text(markdown, math=converter.math))


def _gaps(
    question: ForeignQuestion, gaps: ForeignGaps, converter: FieldConverter
) -> dict[str, Value]:
    if len(gaps.parts) > 2 * MAX_GAPS:
        raise NoQuestionError(f"it has more than {MAX_GAPS} gaps")
    html, number = _braceless(question.stem), 0
    for part in gaps.parts:
        if isinstance(part, ForeignGap):
            number = part.number or number + 1
            texts = filter(None, (part.answer, part.hint))
            inside = "::".join(_braceless(text).replace("::", "&#58;&#58;") for text in texts)
            html += f"{{{{c{number}::{inside}}}}}"
        else:
            html += _braceless(part)
    text = converter.to_cloze(html)
    if text is None:
        raise NoQuestionError("it has no gap that can be filled, such as {{c1::answer}}")
    return {"type": "cloze", "text": text}


def _braceless(html: str) -> str:
    """Return `html` without braces that would be read as those of a gap."""
    return html.replace("{", "&#123;").replace("}", "&#125;")


def _digits(value: str) -> str:
    """Return the number `value` in digits.

    Raises:
        NoQuestionError: It is none, or has too many digits.
    """
    try:
        number = Decimal(value.strip().replace("−", "-"))
    except InvalidOperation:
        raise NoQuestionError(f"the answer “{value[:40]}” is no number") from None
    if not number.is_finite() or abs(number.adjusted()) > MAX_DIGITS:
        raise NoQuestionError(f"the answer “{value[:40]}” is no number of some digits")
    if len(text := f"{number:f}") > 2 * MAX_DIGITS:
        raise NoQuestionError(f"the answer “{value[:40]}” is no number of some digits")
    return text
