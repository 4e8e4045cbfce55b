"""``quizgen grade``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.echo import echo
from quizgen.cli.extras import needs
from quizgen.cli.output import echo_json, jobs_option, json_option, print_report
from quizgen.cli.waiting import say_waiting

if TYPE_CHECKING:
    from quizgen.commands.grade.run import GradeResult

_LEFT_OUT = ("unread-file", "unreadable-code", "unreadable-form")
"""Names of diagnostics about what was handed in and has no row in the results."""
_FILE = click.Path(path_type=Path)


@click.command("grade", epilog="Example: quizgen grade scans.pdf --out results --roster class.csv")
@click.argument("scans", nargs=-1, metavar="[SCANS]...", type=_FILE)
@click.option("--out", required=True, type=_FILE, help="The folder for the results.")
@click.option(
    "--sheets",
    multiple=True,
    type=_FILE,
    help="The answer-sheets.json, form-sheets.json or practice-sheets.json of the build that was "
    "handed out. Can be repeated.",
)
@click.option("--roster", type=_FILE, help="The class list, CSV or Excel: who has which number.")
@click.option(
    "--withdraw",
    "withdrawn",
    multiple=True,
    metavar="ID",
    help="A question that does not count. Can be repeated.",
)
@click.option(
    "--decisions",
    multiple=True,
    type=_FILE,
    help="Decisions that the review page saved. Can be repeated.",
)
@jobs_option("Read pages")
@json_option
def command(
    scans: tuple[Path, ...],
    out: Path,
    sheets: tuple[Path, ...],
    roster: Path | None,
    withdrawn: tuple[str, ...],
    decisions: tuple[Path, ...],
    jobs: int,
    as_json: bool,
) -> int:
    """Read answer sheets, filled-in PDF forms and answer codes, and write results.

    SCANS are PDF files, pictures, or folders of them, in any order, scans and filled-in forms
    alike, and texts with the codes of practice pages (.txt, .csv, .tsv, .md, .eml), alone or in
    folders.
    Without SCANS, what was read into the folder before is marked anew, by the key as it is today.
    What is not certain is never guessed: it is in review.html, in the folder of the results.
    """
    from quizgen.cli.progress import progress
    from quizgen.model.diagnostics import has_errors
    from quizgen.project.layout import find_project

    with needs("grade"):
        from quizgen.commands.grade.run import GradeError, GradeRequest, grade

        request = GradeRequest(
            folder=out,
            scans=scans,
            sheets=sheets,
            project=find_project(Path.cwd()),
            roster=roster,
            withdrawn=withdrawn,
            decisions=decisions,
            jobs=jobs,
        )
        try:
            with progress(quiet=as_json) as show:
                result = grade(request, show, lambda: say_waiting(out))
        except GradeError as error:
            raise click.UsageError(str(error)) from error
    is_stopped = has_errors(result.diagnostics)
    if as_json:
        _echo_json(result)
    else:
        print_report(result.diagnostics, "with-help", to_stderr=True)
        if is_stopped:
            echo("nothing was written", err=True)
        else:
            _echo_summary(result, out)
    are_left = any(one.name in _LEFT_OUT for one in result.diagnostics)
    return int(is_stopped or bool(result.unreadable) or are_left)


def _echo_summary(result: GradeResult, out: Path) -> None:
    for outcome in result.outcomes:
        count = len(outcome.results)
        reliability = outcome.analysis.reliability
        figure = "" if reliability is None else f", reliability {reliability:.2f}"
        echo(f"{outcome.worksheet} ({outcome.digest}): {_count(count, outcome.noun)}{figure}")
    if result.unreadable:
        echo(f"{_count(len(result.unreadable), 'page')} could not be read")
    if result.entries or result.count_open:
        count = result.count_open
        what = f"{_count(count, 'answer')} open" if count else "there is something to decide"
        echo(
            f"{what}: decide in {out / 'review.html'}, save the decisions into {out}, and run this "
            "command again without the names of scans"
        )
    else:
        echo("nothing is open")
    echo(f"results are in {out}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)


def _echo_json(result: GradeResult) -> None:
    from quizgen.reporting.concise import display_path
    from quizgen.reporting.json import as_object

    echo_json(
        {
            "sheets": [
                {
                    "worksheet": outcome.worksheet,
                    "digest": outcome.digest,
                    "count": len(outcome.results),
                    "reliability": outcome.analysis.reliability,
                }
                for outcome in result.outcomes
            ],
            "pages": result.pages,
            "open": result.count_open,
            "unreadable": [[*one[:3]] for one in result.unreadable],
            "files": [display_path(path) for path in result.files],
            "diagnostics": [as_object(one) for one in result.diagnostics],
        }
    )
