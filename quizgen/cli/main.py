"""The entry point: the group of commands, and the exit codes for exceptions."""

from __future__ import annotations

import _thread
import gc
import importlib
import io
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from quizgen.cli.echo import echo, echo_text
from quizgen.model.version import __version__

COMMANDS = {
    "build": "Write the Anki decks and worksheets of a project.",
    "check": "Find every mistake in banks and deck files.",
    "diff": "Show what pupils will see of the next build in Anki.",
    "export": "Write questions for another program, such as Moodle.",
    "explain": "Say what a diagnostic means, and the way out.",
    "grade": "Read answer sheets, filled-in PDF forms and answer codes, and write results.",
    "import": "Make a bank out of questions that are elsewhere.",
    "list": "Show the items of a bank as a table.",
    "new": "Start a project with an example of each question type.",
    "preview": "Show cards and worksheets in the browser while you write.",
    "push": "Have a running Anki import what was built.",
    "sheets": "Print answer sheets with the names of a class.",
    "stats": "Count what is in a bank, and what is missing.",
    "schema": "Print a JSON Schema of the files of a project.",
}
"""The commands and their one-line helps. A command's module is imported when it is called."""


class LazyGroup(click.Group):
    """A group that knows its commands by name alone until one is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command `cmd_name`, or return None if there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"quizgen.cli.{cmd_name}_command").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that `args` begin with. Raises UsageError that names the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from quizgen.model.did_you_mean import suggestion

            help = suggestion(args[0], COMMANDS)
            raise click.UsageError(f"there is no command {args[0]!r}: {help}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with their one-line helps, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=(
        "Example: quizgen new my-project, then in that folder: quizgen build\n\n"
        'Tab completion in bash: eval "$(_QUIZGEN_COMPLETE=bash_source quizgen)"; also zsh, fish.'
    ),
)
@click.version_option(__version__, prog_name="quizgen")
def cli() -> None:
    """Compile one YAML question bank into Anki decks and printable worksheets."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit.

    0: fine. 1: the bank has errors (or warnings, under --strict). 2: a wrong call, or a
    file that cannot be read or written. 70: a bug in quizgen. 130: stopped by Ctrl-C.
    """
    status = _run(arguments)
    gc.freeze()  # or Python would look through everything for cycles before it ends
    sys.exit(status)


MIN_NEW_OBJECTS = 50_000
"""New objects between two garbage collections. After Python's 700, importing the modules of a
check alone brings 250 of them, a fourteenth of its work, and they find nothing (measured)."""


def _run(arguments: Sequence[str] | None) -> int:
    gc.set_threshold(MIN_NEW_OBJECTS)
    _open_closed_streams()
    sys.unraisablehook = _keep_interrupt
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # what a cp1252 pipe cannot hold
    before = _saves()
    try:
        result = cli.main(arguments, prog_name="quizgen", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        output = io.StringIO()
        error.show(output)
        echo_text(output.getvalue(), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        echo(f"quizgen: stopped; {_outcome(before)}", err=True)
        return 130
    except SystemExit:
        # Click exits with 1 where whoever read our output has enough of it, which is no error.
        if type(sys.stdout).__name__.endswith("PacifyFlushWrapper"):
            return 0
        raise
    except BrokenPipeError:
        # Whoever read our output has enough of it; keep the interpreter from flushing again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        echo(f"quizgen: {_reason(error)}; {_outcome(before)}", err=True)
        return 2
    except Exception as error:
        return _bug(error, _outcome(before))
    return result if isinstance(result, int) else 0


def _keep_interrupt(unraisable: sys.UnraisableHookArgs) -> None:
    """Stop for a Ctrl-C that falls into a finaliser, where Python would print and forget it."""
    if unraisable.exc_type is KeyboardInterrupt:
        _thread.start_new_thread(_interrupt_soon, ())
    else:
        sys.__unraisablehook__(unraisable)


def _interrupt_soon() -> None:
    """Interrupt the main thread once it is out of the finaliser."""
    time.sleep(0.05)
    _thread.interrupt_main()


def _open_closed_streams() -> None:
    """Give what is printed a place to go where the caller closed a stream (``>&-``).

    Python has None for such a stream, and the next file that is opened would take its number.
    """
    for name, number in (("stdout", 1), ("stderr", 2)):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_WRONLY)
            if handle != number:
                os.dup2(handle, number)
            setattr(sys, name, os.fdopen(number, "w", encoding="utf-8", closefd=False))


def _saves() -> int:
    """Return how many times files were saved, without importing the module that saves."""
    save = sys.modules.get("quizgen.project.save")
    return save.saves_so_far() if save else 0


def _outcome(saves_before: int) -> str:
    """Return a clause about what an interrupted command has written since `saves_before`."""
    from quizgen.project.layout import find_project

    project = find_project(Path.cwd())
    if project is not None and project.journal.exists():
        return "the next build finishes what was begun"
    return "nothing was written" if _saves() == saves_before else "what it wrote before that stays"


def _reason(error: OSError) -> str:
    if not error.strerror:
        return str(error)
    return f"{error.filename}: {error.strerror}" if error.filename else error.strerror


def _bug(error: Exception, outcome: str) -> int:
    if os.environ.get("QUIZGEN_DEBUG"):
        raise error
    echo_text(
        f"quizgen: this is a bug in quizgen, not in your files: {type(error).__name__}: {error}\n"
        f"{outcome.capitalize()}. Run it again with QUIZGEN_DEBUG=1 and report what it shows.\n",
        err=True,
    )
    return 70
