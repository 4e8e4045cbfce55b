"""The files of a project's ledgers.

Each bank has a ledger of its notes, and each deck file a ledger of the notes it has handed out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cached_property
from pathlib import Path

from quizgen.assemble.matching_items import matching
from quizgen.commands.ledgers.lost_lines import notes_without_deck, report_lost_notes
from quizgen.model.assessment import DeckFile, Selection
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.model.item import Item
from quizgen.model.ledger import (
    DeckLedger,
    Ledger,
    NoteKey,
    Status,
    adopted,
    former_place,
    homes,
    joined,
    known_as,
    parse_deck_ledger,
    parse_ledger,
)
from quizgen.model.ledger.model import BANK_SEPARATOR
from quizgen.project.layout import BANK_FILE, BANK_LEDGER, Project, yaml_files
from quizgen.readers.bank_folder import bank_id
from quizgen.readers.files import read_source
from quizgen.writers.anki.deck_part import ANKI


class Ledgers:
    """The ledgers of `project`, each read on demand and once; damage is added to `report`.

    `deck_file_of` reads the deck file at a path, and gives None for one that cannot be read.
    """

    def __init__(
        self, project: Project, report: Report, deck_file_of: Callable[[Path], DeckFile | None]
    ) -> None:
        self._project = project
        self.report = report
        self._deck_file_of = deck_file_of
        self._banks: dict[Path, Ledger | None] = {}
        self._chosen: dict[tuple[Path, int], tuple[Bank, frozenset[str]]] = {}
        self._known: dict[int, tuple[Bank, Ledger]] = {}

    def of_bank(self, bank: Bank) -> Ledger:
        """Return the ledger of `bank` as the last build left it; empty before the first.

        The rows of its deck files' ledgers in format 1 are joined with it, and of items that came
        from other banks, or were there, what the ledgers of these know.
        """
        _, known = self._known.get(id(bank), (bank, None))
        if known is None:
            known = self._joined(bank)
            self._known[id(bank)] = bank, known
        return known

    def _joined(self, bank: Bank) -> Ledger:
        bank_ledger = self._read(bank.span.source.path.parent)
        ledgers = [*([bank_ledger] if bank_ledger else []), *self._former(bank.id)]
        ledger = joined(ledgers) if len(ledgers) > 1 else (ledgers[0] if ledgers else Ledger())
        if ledger.bank == bank.id:
            report_lost_notes(self.own_file(bank), ledger, self._decks, self.report)
        renamed = [item for item in bank.items if item.renamed_from is not None]
        others = self._others(bank.id, renamed) | self._related(bank.id, ledger)
        if not others and not any(map(former_place, renamed)):
            return ledger
        return adopted(ledger, bank.id, bank.items, others)

    def saved(self, bank: Bank) -> Ledger:
        """Return the ledger in the folder of `bank`, without what others know."""
        return self._read(bank.span.source.path.parent) or Ledger()

    def own_file(self, bank: Bank) -> Path:
        """Return the path of the ledger of `bank`, which need not exist."""
        return bank.span.source.path.parent / BANK_LEDGER

    def of_deck(self, deck_file: Path) -> DeckLedger:
        """Return the ledger of the deck file at the path `deck_file`; empty before a build."""
        return self._decks.get(deck_file.with_suffix(".ledger").absolute(), DeckLedger())

    def chosen(self, deck: DeckFile, bank: Bank, selection: Selection) -> frozenset[str]:
        """Return the identities of the items of `bank` in `selection`, that of the cards of `deck`.

        Found once: each deck file of the bank looks at what all others hold.
        """
        key = deck.path, id(bank)
        _, chosen = self._chosen.get(key, (bank, None))
        if chosen is None:
            ledger, items = self.of_bank(bank), matching(selection, bank)[: selection.count]
            chosen = frozenset(ledger.identities(items))
            self._chosen[key] = bank, chosen
        return chosen

    def given_by(self, bank: Bank) -> list[Path]:
        """Return the paths of those ledgers of deck files that name notes of `bank`."""
        return [path for path, deck in self._decks.items() if deck.bank == bank.id and deck.notes]

    def unclaimed(self, bank: Bank, items: Set[str]) -> list[NoteKey]:
        """Return the live notes of `items`, identities, that no known deck file has handed out.

        They are in the ledger of `bank`, and no ledger of a deck file names them.
        """
        ledger = self.saved(bank)
        notes = notes_without_deck(bank, ledger, self._decks.values())
        return [
            key for key in notes if key.item in items and ledger.notes[key].status is Status.LIVE
        ]

    def orphans(self, bank: str, deck_file: Path) -> Iterator[tuple[Path, DeckLedger]]:
        """Yield the ledgers about `bank`, with their paths, of which nothing goes on.

        Their deck files are gone, or make no cards of `bank` any more. The one at the path
        `deck_file` does.
        """
        for path, ledger in self._decks.items():
            is_other = path.stem != deck_file.stem and ledger.bank == bank
            if is_other and self.card_banks(path.stem).isdisjoint({bank, None}):
                yield path, ledger

    def abandoned(self) -> Iterator[tuple[Path, DeckLedger]]:
        """Yield the ledgers, with their paths, of which neither deck file nor bank goes on."""
        for path, ledger in self._decks.items():
            if ledger.bank not in self._bank_ids and not self.card_banks(path.stem):
                yield path, ledger

    def card_banks(self, stem: str) -> Set[str | None]:
        """Return the ids of the banks of which the deck file called `stem` makes cards.

        None stands for any bank: a deck file with mistakes may make cards of whatever it will name.
        """
        banks: set[str | None] = set()
        for path in yaml_files(self._project.decks):
            if path.stem != stem:
                continue
            deck = self._deck_file_of(path)
            if deck is None or deck.is_faulty:
                banks.add(None)
            elif ANKI.spec_in(deck) is not None:
                folders = [self._project.bank_folder(name.value) for name in deck.banks]
                banks.update(bank_id(folder / BANK_FILE) for folder in folders)
        return banks

    def is_known(self, bank: str) -> bool:
        """Return whether a bank or a ledger of the project has the id `bank`."""
        return bank in self._known_banks

    def held_by_others(self, bank: str, readable: Set[str]) -> frozenset[str]:
        """Return the identities in `bank` of the live notes of banks that cannot be read.

        The items of banks that are `readable`, ids, can be looked at. A bank that is gone holds
        nothing any more, although its ledger may lie there.
        """
        return frozenset(
            known_as(key.item, holder, bank)
            for holder, ledger in self._by_bank.items()
            if holder != bank and holder in self._bank_ids - readable
            for key, row in ledger.notes.items()
            if row.status is Status.LIVE
        )

    def away(self, bank: str) -> frozenset[str]:
        """Return the identities in `bank` of the items that another bank has taken over."""
        return frozenset(
            known_as(key.item, holder, bank)
            for holder, ledger in self._related(bank, Ledger()).items()
            for key in ledger.notes
            if key.item.startswith(f"{bank}{BANK_SEPARATOR}")
        )

    def _related(self, bank: str, ledger: Ledger) -> dict[str, Ledger]:
        """Return the other ledgers, by bank, that know of items of `bank` or of those it took over.

        `ledger` is that of `bank`.
        """
        here = homes(ledger)
        return {
            holder: other
            for holder, other in self._by_bank.items()
            if holder != bank and (holder in here or self._homes[holder] & {bank, *here})
        }

    @cached_property
    def _homes(self) -> Mapping[str, frozenset[str]]:
        """The banks from which each bank of the project has taken items over."""
        return {bank: homes(ledger) for bank, ledger in self._by_bank.items()}

    def _former(self, bank: str) -> list[Ledger]:
        """Return the rows of `bank` in the ledgers of its deck files, as far as in format 1."""
        return [
            ledger.former
            for ledger in self._decks.values()
            if ledger.former and ledger.former.bank == bank
        ]

    def _others(self, bank: str, items: Iterable[Item]) -> dict[str, Ledger]:
        """Return the ledgers of the banks that any of `items` came from, by the banks' ids."""
        named = {place[0] for item in items if (place := former_place(item))} - {bank}
        return {
            other: joined([*([self._by_bank[other]] if other in self._by_bank else []), *former])
            for other in sorted(named)
            if (former := self._former(other)) or other in self._by_bank
        }

    @cached_property
    def _decks(self) -> dict[Path, DeckLedger]:
        """The ledgers of all deck files by their paths, also of deck files that are gone."""
        ledgers = {}
        for path in sorted(self._project.decks.glob("*.ledger")):
            source = read_source(path, self.report)
            ledger = parse_deck_ledger(source, self.report) if source else None
            if ledger is not None:
                ledgers[path.absolute()] = ledger
        return ledgers

    @cached_property
    def _by_bank(self) -> dict[str, Ledger]:
        """The ledgers of all banks by the banks' ids, also in folders without a bank any more."""
        folders = [file.parent for file in sorted(self._project.banks.glob(f"*/{BANK_LEDGER}"))]
        ledgers = [ledger for folder in folders if (ledger := self._read(folder))]
        return {ledger.bank: ledger for ledger in ledgers}

    @cached_property
    def _known_banks(self) -> frozenset[str]:
        """The ids of all banks of the project, and of all banks with a ledger."""
        return self._bank_ids | self._by_bank.keys()

    @cached_property
    def _bank_ids(self) -> frozenset[str]:
        """The ids of all banks of the project."""
        ids = [bank_id(folder / BANK_FILE) for folder in self._project.bank_folders()]
        return frozenset(filter(None, ids))

    def _read(self, folder: Path) -> Ledger | None:
        """Return the ledger in a bank's `folder`; None where there is none, or it is damaged."""
        key = folder.absolute()
        if key not in self._banks:
            file = folder / BANK_LEDGER
            source = read_source(file, self.report) if file.exists() else None
            self._banks[key] = parse_ledger(source, self.report) if source else None
        return self._banks[key]
