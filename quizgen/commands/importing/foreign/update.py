"""Compare the questions of a file with those of a bank, so that none comes twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from quizgen.commands.importing.foreign.entry import NO_MODEL_ANSWER
from quizgen.commands.importing.foreign.merged_parts import merged_parts, parts_in, years
from quizgen.commands.importing.foreign.present_bank import PresentQuestion
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.readers.yaml.emit import Value

OF_THE_FILE = frozenset(
    (
        *("type", "question", "answer", "accept", "distractors", "pairs", "text", "front", "back"),
        *("tolerance", "case", "in_order", "events"),
    )
)
"""Keys whose value the file decides; all others are the bank's, unless the file has them."""

OF_THE_BANK_TOO = frozenset(("accept", "case"))
"""Keys of the file that stay as they are in the bank where the file does not have them."""

_GAP_NUMBER = re.compile(r"\{\{c\d{1,9}::")

ALIKE = 0.75
"""The least share of characters in common of two versions of one stem (judged)."""

MAX_COMPARED = 400
"""Questions on either side up to which each is compared with each by its characters."""

MAX_STEPS = 50_000_000
"""Pairs of characters that are compared in one import: at worst some seconds. Questions that come
after that are new ones."""

MAX_STEM = 300
"""Characters of a stem that are compared."""


def question_text(values: Mapping[str, Value]) -> str:
    """Return what a question asks, as Markdown."""
    return next((str(values[k]) for k in ("question", "text", "front") if k in values), "")


def _without_numbers(values: Mapping[str, Value]) -> str:
    """Return what a question asks, without the numbers of gaps, which few files have."""
    return _GAP_NUMBER.sub("{{c::", question_text(values))


def partners(
    new: Sequence[Mapping[str, Value]],
    named: Sequence[str],
    present: Sequence[PresentQuestion],
    *,
    is_same_file: bool,
) -> list[PresentQuestion | None]:
    """Return for each of the `new` questions the one of the bank that it is a version of.

    `named` are the ids that the file itself gives, empty without. A question is known by its id
    where it asks much the same or has the same answer, for many a file names its questions Q1, Q2;
    then by what it asks, and if the bank was made of the same file, then by a stem that is much
    alike: a question that its author wrote by hand is not overwritten for one like it.
    """
    result: list[PresentQuestion | None] = [None] * len(new)
    free = {question.id: question for question in present}
    for index, name in enumerate(named):
        if name in free and is_version(new[index], free[name].values):
            result[index] = free.pop(name)
    by_stem: dict[str, list[PresentQuestion]] = {}
    for question in free.values():
        by_stem.setdefault(_without_numbers(question.values), []).append(question)
    for index, values in enumerate(new):
        if result[index] is None and (same := by_stem.get(_without_numbers(values))):
            result[index] = free.pop(_take(same, values).id)
    left = [index for index, partner in enumerate(result) if partner is None]
    if is_same_file and len(left) <= MAX_COMPARED and len(free) <= MAX_COMPARED:
        comparing = _Comparing()
        for index in left:
            if (near := comparing.nearest(new[index], free.values())) is not None:
                result[index] = free.pop(near.id)
    return result


def is_version(values: Mapping[str, Value], present: Mapping[str, Value]) -> bool:
    """Return whether the question `values` of a file may be a version of `present`."""
    if has_like_stem(values, present):
        return True
    answers = [values.get("answer"), present.get("answer")]
    return answers[0] is not None and answers[0] == answers[1] and values["type"] != "true_false"


def has_like_stem(values: Mapping[str, Value], present: Mapping[str, Value]) -> bool:
    """Return whether `values` and `present` ask much the same."""
    stem, other = (question_text(v)[:MAX_STEM] for v in (values, present))
    return SequenceMatcher(None, other, stem, autojunk=False).ratio() >= ALIKE


def _take(same: list[PresentQuestion], values: Mapping[str, Value]) -> PresentQuestion:
    """Remove and return the first question of `same` with the answer in `values`, or the first.

    Of very many, only some are looked at.
    """
    answer = values.get("answer")
    alike = (i for i, q in enumerate(same[:MAX_COMPARED]) if q.values.get("answer") == answer)
    return same.pop(next(alike, 0))


class _Comparing:
    """The search for stems that are much alike, within `MAX_STEPS`."""

    def __init__(self) -> None:
        self._left = MAX_STEPS

    def nearest(
        self, values: Mapping[str, Value], present: Iterable[PresentQuestion]
    ) -> PresentQuestion | None:
        """Return the question of `present` whose stem is most alike that of `values`, or None."""
        stem = question_text(values)[:MAX_STEM]
        matcher = SequenceMatcher(None, "", stem, autojunk=False)
        best, highest = None, 0.0
        for question in present:
            if question.values.get("type") != values.get("type"):
                continue
            other = question_text(question.values)[:MAX_STEM]
            matcher.set_seq1(other)
            if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
                continue
            self._left -= len(stem) * len(other)
            if self._left < 0:
                break
            if (share := matcher.ratio()) >= ALIKE and share > highest:
                best, highest = question, share
        return best


def merged(present: Mapping[str, Value], new: Mapping[str, Value]) -> dict[str, Value]:
    """Return the keys of `present`, a question of a bank, as the `new` version has them.

    What its author added in the bank stays: other keys, rationales, a model answer. Options of
    another type have no rationales.
    """
    new = _as_in_bank(present, new)
    type_ = str(new.get("type", present.get("type")))
    is_same_type = present.get("type") == type_
    kept = {
        key: value
        for key, value in present.items()
        if is_same_type or key in keys_of(type_)
        if key not in OF_THE_FILE
        or (is_same_type and key in OF_THE_BANK_TOO)
        or (key in ("type", "events") and "type" not in new)
    }
    values: dict[str, Value] = {"id": present["id"]}
    for key, value in new.items():
        if key == "id":
            continue
        old = present.get(key)
        if old is not None and not is_same_type:
            old = _without_rationales(old)
        if key == "answer" and value == NO_MODEL_ANSWER and old:
            value = old
        elif key in ("pairs", "events"):
            value = merged_parts(key, value, old)
        elif key == "tags" and old:
            value = list(dict.fromkeys([*_texts(old), *_texts(value)]))
        elif old is not None and _texts(old) == _texts(value) and _is_plain(value):
            value = old
        values[key] = _with_rationales(value, old)
    result = {**values, **{key: value for key, value in kept.items() if key not in values}}
    return dict(present) if result == dict(present) else result


def _as_in_bank(present: Mapping[str, Value], new: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return `new` as a timeline where it has the events of `present`, one, in their order."""
    if present.get("type") == "timeline" and new.get("in_order") == _events(present):
        rest = {key: value for key, value in new.items() if key != "in_order"}
        return {**rest, "type": "timeline", "events": present.get("events", {})}
    return new


def is_undated(present: Mapping[str, Value], new: Mapping[str, Value]) -> bool:
    """Return whether `present` is a timeline, and `new` has others of its events, without dates."""
    is_order = present.get("type") == "timeline" and new.get("type") == "ordering"
    return is_order and new.get("in_order") != _events(present)


def _events(timeline: Mapping[str, Value]) -> list[str]:
    """Return the texts of the events of `timeline` in the order of their dates."""
    events = timeline.get("events")
    parts = parts_in("events", events)
    if isinstance(events, Mapping):
        parts.sort(key=lambda part: years(part.first))
    return [part.second for part in parts]


def keys_of(type_: str) -> frozenset[str]:
    """Return the names of the keys that a question of the type named `type_` may have."""
    table = next((one.table for one in QUESTION_TYPES if one.name == type_), None)
    return frozenset(key.name for key in table.keys) if table else frozenset()


def _with_rationales(value: Value, old: Value | None) -> Value:
    """Return `value` with the rationales that options of the same text have in `old`."""
    if not isinstance(value, list | tuple) or not isinstance(old, list | tuple):
        return value
    explained = {part["text"]: part for part in old if isinstance(part, dict) and "text" in part}
    return [explained.get(part, part) if isinstance(part, str) else part for part in value]


def _without_rationales(value: Value) -> Value:
    """Return `value` with options that are texts alone."""
    return _texts(value) if isinstance(value, list | tuple) else _texts(value)[0]


def _texts(value: Value) -> list[Value]:
    """Return the texts of options without their rationales, or `value` as a list."""
    parts = value if isinstance(value, list | tuple) else [value]
    return [part["text"] if isinstance(part, dict) and "text" in part else part for part in parts]


def _is_plain(value: Value) -> bool:
    """Return whether no option of `value` has a rationale."""
    parts = value if isinstance(value, list | tuple) else [value]
    return not any(isinstance(part, dict) and "rationale" in part for part in parts)
