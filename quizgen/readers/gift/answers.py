"""What stands between the braces of a GIFT question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from quizgen.readers.foreign import (
    ForeignChoice,
    ForeignEssay,
    ForeignLoss,
    ForeignMatch,
    ForeignNumber,
    ForeignShort,
    ForeignTask,
)
from quizgen.readers.foreign.choices import (
    WHOLE,
    BadAnswerError,
    Losses,
    WeightedOption,
    choice_of,
    decimal_of,
)
from quizgen.readers.foreign.texts import without_tags
from quizgen.readers.gift.escapes import html_in, plain_of, visible_text

_TRUTH = re.compile(r"\s*(T|TRUE|F|FALSE)\s*(?:#|$)", re.IGNORECASE)
_PART = re.compile(r"([=~])")
_WEIGHT = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
MAX_ANSWERS = 200
"""Answers to one question that are read; a bank holds no more than 100 options of a kind."""

_RANGE = re.compile(r"(.+?)\.\.(.+)", re.DOTALL)


class _Part(NamedTuple):
    """An answer: `weight` is its share in percent, None where the file gives none."""

    mark: str
    weight: Decimal | None
    text: str
    feedback: str

    @property
    def share(self) -> Decimal:
        if self.weight is not None:
            return self.weight
        return WHOLE if self.mark == "=" else Decimal(0)

    @property
    def is_right(self) -> bool:
        return self.share == WHOLE


def task_of(inside: str, style: str, losses: Losses, explain: list[str]) -> ForeignTask:
    """Return the task in `inside`, held as by `held`; `style` is the format of the question.

    `losses` and `explain`, texts to show with the answer, are added to.

    Raises:
        BadAnswerError: It has no right answer.
    """
    text = inside.strip()
    if not text:
        return ForeignEssay()
    if text.startswith("#"):
        return _number(text[1:], losses)
    if "~" in text:
        return _choice(list(_parts(_marked(text, "~"))), style, losses)
    if "=" in text and "->" in text:
        return _match(text, style, losses)
    if truth := _TRUTH.match(text):
        explain += [html for part in text.split("#")[1:] if (html := html_in(part, style))]
        return ForeignChoice((), truth[1].upper().startswith("T"))
    return _short(list(_parts(_marked(text, "="))), losses)


def _marked(text: str, mark: str) -> str:
    """Return `text` with `mark` before an answer that has none, as Moodle takes it."""
    return text if _PART.match(text) else f"{mark}{text}"


def _parts(text: str) -> Iterator[_Part]:
    pieces = _PART.split(text, MAX_ANSWERS + 1)
    if len(pieces) > 2 * MAX_ANSWERS + 1:
        raise BadAnswerError(f"it has more than {MAX_ANSWERS} answers")
    for mark, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        answer, _, feedback = piece.partition("#")
        weight = _WEIGHT.match(answer)
        rest = answer[weight.end() :] if weight else answer
        share = Decimal(weight[1]) if weight and len(weight[1]) < 20 else None
        yield _Part(mark, share, rest.strip(), feedback.strip())


def _choice(parts: list[_Part], style: str, losses: Losses) -> ForeignTask:
    options = [
        WeightedOption(
            html_in(part.text, style),
            plain_of(part.text),
            part.share,
            html_in(part.feedback, style) if part.feedback else "",
        )
        for part in parts
        if part.text
    ]
    return choice_of(options, losses, is_single=any(part.mark == "=" for part in parts))


def _short(parts: list[_Part], losses: Losses) -> ForeignTask:
    for part in parts:
        if part.feedback:
            feedback = f"{plain_of(part.text)}: {without_tags(plain_of(part.feedback))}"
            losses.append((ForeignLoss.ANSWER_FEEDBACK, feedback))
    answers = []
    for part in parts:
        text = plain_of(part.text)
        if not part.is_right:
            losses.append((ForeignLoss.PARTLY_RIGHT, text))
        elif re.search(r"(?<!\\)\*", text):
            losses.append((ForeignLoss.WILDCARD, text))
        elif text:
            answers.append(text.replace("\\*", "*"))
    if not answers:
        raise BadAnswerError("no answer is given that is wholly right")
    return ForeignShort(tuple(dict.fromkeys(answers)))


def _match(text: str, style: str, losses: Losses) -> ForeignTask:
    pairs, rest = [], []
    before, *parts = text.split("=", MAX_ANSWERS + 1)
    if before.strip():
        losses.append((ForeignLoss.OPTIONS, plain_of(before)))
    if len(parts) > MAX_ANSWERS:
        raise BadAnswerError(f"it has more than {MAX_ANSWERS} pairs")
    for part in parts:
        left, arrow, right = part.partition("->")
        if not arrow:
            losses.append((ForeignLoss.OPTIONS, plain_of(part)))
        elif left.strip():
            pairs.append((html_in(left, style), html_in(right, "plain")))
        else:
            rest.append(html_in(right, "plain"))
    return ForeignMatch(tuple(pairs), tuple(rest))


def _number(text: str, losses: Losses) -> ForeignTask:
    body = text.strip()
    parts = list(_parts(body if _PART.match(body) else f"={body}"))
    right = [part for part in parts if part.is_right]
    if not right:
        raise BadAnswerError("no number is given that is wholly right")
    for part in parts:
        if part.feedback:
            feedback = without_tags(plain_of(part.feedback))
            losses.append((ForeignLoss.ANSWER_FEEDBACK, feedback))
        if part is not right[0] and part.text:
            kind = ForeignLoss.SECOND_NUMBER if part in right else ForeignLoss.PARTLY_RIGHT
            losses.append((kind, plain_of(part.text)))
    return _with_tolerance(visible_text(right[0].text).strip())


def _with_tolerance(text: str) -> ForeignNumber:
    """Return the number in ``3``, ``3:0.5`` or ``2.5..3.5``."""
    if match := _RANGE.fullmatch(text):
        low, high = decimal_of(match[1]), decimal_of(match[2])
        return ForeignNumber(f"{(low + high) / 2:f}", f"{abs(high - low) / 2:f}")
    value, _, tolerance = text.partition(":")
    return ForeignNumber(f"{decimal_of(value):f}", f"{decimal_of(tolerance or '0'):f}")
