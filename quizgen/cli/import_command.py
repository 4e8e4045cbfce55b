"""``quizgen import``."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen.cli.echo import echo, echo_text, print_info
from quizgen.cli.extras import needs
from quizgen.cli.output import current_project, echo_json, exit_code, json_option, print_report
from quizgen.cli.waiting import alone


def _name(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    from quizgen.readers.item_keys import NAME

    if value is not None and not NAME.accepts(value):
        raise click.BadParameter(f"{value!r} is not {NAME.noun}: {NAME.help}")
    return value


def _columns(
    context: click.Context, option: click.Parameter, value: tuple[str, ...]
) -> dict[str, str]:
    from quizgen.readers.tables import COLUMN_WORDS, HEADINGS, headings_row

    columns = {}
    for wish in value:
        part, sign, name = wish.partition("=")
        if not sign or part not in COLUMN_WORDS:
            words = ", ".join(COLUMN_WORDS)
            raise click.BadParameter(f"{wish!r} is not WORD=COLUMN; the words are {words}")
        if part == HEADINGS and headings_row({part: name}) is None:
            raise click.BadParameter(
                f"{wish!r} is no row: write its number, or headings=0 for none"
            )
        columns[part] = name
    return columns


@click.command("import", epilog="Example: quizgen import world-capitals.apkg --bank capitals")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="The project's folder; made if it is not there. The current project if not given.",
)
@click.option("--bank", callback=_name, help="What to call the bank's folder.")
@click.option(
    "--column",
    "columns",
    metavar="WORD=COLUMN",
    multiple=True,
    callback=_columns,
    help="What a column of a table holds, by its letter or heading: question=B, answer=C.",
)
@json_option
def command(
    files: tuple[Path, ...],
    into: Path | None,
    bank: str | None,
    columns: dict[str, str],
    as_json: bool,
) -> int:
    """Make a bank out of questions that are elsewhere.

    FILE is a package of Anki (.apkg), a table (CSV, .xlsx, .ods) with any headings, what Blackboard
    and Brightspace upload, Moodle XML, QTI (.zip, .imscc, .xml), GIFT, Aiken, or questions as
    typed, in a text or a document (.docx, .odt).
    What it is, its content says. A bank that came from the same file before is updated. What a
    bank has no place for is told.
    """
    from quizgen.commands.importing import import_file
    from quizgen.commands.importing.report import as_object, as_text
    from quizgen.project.layout import Project
    from quizgen.reporting.concise import display_path

    root, code, objects = into or current_project().root, 0, []
    for file in files:
        with needs("tables"), alone(Project(root).journal.parent):
            result = import_file(file, root, bank, columns)
        if as_json:
            objects.append(as_object(result))
        else:
            for path in result.files:
                print_info(f"wrote {display_path(path)}")
            echo_text(as_text(result))
        form = "with-help" if result.errors else "concise"
        print_report([*result.errors, *result.left_out], form, to_stderr=True)
        if result.errors and not (as_json or result.files):
            echo(f"nothing was written from {display_path(file)}", err=True)
        code = max(code, exit_code(result.errors, strict=False))
    if as_json:
        echo_json(objects[0] if len(objects) == 1 else objects)
    return code
