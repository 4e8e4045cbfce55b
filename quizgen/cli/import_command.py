"""``quizgen import``."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen.cli.echo import echo_text, print_info
from quizgen.cli.output import current_project, echo_json, exit_code, json_option, print_report


def _name(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    from quizgen.readers.item_keys import NAME

    if value is not None and not NAME.accepts(value):
        raise click.BadParameter(f"{value!r} is not {NAME.noun}: {NAME.help}")
    return value


@click.command("import", epilog="Example: quizgen import world-capitals.apkg --bank capitals")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="The project's folder; made if it is not there. The current project if not given.",
)
@click.option("--bank", callback=_name, help="What to call the new bank's folder.")
@json_option
def command(file: Path, into: Path | None, bank: str | None, as_json: bool) -> int:
    """Make a bank out of an Anki package.

    FILE is an .apkg, quizgen's or anyone's. The new bank keeps the questions, their tags and
    pictures, and which notes they are in Anki; what it has no place for is told.
    """
    from quizgen.commands.importing import import_file
    from quizgen.commands.importing.report import as_object, as_text
    from quizgen.reporting.concise import display_path

    result = import_file(file, into or current_project().root, bank)
    if as_json:
        echo_json(as_object(result))
    else:
        for path in result.files:
            print_info(f"wrote {display_path(path)}")
        echo_text(as_text(result))
    print_report(result.errors, "concise", to_stderr=True)
    return exit_code(result.diagnostics, strict=False)
