"""Banks, deck files and ledgers as one run meets them: each read and checked once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.assemble import assemble
from quizgen.checks import check_bank
from quizgen.checks.deck_texts import check_deck_file
from quizgen.checks.filter import DiagnosticFilter
from quizgen.checks.ignorable import refusal
from quizgen.commands.cache import file_stamps
from quizgen.commands.cache.records import Records
from quizgen.commands.cache.results import keep_results, recall_results
from quizgen.commands.configuration import read_filter
from quizgen.commands.deck_names import NamesByFolder
from quizgen.commands.ledgers import History, Ledgers, read_history, report_abandoned_ledger
from quizgen.commands.loose_files import report_loose_files
from quizgen.model.assessment import Assessment, DeckFile, Overrides
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Report, has_errors
from quizgen.model.did_you_mean import suggestion
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.results import use
from quizgen.model.source import Source
from quizgen.model.word import Word
from quizgen.project.layout import BANK_FILE, BANKS, Project, project_of
from quizgen.readers.bank_folder import MEDIA_FOLDER, bank_id, read_bank
from quizgen.readers.deck_file import read_deck_file
from quizgen.readers.files import read_source
from quizgen.readers.gc_pause import gc_paused
from quizgen.readers.media import read_media
from quizgen.readers.shapes import Reading
from quizgen.writers import DECK_PARTS, PART_KEYS

if TYPE_CHECKING:
    from quizgen.readers.read_files import ReadFiles


class _ReadDeckFile(NamedTuple):
    """A deck file, its source, and what is wrong with it; None where it cannot be read."""

    source: Source | None
    deck: DeckFile | None
    faults: tuple[Diagnostic, ...]


class Workspace:
    """Reads on demand, remembers what it read, and gathers what was found wrong.

    `filter` says which diagnostics are returned. `records` are those of the project, if any, and
    `files` those that this process has read for another workspace. Large banks are checked in up
    to `jobs` processes.
    """

    def __init__(
        self,
        filter: DiagnosticFilter | None = None,
        records: Records | None = None,
        jobs: int = 1,
        files: ReadFiles | None = None,
    ) -> None:
        self._jobs = jobs
        self.filter = filter or DiagnosticFilter()
        self._files = files
        self._banks: dict[Path, tuple[Bank | None, Report]] = {}
        self._requested: set[Path] = set()
        self._decks: list[Report] = []
        self._deck_files: dict[Path, _ReadDeckFile] = {}
        self._deck_names = NamesByFolder()
        self._bank_folders: dict[Path, list[Path]] = {}
        self._ledgers: dict[Project, Ledgers] = {}
        self.records = records
        self._results = recall_results(records)

    @classmethod
    def of(
        cls,
        project: Project | None,
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
        jobs: int = 1,
        files: ReadFiles | None = None,
    ) -> Workspace:
        """Make a workspace with `project`'s settings, replaced by `select`, extended by `ignore`.

        Raises ValueError for a name among them that is not the name of a diagnostic, or that
        of an error, which cannot be left out. Topic files that have not changed are taken from
        `files`, if given.
        """
        select = None if select is None else _names(select, to_ignore=False)
        ignore = _names(ignore, to_ignore=True)
        report = Report()
        settings = read_filter(project.root, report) if project else DiagnosticFilter()
        records = Records(project, file_stamps.tool) if project else None
        workspace = cls(settings.narrowed(select, ignore), records, jobs, files)
        workspace._decks.append(report)
        return workspace

    def take_turn(self) -> None:
        """Work with what is known of this project from now on, after another workspace did."""
        use(self._results)

    def keep_results(self) -> None:
        """Keep what was worked out for the next command of this project."""
        if self.records is not None:
            keep_results(self._results, self.records)

    def report_loose_files(self, project: Project) -> None:
        """Report what lies in `project` and nothing reads or builds."""
        decks = [self.deck_file_of(path) for path in project.deck_files()]
        report = Report()
        self._decks.append(report)
        report_loose_files(project, decks, self._relative, report)

    def report_abandoned_ledgers(self, project: Project) -> None:
        """Report ledgers in ``decks/`` of which neither the deck file nor the bank is left."""
        report = Report()
        self._decks.append(report)
        for path, ledger in self.ledgers_of(project).abandoned():
            report_abandoned_ledger(self._relative(path), ledger.bank, report)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """The diagnostics so far, banks first. See `in_reading_order` to sort it."""
        banks = [report for key, (_, report) in self._banks.items() if key in self._requested]
        reports = banks + self._decks
        return self.filter.apply(d for report in reports for d in report.diagnostics)

    def bank(self, folder: Path) -> Bank | None:
        """Return the bank in `folder`, read and checked; None where it cannot be read."""
        return self._bank(folder)[0]

    def assessment(
        self,
        path: Path,
        overrides: Overrides | None = None,
        parts_of: Callable[[DeckFile], Mapping[str, Any]] | None = None,
    ) -> Assessment | None:
        """Assemble the deck file at `path`; None where it or its bank cannot be read.

        What `parts_of` returns for the deck file, if given, counts in place of its own parts.
        """
        source, deck, faults = self._read_deck_file(path)
        report = Report(list(faults))
        self._decks.append(report)
        self._deck_names.report_others(path, report)
        if deck is None or source is None:
            return None
        report.diagnostics += check_deck_file(source)
        if parts_of is not None:
            deck = replace(deck, parts=parts_of(deck))
        project = project_of(path)
        folders = [self._relative(project.bank_folder(name.value)) for name in deck.banks]
        for name, folder in zip(deck.banks, folders, strict=True):
            if not (folder / BANK_FILE).exists():
                _report_missing_bank(name, project, report)
        if any(not (folder / BANK_FILE).exists() for folder in folders):
            return None
        read = [self._bank(folder) for folder in folders]
        banks = [bank for bank, _ in read if bank is not None]
        if len(banks) < len(folders):
            return None
        complete = not any(has_errors(self.filter.apply(one.diagnostics)) for _, one in read)
        assessment = assemble(
            deck, banks, DECK_PARTS, report, complete=complete, overrides=overrides
        )
        logos = [
            logo
            for part in DECK_PARTS
            if (spec := part.spec_in(deck))
            for logo in part.pictures(spec)
        ]
        files = tuple(
            path for part in DECK_PARTS if (spec := part.spec_in(deck)) for path in part.files(spec)
        )
        names = {logo.image.name for logo in logos}
        media = [folder / MEDIA_FOLDER for folder in folders]
        home = next((m for m in media if any((m / name).is_file() for name in names)), media[0])
        logo_media = read_media([(logo.image, logo.span) for logo in logos], home, report)
        return replace(assessment, logos=logo_media, files=files)

    def history(self, path: Path, assessment: Assessment, *packages: Path) -> History:
        """Return what is remembered of the notes of the deck file at `path`.

        What is wrong with that, see `quizgen.commands.ledgers.history.read_history`, is reported.
        """
        report = Report()
        self._decks.append(report)
        return read_history(path, assessment, packages, self, report)

    def ledgers_of(self, project: Project) -> Ledgers:
        """Return the ledgers of `project`; damage in them is reported once."""
        if project not in self._ledgers:
            report = Report()
            self._decks.append(report)
            self._ledgers[project] = Ledgers(project, report, self.deck_file_of)
        return self._ledgers[project]

    def deck_file_of(self, path: Path) -> DeckFile | None:
        """Return the deck file at `path`, None where it cannot be read. Reports nothing."""
        return self._read_deck_file(path).deck

    def _read_deck_file(self, path: Path) -> _ReadDeckFile:
        """Return the deck file at `path`, read once: others look at it before it is assembled."""
        if path not in self._deck_files:
            report = Report()
            source = read_source(path, report)
            deck = read_deck_file(source, PART_KEYS, Reading(report)) if source else None
            self._deck_files[path] = _ReadDeckFile(source, deck, tuple(report.diagnostics))
        return self._deck_files[path]

    def uses(self, deck: DeckFile, bank: Bank) -> bool:
        """Return whether `deck` is made of `bank`."""
        if deck.path not in self._bank_folders:
            project = project_of(deck.path)
            folders = [project.bank_folder(name.value).absolute() for name in deck.banks]
            self._bank_folders[deck.path] = folders
        of_deck = self._bank_folders[deck.path]
        return any(self._banks[folder][0] is bank for folder in of_deck if folder in self._banks)

    def _report_duplicate_bank_id(self, bank: Bank, report: Report) -> None:
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

    def other_banks(self, bank: Bank, project: Project) -> Iterator[Bank]:
        """Yield the banks of `project` but `bank`, as far as they can be read.

        They are only looked at: what is wrong with them is no diagnostic of this workspace.
        """
        for other, _ in self._others(bank, project):
            if other is not None:
                yield other

    def are_others_readable(self, bank: Bank, project: Project) -> bool:
        """Return whether all banks of `project` but `bank` can be read, each of their questions."""
        return not any(
            other is None or has_errors(self.filter.apply(report.diagnostics))
            for other, report in self._others(bank, project)
        )

    def _others(self, bank: Bank, project: Project) -> Iterator[tuple[Bank | None, Report]]:
        bank_folder = bank.span.source.path.parent.absolute()
        for folder in project.bank_folders():
            if folder.absolute() != bank_folder:
                yield self._bank(self._relative(folder), is_requested=False)

    @gc_paused()
    def _bank(self, folder: Path, *, is_requested: bool = True) -> tuple[Bank | None, Report]:
        key = folder.absolute()
        if is_requested:
            self._requested.add(key)
        if key not in self._banks:
            report = Report()
            bank = read_bank(folder, report, self.records, self._files)
            if bank:
                report.diagnostics[:] = check_bank(
                    bank, report.diagnostics, self.records, self._jobs
                )
                self._report_duplicate_bank_id(bank, report)
            self._banks[key] = (bank, report)
        return self._banks[key]

    @staticmethod
    def _relative(path: Path) -> Path:
        """Return `path` from the current folder where it lies below, as users wrote and read it."""
        here = Path.cwd()
        return path.relative_to(here) if path.is_relative_to(here) else path


def _report_missing_bank(bank: Word, project: Project, report: Report) -> None:
    names = [folder.name for folder in project.bank_folders()]
    report.error(
        "unknown-bank",
        bank.span,
        f"there is no bank {bank.value!r}: no {BANKS}/{bank.value}/{BANK_FILE}",
        suggestion(bank.value, names),
    )


def _names(words: Iterable[str], *, to_ignore: bool) -> list[str]:
    """Return `words`, a list of names or one name, as names of diagnostics."""
    names = [words] if isinstance(words, str) else list(words)
    for name in names:
        refused = refusal(name, to_ignore=to_ignore)
        if refused:
            raise ValueError(f"{refused.message}: {refused.help}")
    return names
