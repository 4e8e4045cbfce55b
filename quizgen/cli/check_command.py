"""``quizgen check``."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from quizgen.cli.clock import build_time
from quizgen.cli.echo import echo, echo_patch, print_info
from quizgen.cli.output import (
    current_project,
    echo_json,
    exit_code,
    format_option,
    ignore_option,
    is_given,
    jobs_option,
    json_option,
    print_diagnostics,
    print_report,
    refuse_two_forms,
    select_option,
    strict_option,
    summary,
)
from quizgen.model.diagnostics import Diagnostic
from quizgen.project.layout import find_project, projects_below


@click.command("check", epilog="Example: quizgen check question_bank/seoul-talks --format concise")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--fix", is_flag=True, help="Put right what is safe to, in the files themselves.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; exit with 1 if anything.")
@click.option("--statistics", is_flag=True, help="Count by name what was found, at the end.")
@jobs_option("Check large banks")
@strict_option
@select_option
@ignore_option
@format_option("full", "concise", "json", "sarif", "github")
@json_option
def command(
    paths: tuple[Path, ...],
    fix: bool,
    diff: bool,
    statistics: bool,
    jobs: int,
    strict: bool,
    select: list[str],
    ignore: list[str],
    form: str,
    as_json: bool,
) -> int:
    """Find every mistake in banks and deck files.

    PATH is a bank's folder, a file of a bank, a deck file or a project; without one, the
    current project is checked as a whole, or all projects in the folders below. Nothing is
    written but by --fix.
    """
    from quizgen.commands.check import check

    if diff and (as_json or is_given("form")):
        raise click.UsageError("--diff does not go with --format or --json: it prints a patch")
    refuse_two_forms(form, as_json=as_json)
    targets = paths or _projects_here()
    run_check = partial(
        check, *targets, select=select or None, ignore=ignore, now=build_time(), jobs=jobs
    )
    try:
        diagnostics: Sequence[Diagnostic] = run_check()
        if fix and not diff:
            diagnostics = _fix(diagnostics, run_check)
    except FileNotFoundError as error:
        raise click.UsageError(str(error)) from error
    if diff:
        return _diff(diagnostics, strict)
    if as_json or form == "json":
        from quizgen.reporting.json import as_object

        echo_json([as_object(diagnostic) for diagnostic in diagnostics])
    else:
        print_report(diagnostics, form, strict=strict)
        if not diagnostics and form in {"full", "concise"}:
            print_info("no mistakes found")
        if statistics and form in {"full", "concise"}:
            _count(diagnostics)
    return exit_code(diagnostics, strict)


def _projects_here() -> tuple[Path, ...]:
    """Return the folder of the current project, or those of the projects in folders below.

    A hook of pre-commit runs in the repository's folder, of which a project may be a part.

    Raises:
        click.UsageError: There is no project.
    """
    if find_project(Path.cwd()) is None:
        below = tuple(project.root for project in projects_below(Path()))
        if below:
            return below
    return (current_project().root,)


def _count(diagnostics: Sequence[Diagnostic]) -> None:
    """Print how often each name was found, the most frequent first."""
    counts = Counter(diagnostic.name for diagnostic in diagnostics)
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        echo(f"{count:>6}  {name}")


def _fix(
    diagnostics: Sequence[Diagnostic], run_check: Callable[[], Sequence[Diagnostic]]
) -> Sequence[Diagnostic]:
    """Apply the fixes of `diagnostics` to the files, and return the diagnostics that are left.

    `run_check` finds the diagnostics again. The names of the files that were written are
    printed, even after an exception.
    """
    from quizgen.cli.waiting import alone
    from quizgen.commands.fix import FixedFile, fix_and_save
    from quizgen.reporting.concise import display_path

    counts: Counter[str] = Counter()

    def count_fixes(file: FixedFile) -> None:
        counts[display_path(file.path)] += len(file.fixed)

    project = find_project(Path.cwd())
    try:
        with alone(project.journal.parent) if project else contextlib.nullcontext():
            return fix_and_save(diagnostics, run_check, count_fixes)
    finally:
        for path, count in counts.items():
            echo(f"fixed {count} in {path}", err=True)


def _diff(diagnostics: Sequence[Diagnostic], strict: bool) -> int:
    """Print the changes that --fix would make, and on standard error the errors.

    Return the exit code, which is 1 too if there is a change to make.
    """
    from quizgen.commands.fix import fix
    from quizgen.model.diagnostics import Severity

    files = fix(diagnostics)
    for file in files:
        echo_patch(file.diff)
    print_diagnostics(
        [d for d in diagnostics if d.severity is Severity.ERROR], "full", to_stderr=True
    )
    if diagnostics:
        fixable = sum(len(file.fixed) for file in files)
        echo(f"{summary(diagnostics)}; --fix would put right {fixable}", err=True)
    return exit_code(diagnostics, strict) or int(bool(files))
