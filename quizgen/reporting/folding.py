"""Many losses of one kind as one line, for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgen.model.diagnostics import Diagnostic
from quizgen.reporting.concise import display_path

FOLDED = "export-loss"
MIN_FOLDED = 3
"""Losses of one kind from which on they are one line (judged)."""

MAX_PLACES = 6
"""Places that such a line names; it counts the others (judged)."""


def folded(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return `diagnostics`, where the first of several equal losses names the places of the others.

    The file, what is lost and why are the same for all of them.
    """
    alike: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        if one.name == FOLDED:
            alike.setdefault(one.message, []).append(one)
    result = []
    for one in diagnostics:
        group = alike.get(one.message, []) if one.name == FOLDED else []
        if len(group) < MIN_FOLDED:
            result.append(one)
        elif one is group[0]:
            result.append(replace(one, message=f"{one.message}; {_places(group[1:])}"))
    return result


def _places(group: Sequence[Diagnostic]) -> str:
    places = [f"{display_path(d.span.source.path)}:{d.span.line}" for d in group]
    names = [place.rpartition("/")[2] for place in places[:MAX_PLACES]]
    rest = ", …" if len(places) > MAX_PLACES else ""
    return f"so it is with {len(places)} more questions: {', '.join(names)}{rest}"
