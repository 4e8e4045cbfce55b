"""``quizgen build``."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.cli.clock import build_time
from quizgen.cli.completion import deck_names
from quizgen.cli.echo import echo, print_info
from quizgen.cli.extras import needs
from quizgen.cli.output import (
    current_project,
    echo_json,
    exit_code,
    format_option,
    ignore_option,
    jobs_option,
    json_option,
    print_report,
    refuse_two_forms,
    select_option,
    strict_option,
)
from quizgen.commands.cache.builds import request_key, unchanged
from quizgen.project.file_names import EDITIONS, MAX_FORMS

if TYPE_CHECKING:
    from quizgen.commands.build.build import BuildResult
    from quizgen.model.assessment import Overrides

PAPERS = ["A4", "Letter", "Legal"]
"""The sizes for `--help`, which does not import the library."""


@click.command("build", epilog="Example: quizgen build seoul-talks --out /tmp/handouts")
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=deck_names)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Write here, not to dist/."
)
@click.option(
    "--forms",
    type=click.IntRange(1, MAX_FORMS),
    help="Print worksheets in so many forms, whatever their deck files say.",
)
@click.option("--seed", metavar="WORD", help="Shuffle worksheets by another word.")
@click.option(
    "--edition",
    "editions",
    multiple=True,
    type=click.Choice(EDITIONS),
    help="Print worksheets in this edition. Can be repeated.",
)
@click.option(
    "--paper",
    type=click.Choice(PAPERS, case_sensitive=False),
    help="Print worksheets on this paper.",
)
@click.option("--columns", type=click.IntRange(1, 2), help="Set questions in so many columns.")
@click.option("--teacher", is_flag=True, help="Print teacher's editions of worksheets as well.")
@click.option(
    "--check",
    is_flag=True,
    help="Write nothing; exit with 1 if a build would change a file, and say which.",
)
@click.option("--force", is_flag=True, help="Build and write every file, changed or not.")
@jobs_option("Render PDF files and check large banks")
@click.option(
    "--resend",
    metavar="ID",
    multiple=True,
    help="Send the cards of this question again, though nothing in it changed. Can be repeated.",
)
@strict_option
@select_option
@ignore_option
@format_option("full", "concise", "github")
@json_option
@click.option("--watch", is_flag=True, help="Build again after each save, until Ctrl-C.")
def command(
    form: str,
    as_json: bool,
    strict: bool,
    check: bool,
    force: bool,
    watch: bool,
    forms: int | None,
    seed: str | None,
    editions: tuple[str, ...],
    paper: str | None,
    columns: int | None,
    teacher: bool,
    resend: tuple[str, ...],
    jobs: int,
    **arguments: Any,
) -> int:
    """Write the Anki decks and worksheets of a project.

    DECK is a deck file, or its name in decks/; without one, all are built. If anything is
    wrong, nothing is written and the old files stay as they are. Files that no change
    concerns are left alone.

    Forms, editions, paper and columns given here replace those of the deck files.
    """
    refuse_two_forms(form, as_json=as_json)
    if watch and as_json:
        raise click.UsageError("--watch does not go with --json: it prints line by line")
    if watch and check:
        raise click.UsageError("--watch does not go with --check: it is there to write")
    arguments["select"] = arguments["select"] or None
    arguments["overrides"] = _overrides(forms, seed, editions, paper, columns, teacher)
    if check:
        return _check(form, as_json, strict, {**arguments, "resend": resend, "jobs": jobs})
    if watch and resend:
        raise click.UsageError("--watch does not go with --resend: that would send at each save")
    build_once = partial(
        _build, form, as_json, strict, {**arguments, "force": force, "resend": resend, "jobs": jobs}
    )
    if watch:
        return _watch(arguments["decks"], build_once)
    if not (force or resend) and _nothing_to_do(request_key(**arguments), as_json, strict):
        return 0
    return build_once()


def _overrides(
    forms: int | None,
    seed: str | None,
    editions: tuple[str, ...],
    paper: str | None,
    columns: int | None,
    teacher: bool,
) -> Overrides | None:
    """Return the given options in place of those of the deck files, or None for no option.

    Without an option the slow import is saved.
    """
    if not any((forms, seed, editions, paper, columns, teacher)):
        return None
    from quizgen.model.assessment import EditionName, Overrides, Paper

    return Overrides(
        forms,
        seed,
        Paper(paper) if paper else None,
        tuple(map(EditionName, editions)) or None,
        columns,
        teacher,
    )


def _nothing_to_do(request: str, as_json: bool, strict: bool) -> bool:
    """Return whether the last build had the same request and is up to date, and print so.

    Where its warnings must be printed, the result is False.
    """
    last = unchanged(current_project(), request, build_time())
    if last is None or (last.warning_count and (strict or as_json)):
        return False
    if as_json:
        echo_json({"files": [], "diagnostics": []})
    else:
        print_info("nothing has changed since the last build")
    if last.warning_count:
        count = last.warning_count
        echo(f"warnings of the last build: {count}; add --check to see them", err=True)
    return True


def _build(form: str, as_json: bool, strict: bool, arguments: dict[str, Any]) -> int:
    from quizgen.commands.loose_files import folders_without_deck_file
    from quizgen.project.stray_files import way_out_without_deck_file
    from quizgen.reporting.concise import display_path

    result = _run_build(as_json, strict, arguments)
    if as_json:
        _echo_result(result, files=[display_path(path) for path in result.files])
    else:
        print_report(result.diagnostics, form, to_stderr=True, strict=strict)
        for path in result.files:
            print_info(f"wrote {display_path(path)}{_audience_note(path)}")
        for path in result.removed:
            print_info(f"removed {display_path(path)}: nothing asks for it any more")
        for folder in folders_without_deck_file(current_project()):
            name = display_path(folder)
            way_out = way_out_without_deck_file(folder, name)
            echo(f"{name} was built of a deck file that is gone: {way_out}", err=True)
        _print_up_to_date(len(result.up_to_date), others=bool(result.files))
    return exit_code(result.diagnostics, strict)


def _print_up_to_date(count: int, *, others: bool) -> None:
    """Print how many files are up to date; `others` says whether other files were written."""
    if count:
        which = "other file" if others else "file"
        print_info(f"{count} {which}{'s are' if count > 1 else ' is'} up to date")


def _check(form: str, as_json: bool, strict: bool, arguments: dict[str, Any]) -> int:
    """Build in memory, and print the files that a build would change."""
    from quizgen.reporting.concise import display_path

    result = _run_build(as_json, strict, {**arguments, "check": True})
    stale = [{"path": display_path(path), "why": why.value} for path, why in result.stale]
    if as_json:
        _echo_result(result, stale=stale)
    else:
        print_report(result.diagnostics, form, to_stderr=True, strict=strict)
        for outdated in stale:
            echo(f"{outdated['path']} {outdated['why']}")
        if stale:
            echo(f"to bring everything up to date, run{_way_out(arguments)}", err=True)
        elif not exit_code(result.diagnostics, strict):
            print_info("a build would change nothing")
    return exit_code(result.diagnostics, strict) or int(bool(stale))


def _way_out(arguments: dict[str, Any]) -> str:
    """Return which command writes what one with these `arguments` has found to be outdated."""
    is_plain = not any(arguments[name] for name in ("out", "overrides", "resend"))
    return ": quizgen build" if is_plain else " this command again without --check"


def _run_build(as_json: bool, strict: bool, arguments: dict[str, Any]) -> BuildResult:
    from quizgen.cli.progress import progress
    from quizgen.cli.waiting import alone
    from quizgen.commands.build.build import UnknownQuestionError, build

    project = current_project()
    with (
        contextlib.nullcontext() if arguments.get("check") else alone(project.journal.parent),
        progress(quiet=as_json) as tick,
    ):
        try:
            return build(
                project.root, built=build_time(), strict=strict, progress=tick, **arguments
            )
        except UnknownQuestionError as error:
            raise click.UsageError(str(error)) from error


def _echo_result(result: BuildResult, **about: object) -> None:
    """Print `about`, and the diagnostics of `result`, as JSON."""
    from quizgen.reporting.json import as_object

    diagnostics = [as_object(diagnostic) for diagnostic in result.diagnostics]
    echo_json({**about, "diagnostics": diagnostics})


def _watch(decks: Sequence[str], build: Callable[[], int]) -> int:
    """Build now and after each save until Ctrl-C, and return 0."""
    with needs("preview"):
        import watchfiles  # noqa: F401
    from quizgen.project.watch import saves

    project = current_project()
    for name in decks:
        project.deck_file(name)  # a name that nothing has yet is a wrong call, as everywhere
    with contextlib.suppress(KeyboardInterrupt):
        for _ in saves(project):
            try:
                build()
            except OSError as error:
                echo(f"quizgen: {error}", err=True)
            print_info("watching for the next save; Ctrl-C ends it")
    return 0


def _audience_note(path: Path) -> str:
    """Return whom the package `path` is for if there are two packages, else an empty text."""
    updates = path.name.endswith("-update.apkg")
    return " for pupils who have the deck; the other package is for new ones" * updates
