"""Banks, deck files and ledgers as one run meets them: each read and checked once."""

from __future__ import annotations

from pathlib import Path

from quizgen.assemble import assemble
from quizgen.assessment import Assessment, DeckFile
from quizgen.bank import Bank
from quizgen.checks import check_bank
from quizgen.collector import collector_paused
from quizgen.diagnostics import Diagnostic, Report, has_errors
from quizgen.ledger import Ledger, parse_ledger
from quizgen.nearest import nearest
from quizgen.project import BANKS, Project, find_project
from quizgen.readers.bank_folder import BANK_FILE, read_bank
from quizgen.readers.deck_file import read_deck_file
from quizgen.readers.files import read_source
from quizgen.readers.shapes import Reading
from quizgen.renamed import report_renamed
from quizgen.source import Source


class Workspace:
    """Reads on demand, remembers what it read, and gathers what was found wrong."""

    def __init__(self) -> None:
        self._banks: dict[Path, tuple[Bank | None, Report]] = {}
        self._decks: list[Report] = []

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All findings so far, banks first. See `in_reading_order` to sort them."""
        reports = [report for _, report in self._banks.values()] + self._decks
        return [diagnostic for report in reports for diagnostic in report.diagnostics]

    def bank(self, folder: Path) -> Bank | None:
        """The bank in `folder`, read and checked."""
        return self._bank(folder)[0]

    def assessment(self, path: Path) -> Assessment | None:
        """What the deck file at `path` comes to; None where it or its bank cannot be read."""
        report = Report()
        self._decks.append(report)
        source = read_source(path, report)
        deck = read_deck_file(source, Reading(report)) if source else None
        if deck is None:
            return None
        project = find_project(path.parent) or Project(path.absolute().parent.parent)
        folder = self._relative(project.bank_folder(deck.bank.value))
        if not (folder / BANK_FILE).exists():
            _report_missing_bank(deck, project, report)
            return None
        bank, bank_report = self._bank(folder)
        if bank is None:
            return None
        return assemble(deck, bank, report, complete=not has_errors(bank_report.diagnostics))

    def ledger(self, path: Path, assessment: Assessment, package: Path | None = None) -> Ledger:
        """The ledger beside the deck file at `path`; an empty one before the first build.

        A ledger that is damaged, belongs to another bank, or is gone although `package` is
        there is reported. So are items that look like others under a new id.
        """
        report = Report()
        self._decks.append(report)
        file = path.with_suffix(".ledger")
        if not file.exists():
            if package is not None and package.is_file():
                _report_missing_ledger(file, package, report)
            return Ledger()
        source = read_source(file, report)
        ledger = parse_ledger(source, report) if source else None
        if ledger is None or source is None or assessment.anki is None:
            return Ledger()
        if ledger.bank != assessment.bank.id:
            report.error(
                "ledger-of-another-bank",
                assessment.bank.span,
                f"the bank's id is {assessment.bank.id!r} now, and was {ledger.bank!r} when "
                f"{file.name} was written: every card would be new to pupils",
                f"change the id back to {ledger.bank}; or, to start over, delete {file.name}",
            )
        else:
            report_renamed([q.item for q in assessment.anki.questions], ledger, report)
        return ledger

    @collector_paused()
    def _bank(self, folder: Path) -> tuple[Bank | None, Report]:
        key = folder.absolute()
        if key not in self._banks:
            report = Report()
            bank = read_bank(folder, report)
            if bank:
                check_bank(bank, report)
            self._banks[key] = (bank, report)
        return self._banks[key]

    @staticmethod
    def _relative(path: Path) -> Path:
        """`path` from the current folder where it lies below it, as users wrote and read it."""
        here = Path.cwd()
        return path.relative_to(here) if path.is_relative_to(here) else path


def _report_missing_bank(deck: DeckFile, project: Project, report: Report) -> None:
    names = [folder.name for folder in project.bank_folders()]
    report.error(
        "unknown-bank",
        deck.bank.span,
        f"there is no bank {deck.bank.value!r}: no {BANKS}/{deck.bank.value}/{BANK_FILE}",
        nearest(deck.bank.value, names) or f"the banks are: {', '.join(names) or 'none yet'}",
    )


def _report_missing_ledger(file: Path, package: Path, report: Report) -> None:
    report.error(
        "ledger-missing",
        Source(file, "").whole(),
        f"this ledger is gone, but {package} was built before: without it every note would "
        "count as changed",
        f"take {file.name} back from git; or, if no pupil has the deck yet, delete {package.name}",
    )
