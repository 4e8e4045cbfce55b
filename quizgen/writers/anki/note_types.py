"""The note types, one a kind of card. Ids and slugs are released: they never change."""

from __future__ import annotations

from collections.abc import Mapping

from quizgen.writers.anki.note_type import Field, NoteType, Template
from quizgen.writers.anki.templates import ANSWER_SPEECH, RULE, STEM, back, block, front

RATIONALES = Field("spare-2", "Rationales")
"""Why options are right or wrong. On the back alone: no read-aloud, no column tells it before."""

JUDGING = Field("spare-2", "Judging")
"""What the card's script needs to know to judge a typed answer."""

ALL_EXPLAIN = Field("spare-2", "Explanation of all")
ALL_SOURCE = Field("spare-3", "Source of all")
"""What an item with parts says of all of them. No card shows it: it gives sisters away. It is
there for `quizgen import`."""

_BEFORE_FIRST = 1764000000000
"""The ids of the note types follow this one, in the order of their numbers."""


def _one_card(
    number: int,
    slug: str,
    title: str,
    fields: Mapping[str, str],
    card: str,
    card_name: str,
    *,
    front: str,
    back: str,
    asks: str = "stem",
    is_cloze: bool = False,
    named_spares: tuple[Field, ...] = (),
) -> NoteType:
    """Return the note type of `number` whose notes have one card, `card` by its slug.

    `fields` are the names of its own fields by their slugs. The card exists where the field `asks`
    has content, by which notes are sorted too.
    """
    return NoteType(
        id=_BEFORE_FIRST + number,
        slug=slug,
        name=f"quizgen {title}",
        own_fields=tuple(Field(field, name) for field, name in fields.items()),
        templates=(Template(card, card_name, front, back, needs=(asks,)),),
        sort_field=asks,
        is_cloze=is_cloze,
        named_spares=named_spares,
    )


FLASHCARD = NoteType(
    id=_BEFORE_FIRST + 1,
    slug="flashcard",
    name="quizgen Flashcard",
    own_fields=(
        Field("front", "Front"),
        Field("back", "Back"),
        Field("reversed", "Reversed"),
    ),
    templates=(
        Template(
            slug="forward",
            name="Front to back",
            front=front(block("stem", "{{Front}}")),
            back=back(block("stem", "{{Front}}") + RULE + block("answer", "{{Back}}")),
            needs=("front",),
        ),
        Template(
            slug="backward",
            name="Back to front",
            front="{{#Reversed}}"
            + front(block("stem", "{{Back}}") + ANSWER_SPEECH, hint=False)
            + "{{/Reversed}}",
            back=back(
                block("stem", "{{Back}}") + RULE + block("answer", "{{Front}}"), speech=False
            ),
            needs=("back", "reversed"),
        ),
    ),
    sort_field="front",
)

CHOICE = _one_card(
    2,
    "choice",
    "Choice",
    {"stem": "Question", "options": "Options", "hint": "Hint"},
    "choose",
    "Choose",
    front=front(STEM + block("hint", "{{Hint}}", given="Hint") + "{{Options}}", script=True),
    back=back(STEM + '<div id="answer">{{Options}}</div>\n{{Rationales}}', script=True),
    named_spares=(RATIONALES,),
)

TYPED = _one_card(
    3,
    "typed",
    "Typed answer",
    {"stem": "Question", "answer": "Answer", "unit": "Unit", "also": "Also accepted"},
    "type",
    "Type",
    front=front(
        STEM
        + '<div class="typed">{{type:Answer}}'
        + '{{#Unit}}<span class="unit">{{Unit}}</span>{{/Unit}}</div>',
        script=True,
    ),
    back=back(
        STEM
        + RULE
        + '<div class="typed">{{type:Answer}}</div>'
        + '<div class="answer" dir="auto">{{Answer}}'
        + '{{#Unit}} <span class="unit">{{Unit}}</span>{{/Unit}}</div>'
        + block("also", "{{Also accepted}}", given="Also accepted")
        + "{{Judging}}",
        script=True,
        judge=True,
    ),
    named_spares=(JUDGING,),
)

CLOZE = _one_card(
    4,
    "cloze",
    "Cloze",
    {"text": "Text"},
    "cloze",
    "Cloze",
    asks="text",
    front=front(block("stem", "{{cloze:Text}}")),
    back=back(block("stem", "{{cloze:Text}}")),
    is_cloze=True,
)

MATCHING = _one_card(
    5,
    "matching",
    "Matching",
    {"stem": "Question", "premise": "Premise", "response": "Response", "responses": "Responses"},
    "match",
    "Match",
    asks="premise",
    front=front(STEM + block("premise", "{{Premise}}") + "{{Responses}}", script=True),
    back=back(
        STEM + block("premise", "{{Premise}}") + '<div id="answer">{{Responses}}</div>',
        script=True,
    ),
    named_spares=(ALL_EXPLAIN, ALL_SOURCE),
)

ORDERING = _one_card(
    6,
    "ordering",
    "Ordering",
    {"stem": "Question", "shuffled": "Shuffled", "ordered": "In order"},
    "order",
    "Order",
    front=front(STEM + "{{Shuffled}}", script=True),
    back=back(STEM + RULE + "{{In order}}", script=True),
    named_spares=(ALL_SOURCE,),
)

_WHEN = block("prompt", "{{Prompt}}") + block("stem", "{{Event}}")

DATE = _one_card(
    7,
    "date",
    "Date",
    {"prompt": "Prompt", "event": "Event", "date": "Date"},
    "date",
    "When",
    asks="event",
    front=front(_WHEN),
    back=back(_WHEN + RULE + block("answer", "{{Date}}")),
)

ESSAY = _one_card(
    8,
    "essay",
    "Essay",
    {"stem": "Question", "answer": "Model answer", "rubric": "Rubric"},
    "write",
    "Write",
    front=front(STEM),
    back=back(STEM + RULE + block("answer", "{{Model answer}}") + "{{Rubric}}"),
)

NOTE_TYPES = (FLASHCARD, CHOICE, TYPED, CLOZE, MATCHING, ORDERING, DATE, ESSAY)
