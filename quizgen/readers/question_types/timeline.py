"""``timeline``: dated events to put in order."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TypeAlias

from quizgen.model.diagnostics import Related
from quizgen.model.item import Event, Order
from quizgen.model.text import Text
from quizgen.readers.item_keys import QUESTION, TEXT
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types.base import ItemBody, QuestionType
from quizgen.readers.question_types.dates import DateStamp, IsoDate, written_date
from quizgen.readers.question_types.parts import ExplainedPair, PartsOf, evidence_of
from quizgen.readers.shapes import Reading
from quizgen.readers.yaml import MappingNode, SequenceNode

Dated: TypeAlias = ExplainedPair[DateStamp, Text]

EVENTS = Key(
    "events",
    PartsOf(
        "dated events, one a line, as date: event",
        Key("date", IsoDate(), "when it happened", required=True),
        Key("event", TEXT, "what happened", required=True),
        "an event",
        max_count=100,
    ),
    "what happened when, one event a line: `2023-12-09: what happened`",
    required=True,
)


def _build(values: Values, entry: MappingNode, reading: Reading) -> ItemBody | None:
    dated = values[EVENTS]
    if isinstance(entry.get(EVENTS.name), SequenceNode):
        clear = _is_in_order(dated, reading)
    else:
        dated = tuple(sorted(dated, key=lambda event: event.first.parts))
        clear = _is_clear(dated, reading)
    if not clear:
        return None
    events = tuple(
        Event(event.second, written_date(event.first, reading.language), event.proof, event.hint)
        for event in dated
    )
    return ItemBody(
        values[QUESTION], Order(events), points=len(events), evidence=evidence_of(dated)
    )


def _is_clear(dated: Sequence[Dated], reading: Reading) -> bool:
    """Return whether each of the sorted dates tells which event came first; report if not.

    A date does not tell where it begins with the whole of the date before it, as 1945-06 after
    1945, or the same day twice.
    """
    clear = True
    for before, after in itertools.pairwise(one.first for one in dated):
        if after.parts[: len(before.parts)] == before.parts:
            clear = False
            reading.report.error(
                "unclear-order",
                after.span,
                "two dates of this timeline do not say which event came first",
                "give both dates to the day; or write the events as a list, in their order",
                related=(Related("the other date", before.span),),
            )
    return clear


def _is_in_order(dated: Sequence[Dated], reading: Reading) -> bool:
    """Return whether no event of the list `dated` is earlier than an event above it.

    Dates are compared as far as both go: 1945 may stand below 1945-06. The first event that is
    earlier is reported.
    """
    for before, after in itertools.combinations([event.first for event in dated], 2):
        shared = min(len(before.parts), len(after.parts))
        if after.parts[:shared] < before.parts[:shared]:
            reading.report.error(
                "unclear-order",
                after.span,
                "this event is dated before one that stands above it in the list",
                "write the events of a list in their order, or without dashes",
                related=(Related("the other date", before.span),),
            )
            return False
    return True


TIMELINE = QuestionType(
    name="timeline",
    doc=(
        "Dated events to put in order. Write them in any order; quizgen sorts them by date. "
        "Events of one date are written as a list, in their order. "
        "Anki asks for the order, and for the date of each event on a card of its own. "
        "Worth a point an event unless `points:` says otherwise."
    ),
    keys=(QUESTION, EVENTS),
    build=_build,
    example="""\
- id: early-years
  type: timeline
  question: Put these events in order, earliest first.
  events:
    1945-06-26: The Charter is signed
    1945-10-24: The Charter enters into force
    1946-01-17: The Security Council meets for the first time
  explain: The Charter needed to be ratified before it could enter into force.
  reference: Charter of the United Nations
  difficulty: hard
""",
)
