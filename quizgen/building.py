"""Building: from deck files to files in ``dist/``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quizgen.assessment import Assessment
from quizgen.diagnostics import Diagnostic, Report, has_errors, in_reading_order
from quizgen.project import OUTPUT, Project
from quizgen.save import save
from quizgen.workspace import Workspace
from quizgen.writers import WRITERS, Artifact, Context


@dataclass(frozen=True, slots=True)
class BuildResult:
    """`files` were written, unless the diagnostics hold an error: then none was."""

    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def build(
    root: str | os.PathLike[str],
    decks: Iterable[str] = (),
    *,
    built: int,
    out: str | os.PathLike[str] | None = None,
    strict: bool = False,
    progress: Callable[[str], None] = lambda name: None,
) -> BuildResult:
    """Build the deck files `decks` (all of the project's if none) of the project at `root`.

    `built` is the build's time in seconds since 1970 (UTC), and `out` the folder to write to
    (``dist`` in the project if None). `strict` treats warnings as errors. `progress` is
    told the path of each file once it is rendered. Raises OSError where files cannot be
    written; what was there before is then untouched.
    """
    project = Project(Path(root))
    target = Path(out) if out is not None else project.root / OUTPUT
    workspace = Workspace()
    paths = [project.deck_file(name) for name in decks] or project.deck_files()
    assessments = [workspace.assessment(path) for path in paths]
    report = Report()
    files: dict[Path, bytes] = {}
    if not _stops(workspace.diagnostics, strict):
        for assessment in assessments:
            assert assessment is not None, "a deck file that cannot be read has an error"
            for artifact in render(assessment, Context(built, report)):
                path = target / assessment.name / artifact.path
                files[path] = artifact.content
                progress(str(path))
    diagnostics = tuple(in_reading_order([*workspace.diagnostics, *report.diagnostics]))
    if _stops(diagnostics, strict):
        return BuildResult((), diagnostics)
    save(files)
    return BuildResult(tuple(files), diagnostics)


def render(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """What every format makes of `assessment`, one file at a time."""
    for writer in WRITERS:
        yield from writer.write(assessment, context)


def _stops(diagnostics: Iterable[Diagnostic], strict: bool) -> bool:
    diagnostics = list(diagnostics)
    return has_errors(diagnostics) or (strict and bool(diagnostics))
