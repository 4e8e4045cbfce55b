"""``quizgen build``."""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from quizgen.cli.extras import needs
from quizgen.cli.output import (
    current_project,
    echo_json,
    exit_code,
    format_option,
    ignore_option,
    json_option,
    say,
    select_option,
    strict_option,
    tell,
)
from quizgen.freshness import is_unchanged, request


@click.command("build", epilog="Example: quizgen build seoul-talks --out /tmp/handouts")
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Write here, not to dist/."
)
@click.option("--force", is_flag=True, help="Build even if nothing has changed.")
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
    force: bool,
    watch: bool,
    **asked: Any,
) -> int:
    """Write the Anki decks and worksheets of a project.

    DECK is a deck file, or its name in decks/; without one, all are built. If anything is
    wrong, nothing is written and the old files stay as they are.
    """
    if watch and as_json:
        raise click.UsageError("--watch does not go with --json: it prints line by line")
    asked["select"] = asked["select"] or None
    once = partial(_build, form, as_json, strict, asked)
    if watch:
        return _watch(once)
    if not force and is_unchanged(current_project(), request(**asked)):
        echo_json({"files": [], "diagnostics": []}) if as_json else say("nothing has changed")
        return 0
    return once()


def _build(form: str, as_json: bool, strict: bool, asked: dict[str, Any]) -> int:
    from quizgen.building import build
    from quizgen.cli.progress import progress
    from quizgen.reporting.concise import shown_path
    from quizgen.reporting.json import as_object

    with progress(quiet=as_json) as tick:
        result = build(
            current_project().root, built=build_time(), strict=strict, progress=tick, **asked
        )
    if as_json:
        found = [as_object(diagnostic) for diagnostic in result.diagnostics]
        echo_json({"files": [shown_path(path) for path in result.files], "diagnostics": found})
    else:
        tell(result.diagnostics, form, to_stderr=True)
        for path in result.files:
            say(f"wrote {shown_path(path)}{_whom_for(path)}")
    return exit_code(result.diagnostics, strict)


def _watch(build: Callable[[], int]) -> int:
    """Build now and after each save. Ctrl-C is how it ends, so that is no failure."""
    with needs("preview"):
        import watchfiles  # noqa: F401
    from quizgen.watching import saves

    with contextlib.suppress(KeyboardInterrupt):
        for _ in saves(current_project()):
            try:
                build()
            except OSError as error:
                click.echo(f"quizgen: {error}", err=True)
            say("watching for the next save; Ctrl-C ends it")
    return 0


def _whom_for(path: Path) -> str:
    """Which of two packages to hand to whom; nothing for any other file."""
    updates = path.name.endswith("-update.apkg")
    return " for pupils who have the deck; the other package is for new ones" * updates


def build_time() -> int:
    """Seconds since 1970: now, or what SOURCE_DATE_EPOCH says (reproducible-builds.org)."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return int(time.time())
    if not re.fullmatch(r"[0-9]{1,11}", fixed):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {fixed!r}, not a number of seconds")
    return int(fixed)
