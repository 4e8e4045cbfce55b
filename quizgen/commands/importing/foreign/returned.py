"""How the questions of a bank come back from quizgen's own exports.

A format may have no flashcards, no dates, no styles. What a file has just as an export of the bank
would have it, its author has not changed: there the bank counts, whatever the format lacks.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from quizgen.assemble.shuffle import display_order
from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.foreign.incoming import Incoming, convert
from quizgen.commands.importing.foreign.present_bank import PresentBank
from quizgen.commands.importing.foreign.update import ALIKE, MAX_STEM, question_text
from quizgen.commands.importing.losses import ImportLosses
from quizgen.commands.importing.pictures import PackagePictures
from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report
from quizgen.model.item import GapFill, Item, Match
from quizgen.model.text import Text, filled
from quizgen.readers.apkg import MAX_PACKAGE_SIZE
from quizgen.readers.bank_folder import read_bank
from quizgen.readers.files import read_bytes
from quizgen.readers.foreign import ForeignReader
from quizgen.readers.tables.sheets import read_sheets
from quizgen.readers.tables.words import ColumnRole, part_of
from quizgen.writers.exporting.base import Export, ExportFormat, Group, OrderingStyle

Entries = tuple[Incoming, ...]
"""What a question comes back as: for a text with three gaps, some formats have three."""

MAX_ALONE = 50
"""Questions that are exported one by one, in formats that do not name their questions."""


FORM = "exports"
"""What the order of options in exports is drawn for."""
_TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".ods")
_KIN = {
    **dict.fromkeys(_TABLES, _TABLES),
    **dict.fromkeys((".tsv", ".tab"), (*_TABLES, ".quizlet.txt")),
    ".imscc": (".zip", ".imscc"),
}
"""Endings that the files of one format may have, by the ending of a file."""
MAX_HEADING_ROWS = 20
"""First rows of a table among which its headings are; Kahoot has them in the eighth."""
WINDOW = 40
"""Questions that are looked through for the one an entry of a file without names is made of."""


class _Copy(NamedTuple):
    """A format of the file, as far as its name and its content tell, with a way to ask orders.

    Where it `is_mixed`, options stand as in the exports of a deck file, else as in the bank.
    """

    format: ExportFormat
    ordering: OrderingStyle
    is_mixed: bool = False


def _may_have(format: ExportFormat, rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a table with the first `rows` may be an export in `format`."""
    if format.headings:
        # A program that saves a table anew may take the ends of lines in cells for blanks.
        headings = {" ".join(heading.split()) for heading in format.headings}
        return any(headings <= {" ".join(cell.split()) for cell in row} for row in rows)
    return format.group is not Group.GAME or all(len(row) <= 2 for row in rows)


class ReturnedQuestions:
    """What the questions of the bank in `folder` come back as from files such as `path`.

    `reader` reads such files. Where the file `has_ids` of its questions, a table is none of a quiz
    program. Nothing is exported before `of` is called.
    """

    def __init__(self, folder: Path, path: Path, reader: ForeignReader, *, has_ids: bool) -> None:
        self._folder = folder
        self._path = path
        self._reader = reader
        self._has_ids = has_ids
        self._of_id: dict[str, list[Entries]] | None = None

    @property
    def is_table(self) -> bool:
        """Whether the file is a table."""
        return self._path.suffix.lower() in _TABLES

    def of(self, id: str, present: PresentBank) -> Sequence[Entries]:
        """Return what the question `id` of `present` comes back as, for each format that fits."""
        if self._of_id is None:
            items = tuple(self._bank.items) if self._bank is not None else ()
            self._of_id = self.of_items(items, present)
        return self._of_id.get(id, ())

    def of_items(self, items: Sequence[Item], present: PresentBank) -> dict[str, list[Entries]]:
        """Return what `items` of the bank come back as, by their ids, for each format that fits.

        They need not be in the bank as they are; it gives what an export has besides them.
        """
        of_id: dict[str, list[Entries]] = {}
        if (bank := self._bank) is None:
            return of_id
        for copy in self._copies():
            for name, entries in self._returned(copy, bank, items, present).items():
                of_id.setdefault(name, []).append(entries)
        return of_id

    @functools.cached_property
    def _bank(self) -> Bank | None:
        return read_bank(self._folder, Report())

    def _copies(self) -> Iterator[_Copy]:
        """Yield the formats that the file may have, each with every way to ask orders."""
        for format in self._formats():
            yield _Copy(format, OrderingStyle.NATIVE)
            if format.has_ordering:
                yield _Copy(format, OrderingStyle.MATCHING)
            if format.group is not Group.PLATFORM:  # these may show the first options only
                yield _Copy(format, OrderingStyle.NATIVE, is_mixed=True)

    def _formats(self) -> list[ExportFormat]:
        """Return the formats that the file may have.

        Only an ending of two parts, as in ``talks.kahoot.xlsx``, names one. Files are renamed, and
        saved by other programs: of all others, it says no more than what kind of file it is.
        """
        from quizgen.writers.exporting.formats import FORMATS

        name, suffix = self._path.name.lower(), self._path.suffix.lower()
        usable = [one for one in FORMATS if not one.package or find_spec(one.package)]
        if exact := [one for one in usable if name.endswith(one.ending) and one.ending != suffix]:
            return exact
        alike = [one for one in usable if one.ending.endswith(_KIN.get(suffix, suffix))]
        if suffix in _TABLES:
            rows = self._first_rows
            alike = [one for one in alike if _may_have(one, rows)]
        plain = [one for one in alike if one.group is Group.SHEET]
        named = [one for one in plain if one.ending == suffix]
        if self._has_ids and plain:
            return named or plain[:1]  # CSV and Excel have the same cells
        return [one for one in alike if one not in plain or one in named]

    def columns(self) -> frozenset[ColumnRole] | None:
        """Return what the columns of the file hold, a table; None where it is none."""
        if not self.is_table:
            return None
        rows = ({part_of(cell) for cell in row} - {None} for row in self._first_rows)
        return frozenset(part for part in max(rows, key=len, default=()) if part is not None)

    @functools.cached_property
    def _first_rows(self) -> list[tuple[str, ...]]:
        """Return the cells of the first rows of the file, a table."""
        content = read_bytes(self._path, Report(), MAX_PACKAGE_SIZE, anywhere=True) or b""
        sheets = read_sheets(content, self._path, Report()) or []
        return [row.cells for sheet in sheets for row in sheet.rows[:MAX_HEADING_ROWS]]

    def _returned(
        self, copy: _Copy, bank: Bank, items: Sequence[Item], present: PresentBank
    ) -> Mapping[str, Entries]:
        """Return what each of `items` of `bank` comes back as from `copy`, by its id."""
        grouped: dict[str, list[Incoming]] = {}
        known = {item.id.value for item in items}
        whole = self._exported(items, copy, bank, present)
        for one in whole:
            name = one.named if one.named in known else one.named.rpartition(".")[0]
            grouped.setdefault(name, []).append(one)
        if grouped.keys() <= known:
            return {name: tuple(several) for name, several in grouped.items()}
        by_stem = attributed(whole, items)
        left = [item for item in items if item.id.value not in by_stem]
        for item in left[:MAX_ALONE]:
            if entries := tuple(self._exported([item], copy, bank, present)):
                by_stem[item.id.value] = entries
        return by_stem

    def _exported(
        self, items: Sequence[Item], copy: _Copy, bank: Bank, present: PresentBank
    ) -> list[Incoming]:
        """Return `items` as they come back; none where the reader does not take the file."""
        questions = tuple(
            Question(number, item, display_order(item, bank.id, FORM) if copy.is_mixed else ())
            for number, item in enumerate(items, 1)
        )
        export = Export("all", copy.format, questions, copy.ordering)
        content = copy.format.render(export, bank).content
        path = self._path.with_name(f"all{copy.format.ending}")
        if not self._reader.is_mine(content, path):
            return []
        file = self._reader.read(content, path, Report(), {})
        if file is None:
            return []
        pictures = PackagePictures(file.media, present.media)
        converter = FieldConverter(pictures, ImportLosses(), math=present.math)
        return convert(file, converter, Report(), present.language)


def attributed(entries: Sequence[Incoming], items: Sequence[Item]) -> dict[str, Entries]:
    """Return which of `entries` are made of which of `items`, by their ids; both are in order."""
    texts = [_texts(item) for item in items]
    result: dict[str, list[Incoming]] = {}
    seen: set[tuple[int, str]] = set()
    place = 0
    for one in entries:
        text = _letters(question_text(one.values))
        window = range(place, min(place + WINDOW, len(items)))
        likeness = {
            index: max((_likeness(other, text) for other in texts[index]), default=0)
            - ((index, text) in seen)  # a stem that stands twice is that of two questions
            for index in window
        }
        nearest = max(likeness, key=lambda index: likeness[index], default=place)
        if likeness.get(nearest, 0) >= ALIKE:
            place = nearest
            seen.add((place, text))
            result.setdefault(items[place].id.value, []).append(one)
    return {name: tuple(several) for name, several in result.items()}


def _texts(item: Item) -> list[str]:
    """Return the characters of the texts by which a question made of `item` is known."""
    match item.interaction:
        case GapFill(parts=parts):
            texts = [Text(filled(parts, lambda gap: ())).plain]
        case Match(premises=premises):
            texts = [item.stem.plain, *(premise.plain for premise in premises)]
        case _:
            texts = [item.stem.plain]
    return list(filter(None, map(_letters, texts)))


def _likeness(text: str, entry: str) -> float:
    """Return how much `entry` is like `text`, up to 2; options may stand behind it."""
    if entry == text:
        return 2
    matcher = SequenceMatcher(None, text[:MAX_STEM], entry[:MAX_STEM], autojunk=False)
    ratio = matcher.ratio() if matcher.real_quick_ratio() >= ALIKE else 0
    return max(ratio, ALIKE) if entry.startswith(text) else ratio


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", text.casefold()))
