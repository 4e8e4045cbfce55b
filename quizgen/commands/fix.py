"""Applying the fixes that diagnostics carry to the files themselves.

Only what a fix names is touched: comments, layout, line ends and a byte-order mark stay. A
fixed file is read again before it is given back, and counts only if every value in it is
what the fixes say.
"""

from __future__ import annotations

import difflib
import errno
import stat
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path

from quizgen.checks.fixes import SemanticsCheck, apply_fixes, as_source_text, fixable_together
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.source import Source
from quizgen.project.layout import find_project
from quizgen.project.regular_files import read_regular
from quizgen.project.save import save
from quizgen.readers.files import MAX_FILE_SIZE
from quizgen.reporting.concise import display_path

WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

MAX_ROUNDS = 5
"""Two rounds are enough for the fixes that there are: fuzzing met no third."""

_NO_NEWLINE = "\n\\ No newline at end of file\n"


@dataclass(frozen=True)
class FixedFile:
    """One file before and after its fixes: decoded, with its own line ends.

    `fixed` are the diagnostics whose fixes were applied.
    """

    path: Path
    before: str
    after: str
    fixed: tuple[Diagnostic, ...]

    @cached_property
    def diff(self) -> str:
        """The changes, as ``diff -u`` shows them."""
        name = display_path(self.path)
        lines = (self.before.splitlines(keepends=True), self.after.splitlines(keepends=True))
        difference = difflib.unified_diff(*lines, f"a/{name}", f"b/{name}")
        return "".join(line if line.endswith("\n") else line + _NO_NEWLINE for line in difference)


def fix(diagnostics: Iterable[Diagnostic]) -> tuple[FixedFile, ...]:
    """Return the files of those `diagnostics` that carry a fix, fixed. Writes nothing.

    Of fixes that overlap the first is applied. A file that was written meanwhile is left alone,
    and so is one whose fixes would change anything but what they name.
    """
    by_file: dict[Source, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.fix:
            by_file.setdefault(diagnostic.span.source, []).append(diagnostic)
    results = [_fix_file(source, fixable) for source, fixable in by_file.items()]
    return tuple(fixed for fixed in results if fixed is not None)


def fix_and_save(
    diagnostics: Sequence[Diagnostic],
    check: Callable[[], Sequence[Diagnostic]],
    wrote: Callable[[FixedFile], None],
) -> Sequence[Diagnostic]:
    """Apply the fixes of `diagnostics`, write the files and `check` again, until none is left.

    A fix that overlapped with another is applied in the next round. `wrote` is called with
    each file once it is on the disk. Returns the diagnostics that are left. Raises OSError
    where a file cannot be written.
    """
    for _ in range(MAX_ROUNDS):
        fixed = fix(diagnostics)
        if not fixed:
            break
        save_fixed(fixed, wrote)
        diagnostics = check()
    return diagnostics


def save_fixed(
    files: Iterable[FixedFile], wrote: Callable[[FixedFile], None] = lambda file: None
) -> None:
    """Write fixed files to the disk, all or none of each project.

    Raises OSError, also for a file that is write-protected: to replace it would be no trouble,
    but its author has protected it.
    """
    by_journal: dict[Path, dict[Path, FixedFile]] = {}
    for fixed in files:
        project = find_project(fixed.path.parent)
        journal = project.journal if project else fixed.path.with_name(".quizgen-journal")
        by_journal.setdefault(journal, {})[fixed.path] = fixed
    for path in (path for together in by_journal.values() for path in together):
        if not path.stat().st_mode & WRITABLE:
            raise PermissionError(errno.EACCES, "the file is write-protected", str(path))
    for journal, together in by_journal.items():
        save({path: fixed.after.encode() for path, fixed in together.items()}, journal)
        for fixed in together.values():
            wrote(fixed)


def _fix_file(source: Source, fixable: Sequence[Diagnostic]) -> FixedFile | None:
    path = source.path.resolve()
    raw = read_regular(path, MAX_FILE_SIZE).decode(errors="replace")
    if as_source_text(raw) != source.text:
        return None
    chosen = fixable_together(source, fixable)
    after = apply_fixes(raw, chosen)
    if not chosen or not SemanticsCheck(source).passes(after, chosen):
        return None
    return FixedFile(path, raw, after, tuple(chosen))
