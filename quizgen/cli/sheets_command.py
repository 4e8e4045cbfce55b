"""``quizgen sheets``."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen.cli.completion import deck_names
from quizgen.cli.echo import echo
from quizgen.cli.output import current_project, exit_code, print_report
from quizgen.cli.waiting import alone


@click.command("sheets", epilog="Example: quizgen sheets class.csv --out results")
@click.argument("roster", type=click.Path(path_type=Path))
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=deck_names)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder for the sheets, which name pupils.",
)
def command(roster: Path, decks: tuple[str, ...], out: Path) -> int:
    """Print answer sheets with the names of a class.

    ROSTER is the class list, CSV or Excel. Each pupil gets a sheet with the name on it, of the form
    that the list says, or else of the forms in turn; the code on it has the pupil's number, so
    nothing is to be filled in. DECK is a deck file, or its name in decks/; without one, all count.
    """
    from quizgen.commands.grade.named_sheets import write_named_sheets
    from quizgen.commands.grade.run import GradeError
    from quizgen.reporting.concise import display_path

    project = current_project()
    try:
        with alone(project.journal.parent):
            result = write_named_sheets(project, roster, out, decks)
    except (GradeError, FileNotFoundError) as error:
        raise click.UsageError(str(error)) from error
    print_report(result.diagnostics, "full", to_stderr=True)
    for path in result.files:
        echo(f"wrote {display_path(path)}")
    return exit_code(result.diagnostics, False)
