"""``cloze``: a text with gaps, in Anki's notation."""

from __future__ import annotations

from quizgen.model.item import GapFill
from quizgen.model.pattern import pattern
from quizgen.model.text import BLOCKS, GapBlock, Text, parse_gaps
from quizgen.model.text.gaps import GapText, without_bars_in_gaps
from quizgen.model.text.marked_words import MarkedWords, marked_words
from quizgen.readers.keys import Key, Values
from quizgen.readers.question_types.base import ItemBody, QuestionType
from quizgen.readers.shapes import BlockText, Reading, note_oddities, report_blocks, scalar
from quizgen.readers.shapes.places import places_in
from quizgen.readers.yaml import MappingNode, Node


class TextWithGaps:
    """Markdown, blocks too, with at least one ``{{c1::answer}}`` or ``{{c1::answer::hint}}``."""

    noun = "a text with gaps"

    def read(self, node: Node, reading: Reading) -> tuple[GapText, Node] | None:
        """Return the text in `node` and its node, or None once the reason has been reported.

        A text without a gap is a fault, as are gaps that `parse_gaps` finds a problem in.
        """
        if isinstance(node, MappingNode):
            reading.report.error(
                "wrong-kind",
                node,
                "a text that begins with {{ is taken for keys with values",
                'put the text in double quotes: "{{c1::answer}} …"',
            )
            return None
        typed = scalar(node, self.noun, reading)
        if typed is None:
            return None
        text = parse_gaps(typed.value, typed, math=reading.math)
        if any(isinstance(part, (GapBlock, *BLOCKS)) for part in text.parts):
            source = without_bars_in_gaps(typed.value)
            if not report_blocks(typed, BlockText.blocks, reading, source):
                return None
        note_oddities(typed, text.parts, reading)
        places = places_in(typed, [(problem.start, problem.end) for problem in text.problems])
        for problem, place in zip(text.problems, places, strict=True):
            help = "write gaps as {{c1::answer::hint}}"
            reading.report.error("bad-gap", place, problem.clause, help)
        if not text.gaps and not text.problems:
            reading.report.error(
                "no-gap",
                typed,
                "this cloze text has no gap, so there is nothing to ask",
                _how_to_mark(typed.value),
            )
        return (text, typed) if text.gaps and not text.problems else None


_SINGLE_SIGNS = pattern(
    r"(?<!\$)\{(?P<braces>[^{}]{1,60})\}|(?<!!)\[(?P<brackets>[^\[\]]{1,60})\](?!\()"
)
"""Words between single braces or brackets; no formula, picture or link."""


def _how_to_mark(typed: str) -> str:
    """Return how to mark a gap in `typed`, for the words that it marks in another way if any."""
    marked = next(marked_words(typed), None)
    if marked is None and (match := _SINGLE_SIGNS.search(typed)):
        marked = MarkedWords(match[0], (match["braces"] or match["brackets"]).strip(" =~_.…"))
    if marked is None or not marked.words:
        return "mark what to leave out: {{c1::answer}}, or {{c1::answer::hint}}"
    return f"write {{{{c1::{marked.words[:60]}}}}} for {marked.typed[:60]}"


TEXT_WITH_GAPS = Key(
    "text", TextWithGaps(), "a text in quotes with gaps: {{c1::answer::hint}}", required=True
)


def _build(values: Values, entry: MappingNode, reading: Reading) -> ItemBody:
    text, span = values[TEXT_WITH_GAPS]
    return ItemBody(Text((), span), GapFill(text.parts), points=len(text.gaps))


CLOZE = QuestionType(
    name="cloze",
    doc=(
        "A sentence with words left out. Gaps with different numbers become different cards; "
        "gaps with the same number are asked together. A hint after `::` is shown in the gap. "
        "Worth a point a gap unless `points:` says otherwise."
    ),
    keys=(TEXT_WITH_GAPS,),
    build=_build,
    example="""\
- id: charter-signed
  type: cloze
  text: "The Charter was signed in {{c1::San Francisco::city}} in {{c2::1945}}."
  explain: Fifty nations took part in the conference.
  reference: Charter of the United Nations, 26 June 1945
  difficulty: medium
""",
)
