"""``quizgen build`` and `quizgen.build`: plan, render and commit one after the other."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from quizgen.commands.build.commit import BuildResult, commit_build
from quizgen.commands.build.plan import UnknownQuestionError, plan_build
from quizgen.commands.build.render import render_build
from quizgen.commands.build.request import BuildRequest
from quizgen.model.assessment import Overrides
from quizgen.project.alone import alone_in
from quizgen.project.layout import find_project
from quizgen.project.save import recover
from quizgen.readers.gc_pause import gc_paused

__all__ = ["BuildResult", "UnknownQuestionError", "build"]


@gc_paused()
def build(
    root: str | os.PathLike[str],
    decks: Iterable[str] = (),
    *,
    built: int,
    out: str | os.PathLike[str] | None = None,
    strict: bool = False,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    overrides: Overrides | None = None,
    check: bool = False,
    force: bool = False,
    resend: Iterable[str] = (),
    jobs: int = 1,
    progress: Callable[[str], None] = lambda name: None,
) -> BuildResult:
    """Build the deck files `decks` (all of the project's if none) of the project at `root`.

    `built` is the build's time in seconds since 1970 (UTC), and `out` the folder to write to
    (``dist`` in the project if None). `strict` treats warnings as errors; `select` and
    `ignore` are names of diagnostics, as for `quizgen.check`. `overrides` hold in place of
    what the deck files say. With `check` nothing is written, and the result lists the files
    that a build would change. A file that is known to be up to date is not rendered again,
    unless with `force`. `resend` are ids of questions whose notes get a new time although
    their content is the same. PDF files are rendered, and the questions of a large bank checked,
    in up to `jobs` processes, where this process has no threads; what comes of it is the same.
    `progress` is called with the path of each file once it is rendered. A build waits for
    another one of the same project to end.

    A build without errors is remembered in the build cache (`quizgen.commands.cache`),
    but not one that needed fonts of this machine: others may be there the next time. Raises
    FileNotFoundError where there is no project or nothing to build, UnknownQuestionError for
    an id in `resend` that no deck has, and OSError where files cannot be written;
    what was there before is then untouched.
    """
    project = find_project(Path(root))
    if project is None:
        raise FileNotFoundError(f"{root} is not a quizgen project")
    request = BuildRequest(
        project=project,
        built=built,
        decks=tuple(decks),
        out=None if out is None else Path(out),
        strict=strict,
        select=None if select is None else tuple(select),
        ignore=tuple(ignore),
        overrides=overrides,
        check=check,
        force=force,
        resend=frozenset(resend),
        jobs=jobs,
    )
    # Another build of the same bank would take the ledger from under this one.
    alone = contextlib.nullcontext() if check else alone_in(project.journal.parent)
    with alone:
        if not check:
            recover(project.journal)
        plan = plan_build(request)
        return commit_build(plan, render_build(plan, progress))
