"""``quizgen stats``."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen.cli.completion import bank_names
from quizgen.cli.echo import echo_text, print_info
from quizgen.cli.output import current_project, echo_json, exit_code, json_option, print_report


@click.command("stats", epilog="Example: quizgen stats seoul-talks --html stats.html")
@click.argument("banks", nargs=-1, metavar="[BANK]...", shell_complete=bank_names)
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page with charts to this file.",
)
@json_option
def command(banks: tuple[str, ...], page: Path | None, as_json: bool) -> int:
    """Count what is in a bank, and what is missing.

    Items by topic, type and difficulty, the paragraphs that no item asks about, where the
    keys stand, how hard the passage is to read. BANK is a folder of question_bank/; without
    one, all banks are counted.
    """
    from dataclasses import asdict

    from quizgen.cli.waiting import alone
    from quizgen.commands.stats.count import count
    from quizgen.commands.stats.page import as_page
    from quizgen.commands.stats.text import as_text
    from quizgen.project.among_sources import refuse_sources
    from quizgen.project.save import save

    if page and as_json:
        raise click.UsageError("--html does not go with --json: choose one")
    project = current_project()
    if page:
        refuse_sources([page], project)
    try:
        counted = count(project, banks)
    except FileNotFoundError as error:
        raise click.UsageError(str(error)) from error
    if page:
        with alone(project.journal.parent):
            save({page: as_page(counted.banks).encode()}, project.journal)
        print_info(f"wrote {page}")
    elif as_json:
        echo_json([asdict(facts) for facts in counted.banks])
    else:
        echo_text("\n".join(map(as_text, counted.banks)))
    print_report(counted.diagnostics, "concise", to_stderr=True)
    return exit_code(counted.diagnostics, strict=False)
