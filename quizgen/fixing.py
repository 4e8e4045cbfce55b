"""Putting findings right in the files themselves, by the fixes they carry.

Only what a fix names is touched: remarks, layout, line ends and a byte-order mark stay. A
fixed file is read again before it is given back, and counts only if every value in it is
what the fixes say.
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeAlias

from quizgen.diagnostics import Diagnostic, Edit, Fix, Report, Severity
from quizgen.project import find_project
from quizgen.reporting.concise import shown_path
from quizgen.save import save
from quizgen.source import Mark, Source
from quizgen.yamltree import Mapping as Keys
from quizgen.yamltree import Node, Scalar, parse_yaml
from quizgen.yamltree import Sequence as Parts

_Place: TypeAlias = tuple[int, int]
_Changes: TypeAlias = Mapping[_Place, Sequence[Callable[[str], str]]]

MOST_ROUNDS = 5
"""Two are enough for the fixes that there are: fuzzing met no third."""

_BYTE_ORDER_MARK = "\ufeff"
_NO_NEWLINE = "\n\\ No newline at end of file\n"


@dataclass(frozen=True)
class Fixed:
    """One file before and after its fixes: decoded, with its own line ends.

    `fixed` are the findings that were put right.
    """

    path: Path
    before: str
    after: str
    fixed: tuple[Diagnostic, ...]

    @cached_property
    def diff(self) -> str:
        """What changes, as ``diff -u`` shows it."""
        name = shown_path(self.path)
        lines = (self.before.splitlines(keepends=True), self.after.splitlines(keepends=True))
        shown = difflib.unified_diff(*lines, f"a/{name}", f"b/{name}")
        return "".join(line if line.endswith("\n") else line + _NO_NEWLINE for line in shown)


def fix(diagnostics: Iterable[Diagnostic]) -> tuple[Fixed, ...]:
    """What becomes of the files of those `diagnostics` that carry a fix. Writes nothing.

    Of fixes that overlap the first is made. A file that was written meanwhile is left alone,
    and so is one whose fixes would change anything but what they name.
    """
    by_file: dict[Source, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.fix:
            by_file.setdefault(diagnostic.span.source, []).append(diagnostic)
    found = [_fix_file(source, fixable) for source, fixable in by_file.items()]
    return tuple(fixed for fixed in found if fixed is not None)


class Rounds(NamedTuple):
    """The files that were written, one by one, and what is still to be told afterwards."""

    files: tuple[Fixed, ...]
    left: Sequence[Diagnostic]


def fix_and_save(
    diagnostics: Sequence[Diagnostic], check: Callable[[], Sequence[Diagnostic]]
) -> Rounds:
    """Fix what is in `diagnostics`, write it, and `check` again, until nothing is to be fixed.

    A fix that overlapped with another one is made in the next round. Raises OSError.
    """
    files: list[Fixed] = []
    for _ in range(MOST_ROUNDS):
        fixed = fix(diagnostics)
        if not fixed:
            break
        save_fixed(fixed)
        files += fixed
        diagnostics = check()
    return Rounds(tuple(files), diagnostics)


def save_fixed(files: Iterable[Fixed]) -> None:
    """Write fixed files to the disk, all or none of each project. Raises OSError."""
    by_journal: dict[Path, dict[Path, bytes | None]] = {}
    for fixed in files:
        project = find_project(fixed.path.parent)
        journal = project.journal if project else fixed.path.with_name(".quizgen-journal")
        by_journal.setdefault(journal, {})[fixed.path] = fixed.after.encode()
    for journal, contents in by_journal.items():
        save(contents, journal)


def _fix_file(source: Source, fixable: Sequence[Diagnostic]) -> Fixed | None:
    path = source.path.resolve()
    raw = path.read_bytes().decode(errors="replace")
    if re.sub(r"\r\n?", "\n", raw.removeprefix(_BYTE_ORDER_MARK)) != source.text:
        return None
    chosen = _apart(fixable)
    after = _edited(raw, chosen)
    if not _reads_as_meant(source, after, chosen):
        chosen = [d for d in chosen if _reads_as_meant(source, _edited(raw, [d]), [d])]
        after = _edited(raw, chosen)
        if not chosen or not _reads_as_meant(source, after, chosen):
            return None
    return Fixed(path, raw, after, tuple(chosen))


def _fix_of(diagnostic: Diagnostic) -> Fix:
    assert diagnostic.fix is not None
    return diagnostic.fix


def _apart(fixable: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those whose edits touch nothing that an earlier one edits."""
    chosen: list[Diagnostic] = []
    taken: list[tuple[_Place, _Place]] = []
    for diagnostic in fixable:
        stretches = [
            (_place(edit.span.start), _place(edit.span.end)) for edit in _fix_of(diagnostic).edits
        ]
        if not any(_overlap(a, b) for a, b in itertools.product(stretches, taken)):
            chosen.append(diagnostic)
            taken += stretches
    return chosen


def _overlap(one: tuple[_Place, _Place], other: tuple[_Place, _Place]) -> bool:
    return one == other or (one[0] < other[1] and other[0] < one[1])


def _place(mark: Mark) -> _Place:
    return (mark.line, mark.column)


def _edited(raw: str, diagnostics: Iterable[Diagnostic]) -> str:
    """`raw` with the edits made, from the last to the first."""
    starts = [len(_BYTE_ORDER_MARK) if raw.startswith(_BYTE_ORDER_MARK) else 0]
    starts += [match.end() for match in re.finditer(r"\r\n|\r|\n", raw)]
    edits = [edit for diagnostic in diagnostics for edit in _fix_of(diagnostic).edits]
    for edit in sorted(edits, key=_start, reverse=True):
        start, end = (starts[m.line] + m.column for m in (edit.span.start, edit.span.end))
        raw = raw[:start] + edit.text + raw[end:]
    return raw


def _start(edit: Edit) -> _Place:
    return _place(edit.span.start)


def _reads_as_meant(before: Source, raw: str, diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether the edited text has the values of `before` but for the changes that were meant."""
    changes: dict[_Place, list[Callable[[str], str]]] = {}
    for diagnostic in diagnostics:
        for change in _fix_of(diagnostic).changes:
            changes.setdefault(_place(change.span.start), []).append(change.becomes)
    after = Source(before.path, re.sub(r"\r\n?", "\n", raw.removeprefix(_BYTE_ORDER_MARK)))
    old, new = Report(), Report()
    trees = parse_yaml(before, old), parse_yaml(after, new)
    if trees[0] is None or trees[1] is None or _errors(old) != _errors(new):
        return False
    return _same(trees[0], trees[1], changes)


def _errors(report: Report) -> list[str]:
    return [d.name for d in report.diagnostics if d.severity is Severity.ERROR]


def _same(old: Node, new: Node, changes: _Changes) -> bool:
    """Whether `new` is `old` with each value changed as `changes` say for its place."""
    match old, new:
        case Scalar(), Scalar():
            value = old.value
            for becomes in changes.get(_place(old.start), ()):
                value = becomes(value)
            return value == new.value
        case Parts(), Parts():
            return len(old.items) == len(new.items) and all(
                _same(a, b, changes) for a, b in zip(old.items, new.items, strict=True)
            )
        case Keys(), Keys():
            return len(old.entries) == len(new.entries) and all(
                _same(a, b, changes) and _same(c, d, changes)
                for (a, c), (b, d) in zip(old.pairs(), new.pairs(), strict=True)
            )
    return False
