"""``quizgen check``."""

from __future__ import annotations

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


@click.command("check", epilog="Example: quizgen check question_bank/seoul-talks --format concise")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@strict_option
@format_option
@json_option
def command(paths: tuple[Path, ...], strict: bool, form: str, as_json: bool) -> int:
    """Find every mistake in banks and deck files.

    PATH is a bank's folder, a file of a bank, a deck file or a project; without one, the
    current project is checked as a whole. Nothing is written.
    """
    from quizgen.checking import check
    from quizgen.reporting.json import as_object

    try:
        diagnostics = check(*(paths or (current_project().root,)))
    except FileNotFoundError as error:
        raise click.UsageError(str(error)) from error
    if as_json:
        echo_json([as_object(diagnostic) for diagnostic in diagnostics])
    elif diagnostics:
        tell(diagnostics, form)
    else:
        say("no mistakes found")
    return exit_code(diagnostics, strict)
