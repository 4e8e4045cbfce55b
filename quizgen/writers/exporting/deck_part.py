"""The part of a deck file that asks for files for other programs: ``exports:``."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.assemble import selected_questions
from quizgen.model.assessment import Selection
from quizgen.model.bank import Bank
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Report
from quizgen.model.did_you_mean import suggestion
from quizgen.model.item import Word
from quizgen.readers.deck_file.selection import SELECTION_KEYS, selection_from
from quizgen.readers.item_keys import NAME
from quizgen.readers.keys import Key, KeyTable, TableShape, Values
from quizgen.readers.shapes import ListOf, OneOf, Reading
from quizgen.readers.yaml import MappingNode, Node
from quizgen.writers.base import DeckPart
from quizgen.writers.exporting.base import Export, ExportFormat, OrderingStyle


def _formats() -> tuple[ExportFormat, ...]:
    """Return all formats. They are 30 modules that a deck file without exports has no use for."""
    from quizgen.writers.exporting import formats

    return formats.FORMATS


class FormatName:
    """The name of a format."""

    noun = "a format"

    @property
    def names(self) -> tuple[str, ...]:
        """What an editor offers."""
        return tuple(one.name for one in _formats())

    def read(self, node: Node, reading: Reading) -> ExportFormat | None:
        """Return the format that `node` names, or None once the reason has been reported."""
        word = NAME.read(node, reading)
        if word is None:
            return None
        named = next((one for one in _formats() if one.name == word.value), None)
        if named is None:
            reading.report.error(
                "unknown-format",
                node,
                f"quizgen writes no format {word.value!r}",
                suggestion(word.value, self.names),
            )
        return named


FORMAT = Key("format", FormatName(), "the program's format, such as gift", required=True)
FILE = Key("name", NAME, "the name of the file; the format's if not given")
ORDERING = Key(
    "ordering",
    OneOf("a way to ask for an order", OrderingStyle),
    "native, or matching: for a Moodle before 4.4, and for Canvas's classic quizzes",
)
EXPORT_KEYS = KeyTable("an export", (FORMAT, FILE, ORDERING, *SELECTION_KEYS))


@dataclass(frozen=True, slots=True)
class ExportSpec:
    """An export as a deck file asks for it."""

    name: Word
    format: ExportFormat
    selection: Selection
    ordering: OrderingStyle = OrderingStyle.NATIVE


def _read(values: Values, node: MappingNode, reading: Reading) -> ExportSpec:
    selection, format = selection_from(values, node), values[FORMAT]
    name = values.get(FILE, Word(format.name, selection.span))
    if values.get(ORDERING) and not format.has_ordering:
        choosers = [one.name for one in _formats() if one.has_ordering]
        reading.report.error(
            "unknown-key",
            node.key(ORDERING.name),
            f"the format {format.name} has one way to ask for an order, so none to choose",
            f"delete the line; it is for: {', '.join(choosers)}",
        )
    return ExportSpec(name, format, selection, values.get(ORDERING, OrderingStyle.NATIVE))


def _assemble(specs: tuple[ExportSpec, ...], bank: Bank, report: Report) -> tuple[Export, ...]:
    return tuple(_export(spec, bank, report) for spec in specs)


def _export(spec: ExportSpec, bank: Bank, report: Report) -> Export:
    name = spec.name.value
    what = f"the export {name!r}"
    questions = selected_questions(spec.selection, bank, "exports", what, report)
    return Export(name, spec.format, questions, spec.ordering, spec.name.span)


def _files(specs: tuple[ExportSpec, ...]) -> Iterator[tuple[Word, tuple[str, ...]]]:
    return ((spec.name, spec.format.files(spec.name.value)) for spec in specs)


EXPORTS = DeckPart(
    key=Key(
        "exports",
        ListOf(TableShape(EXPORT_KEYS, _read), or_one=True),
        "files for other programs, such as Moodle; leave out to write none",
    ),
    noun="export",
    assemble=_assemble,
    file_names=_files,
)
