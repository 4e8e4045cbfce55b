"""What a question of Moodle's asks, by its type."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import field
from decimal import Decimal

from quizgen.model.dataclass import dataclass
from quizgen.readers.foreign import (
    ForeignChoice,
    ForeignEssay,
    ForeignGap,
    ForeignGaps,
    ForeignLoss,
    ForeignMatch,
    ForeignNumber,
    ForeignOrder,
    ForeignShort,
    ForeignTask,
    html_of,
)
from quizgen.readers.foreign.choices import (
    WHOLE,
    BadAnswerError,
    Losses,
    WeightedOption,
    choice_of,
    decimal_of,
)
from quizgen.readers.foreign.rubrics import essay_of
from quizgen.readers.foreign.texts import without_tags
from quizgen.readers.foreign.xml import XmlElement
from quizgen.readers.moodle_xml.cloze import gaps_of
from quizgen.readers.moodle_xml.texts import MoodleTexts

_MARK = re.compile(r"\[\[(\d{1,3})\]\]")
_ALLOWED = re.compile(r"&lt;(/?(?:sub|sup|b|i|em|strong))&gt;")
"""What Moodle lets a word have in it that is dragged to its place."""
_RANDOM = "its numbers change at random: write it anew with some of them"
_ON_PICTURE = "a bank has no questions about a place in a picture"
_UNKNOWN = {
    **dict.fromkeys(
        ("calculated", "calculatedmulti", "calculatedsimple", "stack", "varnumeric"), _RANDOM
    ),
    **dict.fromkeys(("ddimageortext", "ddmarker", "imagetarget"), _ON_PICTURE),
    "random": "it stands for a question that Moodle chooses at random; that one comes by itself",
    "randomsamatch": "it stands for short-answer questions that Moodle chooses at random",
}
"""Why a bank cannot hold questions of some of Moodle's types."""


NO_TASK = ForeignEssay()


@dataclass(slots=True)
class MoodleBody:
    """The stem of a question and what it asks; `points` is empty where they stand elsewhere."""

    stem: str
    task: ForeignTask = NO_TASK
    losses: Losses = field(default_factory=list)
    explain: list[str] = field(default_factory=list)
    points: str = ""


def body_of(type_: str, node: XmlElement, texts: MoodleTexts) -> MoodleBody:
    """Return the stem and the task of `node`, a question of the Moodle type `type_`.

    Raises:
        BadAnswerError: A bank has no such question, or it has no right answer.
    """
    read = _READERS.get(type_)
    if read is None:
        why = _UNKNOWN.get(type_, f"a bank has no questions of Moodle's type “{type_[:30]}”")
        raise BadAnswerError(why)
    body = MoodleBody(texts.of_question(node))
    body.task = read(node, texts, body)
    return body


def _share(node: XmlElement) -> Decimal:
    fraction = node.attributes.get("fraction", "0") or "0"
    return decimal_of(fraction) if fraction.strip() else Decimal(0)


def _options(node: XmlElement, texts: MoodleTexts) -> list[WeightedOption]:
    options = []
    for answer in node.all("answer"):
        text = texts.of(answer)
        if text:
            feedback = texts.of(answer.first("feedback"))
            options.append(WeightedOption(text, without_tags(text), _share(answer), feedback))
    return options


def _choice(node: XmlElement, texts: MoodleTexts, body: MoodleBody) -> ForeignTask:
    is_single = node.value("single").lower() not in ("false", "0", "no")
    is_single = is_single and node.attributes.get("type") == "multichoice"
    if node.value("shuffleanswers").lower() in ("false", "0", "no"):
        body.losses.append((ForeignLoss.FIXED_ORDER, without_tags(body.stem)[:60]))
    return choice_of(_options(node, texts), body.losses, is_single=is_single)


def _true_false(node: XmlElement, texts: MoodleTexts, body: MoodleBody) -> ForeignTask:
    right = [answer for answer in node.all("answer") if _share(answer) == WHOLE]
    word = right[0].value("text").lower() if len(right) == 1 else ""
    if word not in ("true", "false"):
        raise BadAnswerError("neither true nor false is marked as right")
    for answer in node.all("answer"):
        body.explain += filter(None, (texts.of(answer.first("feedback")),))
    return ForeignChoice((), word == "true")


def _short(node: XmlElement, texts: MoodleTexts, body: MoodleBody) -> ForeignTask:
    answers = []
    for answer in node.all("answer"):
        text = answer.value("text")
        if feedback := without_tags(texts.of(answer.first("feedback"))):
            body.losses.append((ForeignLoss.ANSWER_FEEDBACK, f"{text}: {feedback}"))
        if _share(answer) != WHOLE:
            if text != "*" or _share(answer) > 0:
                body.losses.append((ForeignLoss.PARTLY_RIGHT, text))
        elif re.search(r"(?<!\\)\*", text):
            body.losses.append((ForeignLoss.WILDCARD, text))
        elif text:
            answers.append(text.replace(r"\*", "*"))
    if not answers:
        raise BadAnswerError("no answer is given that is wholly right, and without a wildcard")
    return ForeignShort(tuple(dict.fromkeys(answers)), node.value("usecase") == "1")


def _numeric(node: XmlElement, texts: MoodleTexts, body: MoodleBody) -> ForeignTask:
    answers = [answer for answer in node.all("answer") if answer.value("text") != "*"]
    right = [answer for answer in answers if _share(answer) == WHOLE]
    if not right:
        raise BadAnswerError("no number is given that is wholly right")
    for answer in node.all("answer"):
        text = answer.value("text")
        if feedback := without_tags(texts.of(answer.first("feedback"))):
            body.losses.append((ForeignLoss.ANSWER_FEEDBACK, f"{text}: {feedback}"))
        if answer is not right[0] and (text != "*" or _share(answer) > 0):
            kind = ForeignLoss.SECOND_NUMBER if answer in right else ForeignLoss.PARTLY_RIGHT
            body.losses.append((kind, text))
    value = decimal_of(right[0].value("text"))
    tolerance = decimal_of(right[0].value("tolerance") or "0")
    unit = _unit(node, body)
    if unit:
        body.stem = _without_unit(body.stem, unit)
    return ForeignNumber(f"{value:f}", f"{tolerance:f}", html_of(unit))


def _without_unit(stem: str, unit: str) -> str:
    """Return `stem` without `unit` in brackets behind it, where our own files repeat it."""
    bare = re.sub(r"(?:</(?:div|p)>\s{0,9}){1,9}\Z", "", stem)
    tags = r"(?:<[^<>]{0,99}>){0,9}"
    shorter = re.sub(rf"\s{{0,20}}\({tags}{re.escape(html_of(unit))}{tags}\)\Z", "", bare)
    return shorter + stem[len(bare) :] if without_tags(shorter) else stem


def _unit(node: XmlElement, body: MoodleBody) -> str:
    units = (node.first("units") or node).all("unit")
    whole = [u.value("unit_name") for u in units if u.value("multiplier") in ("", "1", "1.0")]
    rest = [u.value("unit_name") for u in units if u.value("unit_name") not in whole[:1]]
    body.losses += [(ForeignLoss.UNIT, name) for name in rest]
    if node.value("unitgradingtype") not in ("", "0") and whole:
        body.losses.append((ForeignLoss.UNIT, f"{node.value('unitpenalty')} for a missing unit"))
    return whole[0] if whole else ""


def _match(node: XmlElement, texts: MoodleTexts, body: MoodleBody) -> ForeignTask:
    pairs, rest = [], []
    for part in node.all("subquestion"):
        left = texts.of(part)
        answer = part.first("answer")
        right = html_of(answer.value("text")) if answer is not None else ""
        if without_tags(left) or "<img" in left:
            pairs.append((left, right))
        elif right:
            rest.append(right)
    return ForeignMatch(tuple(pairs), tuple(rest))


def _order(node: XmlElement, texts: MoodleTexts, body: MoodleBody) -> ForeignTask:
    answers = [answer for answer in node.all("answer") if texts.of(answer)]
    if all(_share(answer) > 0 for answer in answers):
        answers = sorted(answers, key=_share)
    return ForeignOrder(tuple(texts.of(answer) for answer in answers))


def _essay(node: XmlElement, texts: MoodleTexts, body: MoodleBody) -> ForeignTask:
    for_graders = texts.of(node.first("graderinfo"))
    if template := without_tags(texts.of(node.first("responsetemplate"))):
        body.losses.append((ForeignLoss.DESCRIPTION, template))
    return essay_of(for_graders, node.value("defaultgrade"))


def _cloze(node: XmlElement, texts: MoodleTexts, body: MoodleBody) -> ForeignTask:
    stem, task, points = gaps_of(body.stem, body.losses)
    body.stem, body.points = stem, points
    return task


def _words_to_place(node: XmlElement, texts: MoodleTexts, body: MoodleBody) -> ForeignTask:
    """Return the gaps of a text whose words stand below it: ``[[2]]`` is the second of them."""
    nodes = node.all("dragbox") or node.all("selectoption")
    words = [_ALLOWED.sub(r"<\1>", html_of(word.value("text"))) for word in nodes]
    pieces = _MARK.split(body.stem)
    parts: list[str | ForeignGap] = [pieces[0]]
    used = set()
    for number, text in zip(pieces[1::2], pieces[2::2], strict=True):
        if not 1 <= int(number) <= len(words):
            raise BadAnswerError(f"the gap [[{number}]] has no answer")
        used.add(int(number) - 1)
        parts += [ForeignGap(words[int(number) - 1]), text]
    if unused := [word for index, word in enumerate(words) if index not in used]:
        body.losses.append((ForeignLoss.OPTIONS, " / ".join(unused)))
    body.stem = ""
    return ForeignGaps(tuple(parts))


_Read = Callable[[XmlElement, MoodleTexts, MoodleBody], ForeignTask]
_READERS: dict[str, _Read] = {
    "multichoice": _choice,
    "multichoiceset": _choice,
    "truefalse": _true_false,
    "shortanswer": _short,
    "numerical": _numeric,
    "matching": _match,
    "ddmatch": _match,
    "ordering": _order,
    "essay": _essay,
    "cloze": _cloze,
    "multianswer": _cloze,
    "ddwtos": _words_to_place,
    "gapselect": _words_to_place,
}
TYPES: Sequence[str] = tuple(_READERS)
"""Moodle's types that can be imported."""
