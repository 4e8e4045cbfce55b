"""``quizgen push``."""

from __future__ import annotations

import os

import click

from quizgen.cli.completion import deck_names
from quizgen.cli.echo import echo, print_info
from quizgen.cli.output import current_project
from quizgen.commands.push.anki_connect import DEFAULT_URL, AnkiConnect, AnkiConnectError


@click.command("push", epilog="Example: quizgen push seoul-talks")
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=deck_names)
@click.option(
    "--url",
    envvar="QUIZGEN_ANKI_URL",
    default=DEFAULT_URL,
    show_default=True,
    show_envvar=True,
    help="Where AnkiConnect listens.",
)
@click.option(
    "--new-learner",
    is_flag=True,
    help="Push NAME.apkg also where there is NAME-update.apkg, to an Anki without the deck.",
)
def command(decks: tuple[str, ...], url: str, new_learner: bool) -> int:
    """Have a running Anki import what was built.

    DECK is a deck file, or its name in decks/; without one, all decks are pushed. Anki needs
    the add-on AnkiConnect (code 2055492159), and reads the files from its own disk. If the
    add-on has an apiKey, set QUIZGEN_ANKI_KEY to it.
    """
    from quizgen.commands.push.push import PushError, push
    from quizgen.reporting.concise import display_path

    root = current_project().root
    try:
        anki = AnkiConnect(url, os.environ.get("QUIZGEN_ANKI_KEY") or None)
        if not anki.is_local:
            echo(f"quizgen: {anki.host} must have the packages at these paths", err=True)
        for package in push(root, decks, anki=anki, new_learner=new_learner):
            print_info(f"Anki imported {display_path(package)}")
    except (AnkiConnectError, PushError) as error:
        raise click.ClickException(str(error)) from error
    return 0
