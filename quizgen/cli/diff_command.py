"""``quizgen diff``."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen.cli.completion import deck_names
from quizgen.cli.echo import echo_text
from quizgen.cli.output import current_project, echo_json, exit_code, json_option, print_report


@click.command("diff", epilog="Example: quizgen diff seoul-talks --against old.apkg")
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=deck_names)
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    help="The package to compare with; the last one built if not given.",
)
@json_option
def command(decks: tuple[str, ...], against: Path | None, as_json: bool) -> int:
    """Show what pupils will see of the next build in Anki.

    DECK is a deck file, or its name in decks/; without one, all are compared. Notes are new,
    changed (field by field), retired or unchanged. Nothing is written.
    """
    from quizgen.commands.diff import as_object, as_text, diff

    differences = diff(current_project(), decks, against)
    if as_json:
        echo_json([as_object(difference) for difference in differences.decks])
    else:
        echo_text("\n".join(as_text(difference) for difference in differences.decks))
    print_report(differences.diagnostics, "concise", to_stderr=True)
    return exit_code(differences.diagnostics, strict=False)
