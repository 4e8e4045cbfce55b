"""Items judged side by side, a process for each core.

The processes are copies of this one, so nothing is sent to them; what they find comes back as it is
kept from one check to the next (`quizgen.checks.kept_findings`). What cannot come back that way is
found in this one.
"""

from __future__ import annotations

import contextlib
import marshal
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from quizgen.checks.kept_findings import Facts, Findings, found_before, kept_findings
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.item import Item
from quizgen.model.named_tuple import NamedTuple
from quizgen.project.processes import can_copy, copied

MIN_ITEMS = 1_000
"""Items worth a process: they are judged in 0.15 s, and to start one and read what it found takes
0.04 s (measured)."""


class Judgements(NamedTuple):
    """What was found out about some items.

    `findings` are those in each item by its id, and those elsewhere by None; `facts` are what rules
    over a bank have to know of each item, by its id. An item `reaches_out` if something was found
    elsewhere on its account, such as where an alias leads to, or in bank.yaml: findings are then
    not known by item.
    """

    findings: dict[int | None, list[Diagnostic]]
    facts: dict[int, Facts]
    reaches_out: bool


Judge: TypeAlias = Callable[[Sequence[Item]], Judgements]
"""Looks at some items, and at what is in none."""


def judged(items: Sequence[Item], judge: Judge, jobs: int) -> Judgements:
    """Return what `judge` finds out about `items`: in up to `jobs` processes the same as in one."""
    count = min(jobs, len(items) // MIN_ITEMS)
    if count < 2 or not can_copy():
        return judge(items)
    # 1. Let copies of this process take all parts but the first, which is for this one.
    size = -(-len(items) // count)
    part, *others = [items[start : start + size] for start in range(0, len(items), size)]
    with contextlib.ExitStack() as stack:
        answers = [stack.enter_context(copied(partial(_rows, one, judge))) for one in others]
        judgements = judge(part)
        contents = [answer() for answer in answers]
    # 2. Make diagnostics of what came back.
    left: list[Item] = []
    for one, content in zip(others, contents, strict=True):
        rows: list[_Row] = marshal.loads(content) if content else [(None, ())] * len(one)
        for item, (findings, facts) in zip(one, rows, strict=True):
            if findings is None:
                left.append(item)
            else:
                judgements.findings[id(item)] = found_before(findings, item)
                judgements.facts[id(item)] = facts
    # 3. Look here at the items of which they could not tell.
    return _both(judgements, judge(left)) if left else judgements


def _both(one: Judgements, other: Judgements) -> Judgements:
    """Return what was found out about the items of both, and elsewhere each finding once."""
    findings = {**one.findings, **other.findings}
    elsewhere = [*one.findings.get(None, ()), *other.findings.get(None, ())]
    if elsewhere:
        findings[None] = list({place_and_words(d): d for d in elsewhere}.values())
    facts = {**one.facts, **other.facts}
    return Judgements(findings, facts, one.reaches_out or other.reaches_out)


def place_and_words(diagnostic: Diagnostic) -> tuple[object, ...]:
    """Return what two diagnostics that say the same of the same place have in common."""
    span = diagnostic.span
    return diagnostic.name, diagnostic.message, id(span.source), span.start, span.end


_Row: TypeAlias = tuple[Findings | None, Facts]


def _rows(items: Sequence[Item], judge: Judge) -> bytes:
    """Return what `judge` finds out about each of `items` as bytes; none where one reaches out."""
    judgements = judge(items)
    if judgements.reaches_out:
        return b""
    rows: list[_Row] = [
        (kept_findings(judgements.findings.get(id(item), []), item), judgements.facts[id(item)])
        for item in items
    ]
    return marshal.dumps(rows)
