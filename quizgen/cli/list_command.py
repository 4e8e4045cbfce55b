"""``quizgen list``."""

from __future__ import annotations

import click

from quizgen.cli.completion import bank_names
from quizgen.cli.echo import echo_text
from quizgen.cli.output import current_project, echo_json, exit_code, json_option, print_report
from quizgen.readers.question_types import QUESTION_TYPES

TYPE_NAMES = [question_type.name for question_type in QUESTION_TYPES]


@click.command("list", epilog="Example: quizgen list --topic goals --type cloze --difficulty easy")
@click.argument("banks", nargs=-1, metavar="[BANK]...", shell_complete=bank_names)
@click.option("--topic", "topics", multiple=True, help="Only this topic. Can be repeated.")
@click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice(TYPE_NAMES),
    help="Only this question type. Can be repeated.",
)
@click.option(
    "--difficulty",
    multiple=True,
    type=click.Choice(["easy", "medium", "hard"]),
    help="Only this difficulty. Can be repeated.",
)
@click.option("--tag", "tags", multiple=True, help="Only items with this tag. Can be repeated.")
@click.option("--id", "ids", multiple=True, help="Only this item. Can be repeated.")
@click.option("--count", type=click.IntRange(1), help="Only the first so many.")
@json_option
def command(banks: tuple[str, ...], as_json: bool, **criteria: object) -> int:
    """Show the items of a bank as a table.

    BANK is a folder of question_bank/; without one, all banks are listed. The options
    choose items as a worksheet's section does.
    """
    from quizgen.commands.list_items import UnknownNameError, list_items, table

    try:
        listing = list_items(current_project(), banks, **criteria)  # type: ignore[arg-type]
    except (FileNotFoundError, UnknownNameError) as error:
        raise click.UsageError(str(error)) from error
    if as_json:
        echo_json([row._asdict() for row in listing.rows])
    else:
        echo_text(table(listing.rows))
    print_report(listing.diagnostics, "concise", to_stderr=True)
    return exit_code(listing.diagnostics, strict=False)
