"""The gaps of a cloze that comes again from a file without their numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quizgen.model.text import Gap, Run, Text, exact_key, filled, parse_gaps, same_key
from quizgen.model.text.gaps import GapText
from quizgen.readers.foreign import ForeignGap, ForeignGaps, ForeignQuestion
from quizgen.readers.yaml.emit import Value

_OPENING = re.compile(r"\{\{c\d{1,9}::")


def with_kept_gaps(
    question: ForeignQuestion,
    present: Mapping[str, Value],
    new: Mapping[str, Value],
    *,
    math: bool,
) -> Mapping[str, Value]:
    """Return `new`, the keys of `question`, with the gaps of `present`, its version in the bank.

    Files of most programs number no gaps, and some have hints in parentheses behind a gap, or none.
    Where the text and the answers are the same, the bank's text stays; where the answers alone
    are, the numbers of the gaps do. `math` says whether the bank has formulas.
    """
    texts = [values.get("text") for values in (present, new)]
    is_cloze = present.get("type") == new.get("type") == "cloze"
    if not is_cloze or has_numbers(question) or not all(isinstance(text, str) for text in texts):
        return new
    before, after = (parse_gaps(str(text), math=math) for text in texts)
    if _answers(before) != _answers(after):
        return new
    if _filled_in(after, hints=True) in (
        _filled_in(before, hints=True),
        _filled_in(before, hints=False),
    ):
        return {**new, "text": present["text"]}
    openings = _OPENING.findall(str(new["text"]))
    if len(openings) != len(before.gaps):
        return new
    numbers = iter(before.gaps)
    numbered = _OPENING.sub(lambda _: f"{{{{c{next(numbers).number}::", str(new["text"]))
    return {**new, "text": numbered}


def has_numbers(question: ForeignQuestion) -> bool:
    """Return whether the file of `question` numbers the gaps of its task."""
    parts = question.task.parts if isinstance(question.task, ForeignGaps) else ()
    return any(part.number for part in parts if isinstance(part, ForeignGap))


def _answers(text: GapText) -> list[tuple[str, str]]:
    return [_compared(gap.answer) for gap in text.gaps]


def _filled_in(text: GapText, *, hints: bool) -> tuple[str, str]:
    """Return `text` as it is compared, with its answers, and with `hints` behind these."""

    def inside(gap: Gap) -> tuple[Run, ...]:
        hint = gap.hint.runs if hints and gap.hint else ()
        return (*gap.answer.runs, " (", *hint, ")") if hint else gap.answer.runs

    return _compared(Text(filled(text.parts, inside)))


def _compared(text: Text) -> tuple[str, str]:
    return exact_key(text), same_key(text)
