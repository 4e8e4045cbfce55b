"""``quizgen build``."""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.cli.completion import deck_names
from quizgen.cli.echo import echo, say
from quizgen.cli.extras import needs
from quizgen.cli.output import (
    current_project,
    echo_json,
    exit_code,
    format_option,
    ignore_option,
    json_option,
    refuse_two_forms,
    select_option,
    strict_option,
    tell,
)
from quizgen.commands.build.cache import request_key, unchanged
from quizgen.project.file_names import EDITIONS, MAX_FORMS

if TYPE_CHECKING:
    from quizgen.commands.build.build import BuildResult
    from quizgen.model.assessment import Overrides

PAPERS = ["A4", "Letter"]
"""The values of `Paper`, listed here so that ``--help`` does not import the library."""


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
    **request: Any,
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
    request["select"] = request["select"] or None
    request["overrides"] = _overrides(forms, seed, editions, paper, columns, teacher)
    if check:
        return _check(form, as_json, strict, request)
    if watch and resend:
        raise click.UsageError("--watch does not go with --resend: that would send at each save")
    build_request = {**request, "force": force, "resend": resend}
    run_build = partial(_build, form, as_json, strict, build_request)
    if watch:
        return _watch(request["decks"], run_build)
    if not (force or resend) and _nothing_to_do(request_key(**request), as_json, strict):
        return 0
    return run_build()


def _overrides(
    forms: int | None,
    seed: str | None,
    editions: tuple[str, ...],
    paper: str | None,
    columns: int | None,
    teacher: bool,
) -> Overrides | None:
    """Return the options that count in place of the deck files; None where none is given.

    Without such options, the library is not imported: that takes time.
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


def _nothing_to_do(key: str, as_json: bool, strict: bool) -> bool:
    """Return whether the last build had the request `key`, and nothing has changed since.

    If so, this is printed. With `strict` or `as_json`, warnings of the last build are needed, so
    that the result is False where there were any.
    """
    last = unchanged(current_project(), key)
    if last is None or (last.findings and (strict or as_json)):
        return False
    if as_json:
        echo_json({"files": [], "diagnostics": []})
    else:
        say("nothing has changed since the last build")
    if last.findings:
        echo(f"warnings of the last build: {last.findings}; see quizgen check", err=True)
    return True


def _build(form: str, as_json: bool, strict: bool, request: dict[str, Any]) -> int:
    """Build, print diagnostics and the files written, and return the exit code."""
    from quizgen.reporting.concise import shown_path

    result = _built(as_json, strict, request)
    if as_json:
        _echo_result(result, files=[shown_path(path) for path in result.files])
    else:
        tell(result.diagnostics, form, to_stderr=True)
        for path in result.files:
            say(f"wrote {shown_path(path)}{_whom_for(path)}")
        for path in result.removed:
            say(f"removed {shown_path(path)}: nothing asks for it any more")
        _say_kept(len(result.up_to_date), others=bool(result.files))
    return exit_code(result.diagnostics, strict)


def _say_kept(kept: int, *, others: bool) -> None:
    """Print the number `kept` of files that are up to date, if any.

    `others` says that other files were written.
    """
    if kept:
        noun = "other file" if others else "file"
        say(f"{kept} {noun}{'s are' if kept > 1 else ' is'} up to date")


def _check(form: str, as_json: bool, strict: bool, request: dict[str, Any]) -> int:
    """Build in memory, print the files of dist/ that differ, and return the exit code."""
    from quizgen.reporting.concise import shown_path

    result = _built(as_json, strict, {**request, "check": True})
    stale = [{"path": shown_path(path), "why": why.value} for path, why in result.stale]
    if as_json:
        _echo_result(result, stale=stale)
    else:
        tell(result.diagnostics, form, to_stderr=True)
        for file in stale:
            echo(f"{file['path']} {file['why']}")
        if stale:
            echo("to bring everything up to date, run: quizgen build", err=True)
    return exit_code(result.diagnostics, strict) or int(bool(stale))


def _built(as_json: bool, strict: bool, request: dict[str, Any]) -> BuildResult:
    """Return the result of building with the arguments `request`, with a line of progress."""
    from quizgen.cli.progress import progress
    from quizgen.commands.build.build import UnknownQuestionError, build

    root = current_project().root
    with progress(quiet=as_json) as tick:
        try:
            return build(root, built=build_time(), strict=strict, progress=tick, **request)
        except UnknownQuestionError as error:
            raise click.UsageError(str(error)) from error


def _echo_result(result: BuildResult, **about: object) -> None:
    """Print as JSON the lists `about` files, by name, and the diagnostics of `result`."""
    from quizgen.reporting.json import as_object

    diagnostics = [as_object(diagnostic) for diagnostic in result.diagnostics]
    echo_json({**about, "diagnostics": diagnostics})


def _watch(decks: Sequence[str], build: Callable[[], int]) -> int:
    """Call `build` now and after each save, until Ctrl-C; return 0, since this is no failure.

    Raises:
        click.UsageError: A package of the extra `preview` is not installed.
    """
    with needs("preview"):
        import watchfiles  # noqa: F401
    from quizgen.project.watch import saves

    project = current_project()
    for name in decks:
        project.deck_file(name)  # raises for an unknown name before the first build
    with contextlib.suppress(KeyboardInterrupt):
        for _ in saves(project):
            try:
                build()
            except OSError as error:
                echo(f"quizgen: {error}", err=True)
            say("watching for the next save; Ctrl-C ends it")
    return 0


def _whom_for(path: Path) -> str:
    """Return for whom the package `path` is if it is an update; "" for any other file."""
    is_update = path.name.endswith("-update.apkg")
    return " for pupils who have the deck; the other package is for new ones" * is_update


def build_time() -> int:
    """Return the time of the build in seconds since 1970: now, or that of SOURCE_DATE_EPOCH.

    The variable is that of reproducible-builds.org.

    Raises:
        click.UsageError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return int(time.time())
    if not re.fullmatch(r"[0-9]{1,11}", fixed):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {fixed!r}, not a number of seconds")
    return int(fixed)
