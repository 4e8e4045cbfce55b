"""The note types, one a kind of card. Ids and slugs are released: they never change."""

from __future__ import annotations

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

FLASHCARD = NoteType(
    id=1764000000001,
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

CHOICE = NoteType(
    id=1764000000002,
    slug="choice",
    name="quizgen Choice",
    own_fields=(
        Field("stem", "Question"),
        Field("options", "Options"),
        Field("hint", "Hint"),
    ),
    templates=(
        Template(
            slug="choose",
            name="Choose",
            front=front(
                STEM + block("hint", "{{Hint}}", given="Hint") + "{{Options}}", script=True
            ),
            back=back(STEM + '<div id="answer">{{Options}}</div>\n{{Rationales}}', script=True),
            needs=("stem",),
        ),
    ),
    sort_field="stem",
    named_spares=(RATIONALES,),
)

TYPED = NoteType(
    id=1764000000003,
    slug="typed",
    name="quizgen Typed answer",
    own_fields=(
        Field("stem", "Question"),
        Field("answer", "Answer"),
        Field("unit", "Unit"),
        Field("also", "Also accepted"),
    ),
    templates=(
        Template(
            slug="type",
            name="Type",
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
            needs=("stem",),
        ),
    ),
    sort_field="stem",
    named_spares=(JUDGING,),
)

CLOZE = NoteType(
    id=1764000000004,
    slug="cloze",
    name="quizgen Cloze",
    own_fields=(Field("text", "Text"),),
    templates=(
        Template(
            slug="cloze",
            name="Cloze",
            front=front(block("stem", "{{cloze:Text}}")),
            back=back(block("stem", "{{cloze:Text}}")),
            needs=("text",),
        ),
    ),
    sort_field="text",
    is_cloze=True,
)

MATCHING = NoteType(
    id=1764000000005,
    slug="matching",
    name="quizgen Matching",
    own_fields=(
        Field("stem", "Question"),
        Field("premise", "Premise"),
        Field("response", "Response"),
        Field("responses", "Responses"),
    ),
    templates=(
        Template(
            slug="match",
            name="Match",
            front=front(STEM + block("premise", "{{Premise}}") + "{{Responses}}", script=True),
            back=back(
                STEM + block("premise", "{{Premise}}") + '<div id="answer">{{Responses}}</div>',
                script=True,
            ),
            needs=("premise",),
        ),
    ),
    sort_field="premise",
    named_spares=(ALL_EXPLAIN, ALL_SOURCE),
)

ORDERING = NoteType(
    id=1764000000006,
    slug="ordering",
    name="quizgen Ordering",
    own_fields=(
        Field("stem", "Question"),
        Field("shuffled", "Shuffled"),
        Field("ordered", "In order"),
    ),
    templates=(
        Template(
            slug="order",
            name="Order",
            front=front(STEM + "{{Shuffled}}", script=True),
            back=back(STEM + RULE + "{{In order}}", script=True),
            needs=("stem",),
        ),
    ),
    sort_field="stem",
    named_spares=(ALL_SOURCE,),
)

DATE = NoteType(
    id=1764000000007,
    slug="date",
    name="quizgen Date",
    own_fields=(
        Field("prompt", "Prompt"),
        Field("event", "Event"),
        Field("date", "Date"),
    ),
    templates=(
        Template(
            slug="date",
            name="When",
            front=front(block("prompt", "{{Prompt}}") + block("stem", "{{Event}}")),
            back=back(
                block("prompt", "{{Prompt}}")
                + block("stem", "{{Event}}")
                + RULE
                + block("answer", "{{Date}}")
            ),
            needs=("event",),
        ),
    ),
    sort_field="event",
)

ESSAY = NoteType(
    id=1764000000008,
    slug="essay",
    name="quizgen Essay",
    own_fields=(
        Field("stem", "Question"),
        Field("answer", "Model answer"),
        Field("rubric", "Rubric"),
    ),
    templates=(
        Template(
            slug="write",
            name="Write",
            front=front(STEM),
            back=back(STEM + RULE + block("answer", "{{Model answer}}") + "{{Rubric}}"),
            needs=("stem",),
        ),
    ),
    sort_field="stem",
)

NOTE_TYPES = (FLASHCARD, CHOICE, TYPED, CLOZE, MATCHING, ORDERING, DATE, ESSAY)
