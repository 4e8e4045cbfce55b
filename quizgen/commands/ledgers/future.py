"""Times in a ledger that are still to come: a clock was wrong."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.model.ledger import Ledger, format_moment
from quizgen.model.source import Position, Span
from quizgen.project.layout import BANK_LEDGER
from quizgen.readers.files import read_source

DAY = 86_400
"""A day in seconds. A clock that is right is off by a time zone at most."""


def report_future(bank: Bank, ledger: Ledger, now: int, report: Report) -> None:
    """Warn, once in `report`, of a time in `ledger`, that of `bank`, more than a day after `now`.

    The clock of the former build or of this run is wrong. This does no harm to learners, since each
    change gets a later time than before; but the times of changes are wrong until the future time
    has come.
    """
    file = bank.span.source.path.parent / BANK_LEDGER
    latest = max((row.modified for row in ledger.notes.values()), default=0)
    if latest <= now + DAY or not file.is_file():
        return
    source = read_source(file, Report())
    known = {d.span.source.path for d in report.diagnostics if d.name == "ledger-from-the-future"}
    if source is None or source.path in known:
        return
    moment = format_moment(latest)
    number = next((n for n, line in enumerate(source.text.split("\n")) if moment in line), 0)
    length = len(source.line(number + 1))
    report.warning(
        "ledger-from-the-future",
        Span(source, Position(number, 0), Position(number, length)),
        f"a build of {moment} wrote this line, which is still to come: a clock was wrong",
        "set the clock of this computer right; if the other one was wrong, build as usual: notes "
        "that change get times just after that, until the day has come",
    )
