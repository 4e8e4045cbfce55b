"""Banks, deck files and ledgers as one run meets them: each read and checked once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from quizgen.assemble import assemble
from quizgen.assemble.matching_items import matching
from quizgen.checks import check_bank
from quizgen.checks.filter import DiagnosticFilter
from quizgen.checks.ignorable import refusal
from quizgen.commands.configuration import read_filter
from quizgen.model.assessment import Assessment, DeckFile, Overrides
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Related, Report, has_errors
from quizgen.model.did_you_mean import choice
from quizgen.model.item import Item
from quizgen.model.ledger import Ledger, NoteKey, NoteRow, Siblings, parse_ledger
from quizgen.model.ledger.similar_items import report_renamed
from quizgen.model.source import Source
from quizgen.project.layout import BANK_FILE, BANKS, Project, find_project, yaml_files
from quizgen.readers.bank_folder import MEDIA_FOLDER, bank_id, read_bank
from quizgen.readers.deck_file import read_deck_file
from quizgen.readers.files import read_source
from quizgen.readers.gc_pause import gc_paused
from quizgen.readers.media import read_media
from quizgen.readers.shapes import Reading
from quizgen.reporting.concise import shown_path


class Workspace:
    """Reads on demand, remembers what it read, and gathers what was found wrong.

    `lint` says which findings are told.
    """

    def __init__(self, lint: DiagnosticFilter | None = None) -> None:
        self.lint = lint or DiagnosticFilter()
        self._banks: dict[Path, tuple[Bank | None, Report]] = {}
        self._decks: list[Report] = []

    @classmethod
    def of(
        cls,
        project: Project | None,
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
    ) -> Workspace:
        """A workspace that heeds `project`'s settings, `select` in their stead, and `ignore`.

        Raises ValueError for a name among them that is none of a finding, or of an error that
        nothing can leave out.
        """
        select = None if select is None else _names(select, to_ignore=False)
        ignore = _names(ignore, to_ignore=True)
        report = Report()
        settings = read_filter(project.root, report) if project else DiagnosticFilter()
        workspace = cls(settings.narrowed(select, ignore))
        workspace._decks.append(report)
        return workspace

    def look_for_lost_folders(self, project: Project) -> None:
        """Report folders of ``question_bank/`` that hold YAML files but are no banks."""
        report = Report()
        self._decks.append(report)
        for folder in project.folders_without_bank():
            report.warning(
                "no-bank-file",
                Source(self._relative(folder / BANK_FILE), "").whole(),
                f"the folder {folder.name} has no {BANK_FILE}, so its questions are not read",
                f"give it a {BANK_FILE} with id: and title:, or move its files into a bank",
            )

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What is to be told so far, banks first. See `in_reading_order` to sort it."""
        reports = [report for _, report in self._banks.values()] + self._decks
        return self.lint.apply(d for report in reports for d in report.diagnostics)

    def bank(self, folder: Path) -> Bank | None:
        """The bank in `folder`, read and checked."""
        return self._bank(folder)[0]

    def assessment(self, path: Path, overrides: Overrides | None = None) -> Assessment | None:
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
        complete = not has_errors(self.lint.apply(bank_report.diagnostics))
        assessment = assemble(deck, bank, report, complete=complete, overrides=overrides)
        logos = [sheet.head.logo for sheet in deck.worksheets if sheet.head.logo]
        shown = [(logo.image, logo.span) for logo in logos]
        return replace(assessment, logos=read_media(shown, folder / MEDIA_FOLDER, report))

    def ledger(self, path: Path, assessment: Assessment, *packages: Path) -> Ledger:
        """The ledger beside the deck file at `path`; an empty one before the first build.

        A ledger that is damaged, belongs to another bank, or is gone although one of
        `packages` is there is reported. So are items that look like others under a new id.
        """
        report = Report()
        self._decks.append(report)
        file = path.with_suffix(".ledger")
        if not file.exists():
            self._report_orphan_ledger(file, assessment, report)
            for package in packages:
                if package.is_file() and assessment.anki is not None:
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
            _report_shared_identity([q.item for q in assessment.anki.questions], ledger, report)
            report_renamed([q.item for q in assessment.anki.questions], ledger, report)
        return ledger

    def _report_orphan_ledger(self, file: Path, assessment: Assessment, report: Report) -> None:
        """Report a ledger of the same bank whose deck file is gone: was it this one's?"""
        decks = {path.stem for path in yaml_files(file.parent)}
        for other in sorted(file.parent.glob("*.ledger")):
            if other.stem not in decks and self._quiet_ledger(other).bank == assessment.bank.id:
                report.error(
                    "ledger-missing",
                    Source(file, "").whole(),
                    f"there is {other.name} for the same bank, but no deck file of that name",
                    f"if the deck file was renamed, rename {other.name} to {file.name}; "
                    "if that deck is no more, delete it",
                )

    def siblings(self, path: Path, assessment: Assessment, ledger: Ledger) -> Siblings:
        """What the other deck files beside `path` have of the bank that `assessment` uses.

        Their own faults are not reported here.
        """
        rows: dict[NoteKey, NoteRow] = {}
        items: set[str] = set()
        for other in yaml_files(path.parent):
            if other.absolute() == path.absolute():
                continue
            deck = self._quiet_deck(other)
            if deck is None or deck.anki is None or not self._uses(deck, assessment.bank):
                continue
            for item in matching(deck.anki.selection, assessment.bank)[: deck.anki.selection.count]:
                items.add(ledger.identity(item))
            for key, row in self._quiet_ledger(other.with_suffix(".ledger")).notes.items():
                if key not in rows or row.modified > rows[key].modified:
                    rows[key] = row
        return Siblings(rows, frozenset(items))

    def _quiet_deck(self, path: Path) -> DeckFile | None:
        source = read_source(path, Report())
        return read_deck_file(source, Reading(Report())) if source else None

    def _quiet_ledger(self, path: Path) -> Ledger:
        source = read_source(path, Report()) if path.exists() else None
        return (parse_ledger(source, Report()) if source else None) or Ledger()

    def _uses(self, deck: DeckFile, bank: Bank) -> bool:
        """Whether `deck` is made of `bank`."""
        project = find_project(deck.path.parent) or Project(deck.path.absolute().parent.parent)
        known = self._banks.get(project.bank_folder(deck.bank.value).absolute())
        return known is not None and known[0] is bank

    def _report_twin(self, bank: Bank, report: Report) -> None:
        """Report a bank whose id another one has: their cards would overwrite each other."""
        folder = bank.span.source.path.parent
        for other in sorted(folder.absolute().parent.glob(f"*/{BANK_FILE}")):
            if other.parent != folder.absolute() and bank_id(other) == bank.id:
                report.error(
                    "duplicate-bank-id",
                    bank.span,
                    f"the bank {other.parent.name!r} has the id {bank.id!r} too: cards of the "
                    "one would overwrite those of the other",
                    "give the newer of the two another id",
                )

    @gc_paused()
    def _bank(self, folder: Path) -> tuple[Bank | None, Report]:
        key = folder.absolute()
        if key not in self._banks:
            report = Report()
            bank = read_bank(folder, report)
            if bank:
                check_bank(bank, report)
                self._report_twin(bank, report)
            self._banks[key] = (bank, report)
        return self._banks[key]

    @staticmethod
    def _relative(path: Path) -> Path:
        """`path` from the current folder where it lies below it, as users wrote and read it."""
        here = Path.cwd()
        return path.relative_to(here) if path.is_relative_to(here) else path


def _report_shared_identity(items: list[Item], ledger: Ledger, report: Report) -> None:
    """Report two questions that would be one note in Anki, because of a rename long ago."""
    first: dict[str, Item] = {}
    for item in items:
        earlier = first.setdefault(ledger.identity(item), item)
        if earlier is not item and earlier.id.value != item.id.value:
            report.error(
                "renamed-from-taken",
                item.id.span,
                f"pupils' cards for {earlier.id.value!r} are known by the id {item.id.value!r}, "
                "so this question cannot have it",
                "give one of the two questions an id that was never used",
                related=(Related("the other question", earlier.id.span),),
            )


def _report_missing_bank(deck: DeckFile, project: Project, report: Report) -> None:
    names = [folder.name for folder in project.bank_folders()]
    report.error(
        "unknown-bank",
        deck.bank.span,
        f"there is no bank {deck.bank.value!r}: no {BANKS}/{deck.bank.value}/{BANK_FILE}",
        choice(deck.bank.value, names),
    )


def _report_missing_ledger(file: Path, package: Path, report: Report) -> None:
    report.error(
        "ledger-missing",
        Source(file, "").whole(),
        f"this ledger is gone, but {shown_path(package)} was built before: without it every note "
        "would count as changed",
        f"take {file.name} back from git; or, if no pupil has the deck yet, delete {package.name}",
    )


def _names(words: Iterable[str], *, to_ignore: bool) -> list[str]:
    """`words`, or the one word that they are, as names of findings."""
    names = [words] if isinstance(words, str) else list(words)
    for name in names:
        refused = refusal(name, to_ignore=to_ignore)
        if refused:
            raise ValueError(f"{refused.message}: {refused.help}")
    return names
