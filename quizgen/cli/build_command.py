"""``quizgen build``."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import click

from quizgen.cli.output import (
    current_project,
    echo_json,
    exit_code,
    format_option,
    json_option,
    say,
    strict_option,
    tell,
)
from quizgen.naming import MOST_FORMS


@click.command("build", epilog="Example: quizgen build seoul-talks --out /tmp/handouts")
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Write here, not to dist/."
)
@click.option(
    "--forms",
    type=click.IntRange(1, MOST_FORMS),
    help="Print worksheets in so many forms, whatever their deck files say.",
)
@click.option("--seed", metavar="WORD", help="Shuffle worksheets by another word.")
@strict_option
@format_option
@json_option
def command(
    decks: tuple[str, ...],
    out: Path | None,
    forms: int | None,
    seed: str | None,
    strict: bool,
    form: str,
    as_json: bool,
) -> int:
    """Write the Anki decks and worksheets of a project.

    DECK is a deck file, or its name in decks/; without one, all are built. If anything is
    wrong, nothing is written and the old files stay as they are.
    """
    from quizgen.assessment import Overrides
    from quizgen.building import build
    from quizgen.cli.progress import progress
    from quizgen.reporting.concise import shown_path
    from quizgen.reporting.json import as_object

    root = current_project().root
    with progress(quiet=as_json) as tick:
        result = build(
            root,
            decks,
            built=build_time(),
            out=out,
            strict=strict,
            overrides=Overrides(forms, seed),
            progress=tick,
        )
    if as_json:
        found = [as_object(diagnostic) for diagnostic in result.diagnostics]
        echo_json({"files": [shown_path(path) for path in result.files], "diagnostics": found})
    else:
        tell(result.diagnostics, form, to_stderr=True)
        for path in result.files:
            say(f"wrote {shown_path(path)}{_whom_for(path)}")
        for path in result.removed:
            say(f"removed {shown_path(path)}: nothing asks for it any more")
    return exit_code(result.diagnostics, strict)


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
