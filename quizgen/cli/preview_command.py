"""``quizgen preview``."""

from __future__ import annotations

import click

from quizgen.cli.completion import deck_names
from quizgen.cli.echo import echo
from quizgen.cli.extras import needs
from quizgen.cli.output import current_project


@click.command("preview", epilog="Example: quizgen preview seoul-talks")
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=deck_names)
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Listen here; a free port if not given."
)
@click.option("--no-open", is_flag=True, help="Only print the address; open no browser.")
def command(decks: tuple[str, ...], port: int | None, no_open: bool) -> int:
    """Show cards and worksheets in the browser while you write.

    DECK is a deck file, or its name in decks/; without one, all are shown. The page follows
    every save, and tells what is wrong beside the question. Only this computer can open it.
    Ctrl-C ends it.
    """
    project = current_project()
    with needs("preview"):
        from quizgen.preview.server import PortTakenError, serve
        from quizgen.preview.snapshot import deck_files, take_snapshot
    for path in deck_files(project, decks):
        if not path.is_file():
            raise click.UsageError(f"{path} does not exist")
    try:
        serve(
            project,
            decks,
            take_snapshot(project, decks),
            port=port,
            ready=lambda url: echo(f"Preview at {url} (Ctrl-C ends it)"),
            open_browser=not no_open,
        )
    except PortTakenError as error:
        message = f"{error}: leave --port out to get a free one, or choose another"
        raise click.UsageError(message) from error
    return 0
