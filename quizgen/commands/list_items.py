"""The items of a project's banks as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen.assemble.matching_items import matching, unknown_names
from quizgen.commands.cache import file_stamps
from quizgen.commands.cache.records import Records
from quizgen.model.assessment import Selection
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Report, in_reading_order
from quizgen.model.item import Difficulty, GapFill, Item, Word
from quizgen.model.text.gaps import GapText
from quizgen.project.layout import Project
from quizgen.readers.bank_folder import read_bank
from quizgen.readers.shapes import composed
from quizgen.reporting.text_width import align_columns, display_width

STEM_WIDTH = 60
"""Columns given to the question's text; what is longer is cut with an ellipsis."""


class ItemRow(NamedTuple):
    """One item. What the author did not give is empty. `case` is its case or its group."""

    bank: str
    id: str
    type: str
    topic: str
    difficulty: str
    points: int
    question: str
    hint: str = ""
    case: str = ""


class Listing(NamedTuple):
    """Rows, and what is wrong with the banks they come from or with the criteria."""

    rows: tuple[ItemRow, ...]
    diagnostics: tuple[Diagnostic, ...]


def list_items(
    project: Project,
    names: Sequence[str] = (),
    *,
    topics: Sequence[str] = (),
    types: Sequence[str] = (),
    difficulty: Sequence[str] = (),
    tags: Sequence[str] = (),
    ids: Sequence[str] = (),
    count: int | None = None,
) -> Listing:
    """Return the items of the banks `names` (all of `project`'s if none) that meet all criteria.

    A bank is a folder, or a name in ``question_bank/``. At most `count` items are given.
    Raises FileNotFoundError for a bank that is not there, and UnknownNameError for a topic, tag
    or id that no bank has; where a bank has errors, that is not known.
    """
    report = Report()
    folders = [project.bank(name) for name in names] or project.bank_folders()
    records = Records(project, file_stamps.tool)
    banks = [bank for folder in folders if (bank := read_bank(folder, report, records))]
    selection = selection_of(topics, types, difficulty, tags, ids)
    if not report.has_errors:
        _refuse_unknown(selection, banks)
    rows = [_row(bank, item) for bank in banks for item in matching(selection, bank)]
    return Listing(tuple(rows[:count]), tuple(in_reading_order(report.diagnostics)))


def selection_of(
    topics: Iterable[str],
    types: Iterable[str],
    difficulty: Iterable[str],
    tags: Iterable[str],
    ids: Iterable[str],
    count: int | None = None,
) -> Selection:
    """Return the selection by these words of a command line."""
    return Selection(
        topics=_words(topics),
        types=_words(types),
        difficulty=tuple(Difficulty(word) for word in difficulty),
        tags=_words(tags),
        ids=_words(ids),
        count=count,
    )


class UnknownNameError(ValueError):
    """A criterion that no bank meets by its name. The text lists the names that there are."""


def _refuse_unknown(selection: Selection, banks: Sequence[Bank]) -> None:
    unknown = [{d.message: d.help for d in unknown_names(selection, bank)} for bank in banks]
    for message in unknown[0] if unknown else ():
        if all(message in messages for messages in unknown):
            help = next(filter(None, (messages[message] for messages in unknown)), None)
            raise UnknownNameError(f"{message}; {help}" if help else message)


def _words(values: Iterable[str]) -> tuple[Word, ...]:
    return tuple(Word(composed(value)) for value in values)


def _row(bank: Bank, item: Item) -> ItemRow:
    gaps = item.interaction.parts if isinstance(item.interaction, GapFill) else ()
    return ItemRow(
        bank=bank.id,
        id=item.id.value,
        type=item.type,
        topic=item.topic,
        difficulty=item.difficulty.value if item.difficulty else "",
        points=item.points,
        question=GapText(gaps).plain if gaps else item.stem.plain,
        hint=item.hint.plain if item.hint else "",
        case=item.case.id.value if item.case else "",
    )


def table(items: Sequence[ItemRow]) -> str:
    """Format `items` in columns below a header, and their number; without hints and cases.

    Where they are of several banks, the first column names the bank.
    """
    first = 0 if len({row.bank for row in items}) > 1 else 1
    names = [name for name in ItemRow._fields if name not in ("hint", "case")]
    header = [name.upper() for name in names]
    cut_rows = [row._replace(question=_cut(row.question)) for row in items]
    rows = [[str(getattr(row, name)) for name in names] for row in cut_rows]
    count = f"{len(items)} items" if len(items) != 1 else "1 item"
    return "\n".join([*align_columns([row[first:] for row in (header, *rows)]), count]) + "\n"


def _cut(text: str) -> str:
    text = " ".join(text.split())
    if display_width(text) <= STEM_WIDTH:
        return text
    text = text[:STEM_WIDTH]
    while display_width(text) >= STEM_WIDTH:
        text = text[:-1]
    return f"{text}…"
