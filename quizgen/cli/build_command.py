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

EDITIONS = ["standard", "large-print", "dyslexia"]
PAPERS = ["A4", "Letter"]
"""Known without starting the library: `--help` shows them."""


@click.command("build", epilog="Example: quizgen build seoul-talks --out /tmp/handouts")
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Write here, not to dist/."
)
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
@strict_option
@format_option
@json_option
def command(
    decks: tuple[str, ...],
    out: Path | None,
    editions: tuple[str, ...],
    paper: str | None,
    columns: int | None,
    strict: bool,
    form: str,
    as_json: bool,
) -> int:
    """Write the Anki decks and worksheets of a project.

    DECK is a deck file, or its name in decks/; without one, all are built. If anything is
    wrong, nothing is written and the old files stay as they are.

    Editions, paper and columns given here replace those of the deck files.
    """
    from quizgen.assessment import EditionName, Paper, PrintingChange
    from quizgen.building import build
    from quizgen.cli.progress import progress
    from quizgen.reporting.concise import shown_path
    from quizgen.reporting.json import as_object

    root = current_project().root
    printing = PrintingChange(
        Paper(paper) if paper else None, tuple(map(EditionName, editions)), columns
    )
    with progress(quiet=as_json) as tick:
        result = build(
            root,
            decks,
            built=build_time(),
            out=out,
            strict=strict,
            printing=printing,
            progress=tick,
        )
    if as_json:
        found = [as_object(diagnostic) for diagnostic in result.diagnostics]
        echo_json({"files": [shown_path(path) for path in result.files], "diagnostics": found})
    else:
        tell(result.diagnostics, form, to_stderr=True)
        for path in result.files:
            say(f"wrote {shown_path(path)}{_whom_for(path)}")
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
