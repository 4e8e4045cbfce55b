"""What the commands share: options, printing, and exit codes."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from quizgen.cli.completion import diagnostic_names, ignorable_names
from quizgen.cli.echo import echo, echo_rendered
from quizgen.model.inert_text import inert_json, without_commands
from quizgen.project.layout import Project, find_project

if TYPE_CHECKING:
    from quizgen.model.diagnostics import Diagnostic

MAX_KINDS = 6
"""Names in the line that ends a report: more would take a second line."""

COMMAND_LINE = click.core.ParameterSource.COMMANDLINE

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def format_option(*forms: str) -> Callable[[Decorated], Decorated]:
    """Return the option ``--format``, which chooses one of `forms`; the first is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="How diagnostics are printed: with their source line, one a line, or for a program.",
    )


def _names(context: click.Context, option: click.Parameter, value: tuple[str, ...]) -> list[str]:
    """Return the diagnostics' names in the `value` of a repeated option.

    Each value may be a list with commas. Raises BadParameter for an unknown name, or one that
    the option does not take.
    """
    words = [word.strip() for part in value for word in part.split(",") if word.strip()]
    if not words:
        return words
    from quizgen.checks.ignorable import refusal

    for word in words:
        refused = refusal(word, to_ignore=option.name == "ignore")
        if refused:
            raise click.BadParameter(f"{refused.message}: {refused.help}")
    return words


select_option = click.option(
    "--select",
    multiple=True,
    metavar="NAME",
    callback=_names,
    shell_complete=diagnostic_names,
    help="Report only this, besides errors. Can be repeated.",
)
ignore_option = click.option(
    "--ignore",
    multiple=True,
    metavar="NAME",
    callback=_names,
    shell_complete=ignorable_names,
    help="Do not report this, unless it is an error. Can be repeated.",
)
strict_option = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")

MAX_JOBS = 64
"""Processes of one command; each takes some 100 MB of its own (measured at 10,000 questions)."""


def jobs_option(work: str) -> Callable[[Any], Any]:
    """Return the option ``--jobs``, whose help begins with `work`, such as “Render PDF files”."""
    return click.option(
        "--jobs",
        type=click.IntRange(1, MAX_JOBS),
        default=_cores,
        help=f"{work} in so many processes; as many as there are cores if not given.",
    )


def _cores() -> int:
    """Return how many cores this process may use, as far as the system says; up to `MAX_JOBS`."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:
        cores = os.cpu_count() or 1
    return min(cores, MAX_JOBS)


def current_project() -> Project:
    """Return the project around the current folder.

    Raises:
        click.UsageError: The folder is in no project.
    """
    project = find_project(Path.cwd())
    if project is None:
        raise click.UsageError(
            "this is not a quizgen project: no folder from here upwards holds question_bank/ "
            "and decks/. Start one with: quizgen new my-project"
        )
    return project


def is_given(parameter: str) -> bool:
    """Return whether the command line itself gives the option `parameter`, even its default."""
    return click.get_current_context().get_parameter_source(parameter) is COMMAND_LINE


def refuse_two_forms(form: str, *, as_json: bool) -> None:
    """Raise UsageError if both ``--json`` and another ``--format`` are given."""
    if as_json and is_given("form") and form != "json":
        raise click.UsageError(f"--json does not go with --format {form}: choose one")


def print_report(
    diagnostics: Sequence[Diagnostic], form: str, *, to_stderr: bool = False, strict: bool = False
) -> None:
    """Print `diagnostics`, and on standard error a line that counts them.

    Unless the command line asks for a form, equal losses of exports are one. Where nothing but
    `strict` makes them stop a command, a second line says how to leave one out.
    """
    from quizgen.model.diagnostics import has_errors
    from quizgen.reporting.folding import folded

    is_for_people = not is_given("form")
    listed = folded(diagnostics) if is_for_people else diagnostics
    print_diagnostics(listed, form, to_stderr=to_stderr)
    if diagnostics:
        echo(f"{summary(diagnostics)}{kinds(diagnostics)}", err=True)
    if strict and diagnostics and not has_errors(diagnostics):
        echo(
            "--strict counts them as errors; what is meant is left out with `--ignore NAME`, or "
            "with `lint: {ignore: [NAME]}` in the question",
            err=True,
        )


def print_diagnostics(
    diagnostics: Sequence[Diagnostic], form: str, *, to_stderr: bool = False
) -> None:
    """Print the diagnostics, in colour for a person at a terminal."""
    from quizgen.reporting import COLOURED_RENDERERS, RENDERERS, TerminalStyle

    if form in COLOURED_RENDERERS:
        style = TerminalStyle(on=_wants_colour(sys.stderr if to_stderr else sys.stdout))
        text = without_commands(COLOURED_RENDERERS[form](diagnostics, style))
    else:
        style, text = TerminalStyle(on=False), RENDERERS[form](diagnostics)
    echo_rendered(text, err=to_stderr, coloured=style.on)


def _wants_colour(stream: TextIO) -> bool:
    """Return whether output to `stream` is coloured: see no-color.org and force-color.org."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Format the counts of `diagnostics`, such as ``2 errors, 1 warning, 3 pieces of advice``.

    Advice is a warning about how a question is written.
    """
    from quizgen.checks.ignorable import ADVICE
    from quizgen.model.diagnostics import Severity

    errors = sum(d.severity is Severity.ERROR for d in diagnostics)
    advice = sum(d.severity is not Severity.ERROR and d.name in ADVICE for d in diagnostics)
    warnings = len(diagnostics) - errors - advice
    counts = [
        (errors, "error", "errors"),
        (warnings, "warning", "warnings"),
        (advice, "piece of advice", "pieces of advice"),
    ]
    return ", ".join(f"{n} {singular if n == 1 else plural}" for n, singular, plural in counts if n)


def kinds(diagnostics: Sequence[Diagnostic]) -> str:
    """Format the most frequent names of `diagnostics`, such as `` (4 no-source, 2 clang)``.

    The text is empty for a single diagnostic.
    """
    if len(diagnostics) < 2:
        return ""
    counts = Counter(diagnostic.name for diagnostic in diagnostics)
    by_count = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    listed = [f"{count} {name}" for name, count in by_count[:MAX_KINDS]]
    if len(by_count) > MAX_KINDS:
        listed.append(f"{len(by_count) - MAX_KINDS} other kinds")
    return f" ({', '.join(listed)})"


def echo_json(value: Any) -> None:
    """Print `value` as JSON: in ASCII where the output is not UTF-8."""
    import json  # 1 ms, and most often what is printed is for people

    is_utf8 = (sys.stdout.encoding or "").lower().startswith("utf")
    echo_rendered(inert_json(json.dumps(value, ensure_ascii=not is_utf8, indent=2)) + "\n")


def exit_code(diagnostics: Sequence[Diagnostic], strict: bool) -> int:
    """Return the exit code for `diagnostics`; with `strict` warnings count as errors.

    0: no errors. 1: errors. 2: a file could not be read (docs/commands.md).
    """
    from quizgen.model.diagnostics import UNREADABLE_FILE, Severity

    if any(d.name == UNREADABLE_FILE for d in diagnostics):
        return 2
    errors = [d for d in diagnostics if strict or d.severity is Severity.ERROR]
    return 1 if errors else 0
