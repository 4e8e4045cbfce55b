r"""Texts with embedded answers: ``{1:SHORTANSWER:=Seoul#yes~%50%Busan}`` in HTML.

The pattern is Moodle's own (``question/type/multianswer/questiontype.php``).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from quizgen.readers.foreign import (
    ForeignGap,
    ForeignGaps,
    ForeignLoss,
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
from quizgen.readers.foreign.texts import BLANK, without_tags

_GAP = re.compile(
    r"\{(\d{0,3}):"
    r"(NUMERICAL|NM|SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC"
    r"|(?:MULTICHOICE|MC|MULTIRESPONSE|MR)(?:_?(?:V|H|S|VS|HS|VH))?)"
    r":((?:\\.|[^\\}]){0,5000})\}",
    re.IGNORECASE | re.DOTALL,
)
MAX_BRACES = 2000
"""Braces of a text in which gaps are looked for; a bank takes fewer gaps."""
_PART = re.compile(r"(?<!\\)(?:\\\\)*~")
_ANSWER = re.compile(r"\s*(=|%(-?\d{1,3}(?:[.,]\d{1,9})?)%)?(.*)", re.DOTALL)
_FEEDBACK = re.compile(r"(?<![\\&])#")


class _Answer(NamedTuple):
    text: str
    share: Decimal
    feedback: str


def gaps_of(markup: str, losses: Losses) -> tuple[str, ForeignTask, str]:
    """Return the stem, the task and the points of a text with gaps; `losses` are added to.

    One gap with options to choose becomes a choice with a blank in its stem.

    Raises:
        BadAnswerError: It has no gap, or one without a right answer.
    """
    if markup.count("{") > MAX_BRACES:
        raise BadAnswerError(f"it has more than {MAX_BRACES} braces")
    matches = list(_GAP.finditer(markup))
    if not matches:
        raise BadAnswerError("it has no gap that Moodle would know")
    points = str(sum(int(match[1] or "1") for match in matches))
    kind = matches[0][2].upper()
    if len(matches) == 1 and kind.startswith("M") and kind not in ("MW", "MWC"):
        options = [
            WeightedOption(html_of(a.text), a.text, a.share, html_of(a.feedback))
            for a in _answers(matches[0][3])
        ]
        start, end = matches[0].span()
        blank = BLANK if without_tags(markup[end:]) or without_tags(markup[:start]) else ""
        task = choice_of(options, losses, is_single=not kind.startswith(("MULTIR", "MR")))
        return markup[:start] + blank + markup[end:], task, points
    parts: list[str | ForeignGap] = []
    position = 0
    for match in matches:
        parts += [markup[position : match.start()], _gap(match, losses)]
        position = match.end()
    parts.append(markup[position:])
    return "", ForeignGaps(tuple(parts)), points


def _gap(match: re.Match[str], losses: Losses) -> ForeignGap:
    kind = match[2].upper()
    answers = _answers(match[3])
    if kind in ("NUMERICAL", "NM"):
        margins = [answer.text.partition(":") for answer in answers]
        losses += [
            (ForeignLoss.GAP_ANSWERS, f"{number} ± {margin}")
            for number, _, margin in margins
            if margin.strip() and decimal_of(margin)
        ]
        answers = [a._replace(text=m[0]) for a, m in zip(answers, margins, strict=True)]
    right = [answer for answer in answers if answer.share == WHOLE and answer.text != "*"]
    is_typed = not (kind.startswith("M") and kind not in ("MW", "MWC"))
    right = [a for a in right if not (is_typed and re.search(r"(?<!\\)\*", a.text))]
    if not right:
        raise BadAnswerError("a gap has no answer that is wholly right")
    for answer in answers:
        if answer.feedback:
            losses.append((ForeignLoss.ANSWER_FEEDBACK, f"{answer.text}: {answer.feedback}"))
        if answer is not right[0] and answer.text != "*":
            reason = ForeignLoss.GAP_ANSWERS if is_typed else ForeignLoss.OPTIONS
            losses.append((reason, answer.text))
    text = right[0].text.replace(r"\*", "*") if is_typed else right[0].text
    return ForeignGap(html_of(text))


def _answers(body: str) -> list[_Answer]:
    answers = []
    for part in _PART.split(body):
        match = _ANSWER.match(part)
        assert match
        text, *feedback = _FEEDBACK.split(match[3], maxsplit=1)
        share = WHOLE if match[1] == "=" else decimal_of(match[2]) if match[2] else Decimal(0)
        if plain := _plain(text):
            answers.append(_Answer(plain, share, _plain(feedback[0]) if feedback else ""))
    return answers


def _plain(text: str) -> str:
    """Return the characters of an answer, without tags, codes and backslashes before signs."""
    return without_tags(re.sub(r"\\([}#~/\"\\])", r"\1", text))
