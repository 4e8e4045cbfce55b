"""Points of a question since its export, and the rubric that they are the sum of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from quizgen.commands.importing.foreign.incoming import Incoming, whole_points
from quizgen.readers.yaml.emit import Value

_CRITERION = re.compile(r"(\d{1,3}): (.+)")


class Compared(NamedTuple):
    """The keys of a question as its export had them, and as the edited file has them."""

    before: Mapping[str, Value]
    new: Mapping[str, Value]


def with_points_as_written(before: Incoming, one: Incoming, new: Mapping[str, Value]) -> Compared:
    """Return the keys of `before` and `new`, those of `one`, with points where these differ.

    A question that is worth as much as its parts has no number of points in a bank, but in most
    files: there it stays the same when a part comes or goes, and nobody has written it.
    """
    was, now = (whole_points(version.question.points) for version in (before, one))
    is_unreadable = bool(one.question.points) and not now
    if was == now or is_unreadable:
        return Compared(_without_points(before.values), _without_points(new))
    return Compared({**before.values, "points": was} if was else before.values, new)


def _without_points(values: Mapping[str, Value]) -> Mapping[str, Value]:
    return {key: value for key, value in values.items() if key != "points"}


def with_rubric_apart(before: Mapping[str, Value], new: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return `new` with the rubric that stands behind its model answer, if `before` has one.

    The lines of a rubric are known by their sum, unless the points of the essay were changed.
    """
    answer = new.get("answer")
    if "rubric" not in before or "rubric" in new or not isinstance(answer, str):
        return new
    lines = re.split(r"\\?\n+", answer)
    rubric: dict[str, Value] = {}
    while len(lines) > 1 and (line := _CRITERION.fullmatch(lines[-1])):
        rubric = {line[2]: line[1], **rubric}
        lines.pop()
        answer = answer[: answer.rindex(line[0])].rstrip("\\\n")
    return {**new, "answer": answer, "rubric": rubric} if rubric else new
