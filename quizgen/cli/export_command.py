"""``quizgen export``."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from quizgen.cli.completion import deck_names, export_formats, question_types
from quizgen.cli.echo import echo, echo_text, print_info
from quizgen.cli.output import (
    current_project,
    echo_json,
    exit_code,
    ignore_option,
    json_option,
    print_report,
)


def _types(
    context: click.Context, option: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the names of question types in `value`.

    Raises:
        click.BadParameter: One is no question type.
    """
    if not value:
        return value
    from quizgen.model.did_you_mean import suggestion
    from quizgen.readers.question_types import QUESTION_TYPES

    names = [one.name for one in QUESTION_TYPES]
    for word in value:
        if word not in names:
            raise click.BadParameter(
                f"there is no question type {word!r}; {suggestion(word, names)}"
            )
    return value


@click.command("export", epilog="Example: quizgen export gift seoul-talks --topic participants")
@click.argument("format_name", metavar="[FORMAT]", required=False, shell_complete=export_formats)
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=deck_names)
@click.option("--topic", "topics", multiple=True, help="Only this topic. Can be repeated.")
@click.option(
    "--type",
    "types",
    multiple=True,
    callback=_types,
    shell_complete=question_types,
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
@click.option(
    "--ordering",
    type=click.Choice(["native", "matching"]),
    help="How an order is asked for: matching is for Moodle before 4.4 and classic Canvas.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Write this file, or into this folder, not to dist/.",
)
@click.option(
    "--check",
    is_flag=True,
    help="Write nothing; exit with 1 if a file would change, and say which.",
)
@click.option("--strict", is_flag=True, help="Write nothing where the format loses anything.")
@ignore_option
@json_option
def command(
    format_name: str | None,
    decks: tuple[str, ...],
    topics: tuple[str, ...],
    types: tuple[str, ...],
    difficulty: tuple[str, ...],
    tags: tuple[str, ...],
    ids: tuple[str, ...],
    count: int | None,
    ordering: str | None,
    output: Path | None,
    check: bool,
    strict: bool,
    ignore: list[str],
    as_json: bool,
) -> int:
    """Write questions for another program, such as Moodle.

    Without FORMAT, the formats are listed. DECK is a deck file, or its name in decks/; without
    one, all are exported. What the deck file has under exports: in this format is written, or else
    all questions of its bank; the options choose among these. Whatever the format cannot say is
    told for each question.
    """
    from quizgen.cli.waiting import alone
    from quizgen.commands.export import ExportRequest, OutputError, export
    from quizgen.commands.list_items import selection_of
    from quizgen.model.diagnostics import has_errors
    from quizgen.model.did_you_mean import suggestion
    from quizgen.reporting.concise import display_path
    from quizgen.reporting.json import as_object
    from quizgen.writers.exporting.base import OrderingStyle
    from quizgen.writers.exporting.formats import FORMATS

    if format_name is None:
        _list_formats(as_json)
        return 0
    format = next((one for one in FORMATS if one.name == format_name), None)
    if format is None:
        help = suggestion(format_name, [one.name for one in FORMATS])
        raise click.UsageError(f"quizgen writes no format {format_name!r}; {help}")
    if ordering and not format.has_ordering:
        raise click.UsageError(f"the format {format.name} has one way to ask for an order")
    selection = selection_of(topics, types, difficulty, tags, ids, count)
    request = ExportRequest(
        project=current_project(),
        format=format,
        decks=decks,
        selection=selection,
        ordering=OrderingStyle(ordering) if ordering else None,
        output=output,
        strict=strict,
        ignore=tuple(ignore),
        check=check,
    )
    try:
        with contextlib.nullcontext() if check else alone(request.project.journal.parent):
            result = export(request)
    except OutputError as error:
        raise click.UsageError(str(error)) from error
    stale = [{"path": display_path(path), "why": why.value} for path, why in result.stale]
    if as_json:
        files = {"stale": stale} if check else {"files": [display_path(p) for p in result.files]}
        echo_json({**files, "diagnostics": [as_object(one) for one in result.diagnostics]})
    else:
        form = "full" if has_errors(result.diagnostics) else "concise"
        print_report(result.diagnostics, form, to_stderr=True, strict=strict)
        for path in result.files:
            print_info(f"wrote {display_path(path)}")
        for outdated in stale:
            echo(f"{outdated['path']} {outdated['why']}")
    return exit_code(result.diagnostics, strict) or int(bool(stale))


def _list_formats(as_json: bool) -> None:
    """Print the formats: their names, the ends of their files, and what people call them."""
    from quizgen.reporting.text_width import align_columns
    from quizgen.writers.exporting.formats import FORMATS

    rows = [[one.name, f"NAME{one.ending}", one.title] for one in FORMATS]
    if as_json:
        keys = ("format", "file", "title")
        echo_json([dict(zip(keys, row, strict=True)) for row in rows])
    else:
        echo_text("\n".join(align_columns([["FORMAT", "FILE", "FOR"], *rows])) + "\n")
