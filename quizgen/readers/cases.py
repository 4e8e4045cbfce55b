"""Cases and groups: questions of a topic file that belong together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from quizgen.model.case import Case
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Related
from quizgen.model.did_you_mean import did_you_mean
from quizgen.model.item import Word
from quizgen.model.source import Span
from quizgen.readers.item_keys import BLOCK_TEXT, GROUP, NAME, PART_OF
from quizgen.readers.keys import Key, KeyTable, TableShape, Values
from quizgen.readers.shapes import ListOf, Reading
from quizgen.readers.yaml import MappingNode

CASE_ID = Key(
    "id", NAME, "a name for the case, which its questions give as `part_of`", required=True
)
CASE_STEM = Key(
    "stem", BLOCK_TEXT, "what the questions of the case are about; shown before them", required=True
)
CASE_KEYS = KeyTable("a case", (CASE_ID, CASE_STEM))


def _case(values: Values, node: MappingNode, reading: Reading) -> Case:
    return Case(values[CASE_ID], values[CASE_STEM], Span(node.source, node.start, node.end))


CASES = Key(
    "cases",
    ListOf(TableShape(CASE_KEYS, _case)),
    "what several questions share: a text, a table, a picture that they ask about",
)


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of a topic file by their ids, None for those that are not known, and its groups."""

    declared: Mapping[str, Case] | None = None
    groups: dict[str, Case] = field(default_factory=dict)

    def of(self, values: Values, reading: Reading) -> Case | None:
        """Return the case or the group that the `values` of a question name; None for neither.

        A case that the file does not have is reported.
        """
        named, group = values.get(PART_OF), values.get(GROUP)
        if named is not None and group is not None:
            reading.report.error(
                "case-and-group",
                group.span,
                "this question stands in a case and in a group",
                "remove group; the questions of a case keep their order anyway",
            )
        if named is not None:
            return self._declared(named, reading)
        return self.groups.setdefault(group.value, Case(group)) if group is not None else None

    def _declared(self, named: Word, reading: Reading) -> Case | None:
        if self.declared is None:
            return None
        case = self.declared.get(named.value)
        if case is None:
            guess = did_you_mean(named.value, list(self.declared))
            reading.report.error(
                "unknown-case",
                named.span,
                f"this file has no case {named.value!r}",
                guess or "write it under `cases:` above the questions, with `id` and `stem`",
            )
        return case


def cases_of(cases: Iterable[Case], reading: Reading) -> Cases:
    """Return `cases` by their ids; an id that is given twice is reported."""
    declared: dict[str, Case] = {}
    for case in cases:
        earlier = declared.setdefault(case.id.value, case)
        if earlier is not case:
            reading.report.error(
                "duplicate-case",
                case.id.span,
                f"another case of this file has the id {case.id.value!r}",
                "give one of them another id, and its questions too",
                related=(Related("first used here", earlier.id.span),),
            )
    return Cases(declared)
