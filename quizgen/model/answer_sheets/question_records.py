"""Questions of answer sheets as records that JSON can hold, and back."""

from __future__ import annotations

from typing import Any

from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion, Judging, RubricLine
from quizgen.model.answer_sheets.record_values import (
    DamagedRecordError,
    count_of,
    decimal_of,
    text_of,
)


def question_record(question: GradedQuestion) -> dict[str, Any]:
    """Return `question` as a record."""
    number = None if question.number is None else str(question.number)
    typed = {"judging": question.judging.value, "accepted": [[*one] for one in question.accepted]}
    return {
        "name": question.name,
        "kind": question.kind.value,
        "stem": question.stem,
        "points": question.points,
        "parts": list(question.parts),
        "options": list(question.options),
        "key": list(question.key),
        "number": number,
        "tolerance": str(question.tolerance),
        "answer": question.answer,
        "explain": question.explain,
        "evidence": list(question.evidence),
        "topic": question.topic,
        "bonus": question.is_bonus,
        "place": question.place,
        "option_lines": list(question.option_lines),
        "part_marks": list(question.part_marks),
        "option_marks": list(question.option_marks),
        "unit": question.unit,
        "rubric": [[*one] for one in question.rubric],
        **(typed if question.judging is not Judging.NOBODY else {}),
        **({"drawn": True} if question.is_drawn else {}),
    }


def question_of(record: Any) -> GradedQuestion:
    """Return the question that `record` holds. Raises DamagedRecordError."""
    number = record["number"]
    options = tuple(map(text_of, record["options"]))
    parts = tuple(map(text_of, record["parts"]))
    kind, key = AnswerKind(record["kind"]), tuple(map(count_of, record["key"]))
    judging = Judging(record.get("judging", ""))
    accepted = tuple(tuple(map(text_of, texts)) for texts in record.get("accepted", ()))
    _check_key(kind, key, len(parts), len(options))
    if judging in _OF_ONE_TEXT and len(accepted) != 1:
        raise DamagedRecordError("nothing in it says what is right")
    part_marks = tuple(map(text_of, record.get("part_marks", ())))
    option_marks = tuple(map(text_of, record.get("option_marks", ())))
    if len(part_marks) > len(parts) or len(option_marks) > len(options):
        raise DamagedRecordError("a mark of it belongs to an option that is not there")
    return GradedQuestion(
        text_of(record["name"]),
        kind,
        text_of(record["stem"]),
        count_of(record["points"]),
        parts,
        options,
        key,
        None if number is None else decimal_of(number),
        decimal_of(record["tolerance"]),
        text_of(record["answer"]),
        text_of(record["explain"]),
        tuple(map(text_of, record["evidence"])),
        text_of(record["topic"]),
        bool(record["bonus"]),
        text_of(record["place"]),
        tuple(map(count_of, record["option_lines"])),
        part_marks,
        option_marks,
        text_of(record.get("unit", "")),
        tuple(RubricLine(text_of(text), count_of(n)) for text, n in record.get("rubric", ())),
        judging,
        accepted,
        bool(record.get("drawn", False)),
    )


_OF_ONE_TEXT = frozenset({Judging.TEXT, Judging.EXACT, Judging.CARD})


def _check_key(kind: AnswerKind, key: tuple[int, ...], parts: int, options: int) -> None:
    """Raise DamagedRecordError where `key` is none of a question with as many parts and options."""
    if kind is AnswerKind.ORDER:
        is_right = not key or sorted(key) == list(range(parts))
    else:
        is_right = all(index < options for index in key)
    if not is_right or (kind is AnswerKind.MATCH and len(key) != parts):
        raise DamagedRecordError("a key of it names an option that is not there")
