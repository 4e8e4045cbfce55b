"""The note types, one a kind of card. Ids and slugs are released: they never change."""

from __future__ import annotations

from quizgen.writers.anki.note_type import Field, NoteType, Template


def _front(body: str) -> str:
    """A front. A retired note shows none, so that Anki offers to delete its cards."""
    return f'{{{{^Retired}}}}<div class="quizgen front">\n{body}\n</div>{{{{/Retired}}}}'


def _back(body: str) -> str:
    return (
        f'<div class="quizgen back">\n{body}\n'
        + _block("explanation", "{{Explanation}}", given="Explanation")
        + _block("source", "{{Source}}", given="Source")
        + "</div>"
    )


def _block(name: str, content: str, *, given: str | None = None) -> str:
    """A block of class `name`; `given` names the field without which it is left out."""
    block = f'<div class="{name}" dir="auto">{content}</div>'
    return f"{{{{#{given}}}}}{block}{{{{/{given}}}}}\n" if given else block


_STEM = _block("stem", "{{Question}}")
_RULE = '<hr id="answer">'

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
            front=_front(_block("stem", "{{Front}}")),
            back=_back(_block("stem", "{{Front}}") + _RULE + _block("answer", "{{Back}}")),
            needs=("front",),
        ),
        Template(
            slug="backward",
            name="Back to front",
            front="{{#Reversed}}" + _front(_block("stem", "{{Back}}")) + "{{/Reversed}}",
            back=_back(_block("stem", "{{Back}}") + _RULE + _block("answer", "{{Front}}")),
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
            front=_front(_STEM + _block("hint", "{{Hint}}", given="Hint") + "{{Options}}"),
            back=_back(_STEM + '<div id="answer">{{Options}}</div>'),
            needs=("stem",),
        ),
    ),
    sort_field="stem",
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
            front=_front(
                _STEM
                + '<div class="typed">{{type:Answer}}'
                + '{{#Unit}}<span class="unit">{{Unit}}</span>{{/Unit}}</div>'
            ),
            back=_back(
                _STEM
                + _RULE
                + '<div class="typed">{{type:Answer}}</div>'
                + '<div class="answer" dir="auto">{{Answer}}'
                + '{{#Unit}} <span class="unit">{{Unit}}</span>{{/Unit}}</div>'
                + _block("also", "{{Also accepted}}", given="Also accepted")
            ),
            needs=("stem",),
        ),
    ),
    sort_field="stem",
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
            front=_front(_block("stem", "{{cloze:Text}}")),
            back=_back(_block("stem", "{{cloze:Text}}")),
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
            front=_front(_STEM + _block("premise", "{{Premise}}") + "{{Responses}}"),
            back=_back(
                _STEM + _block("premise", "{{Premise}}") + _RULE + _block("answer", "{{Response}}")
            ),
            needs=("premise",),
        ),
    ),
    sort_field="premise",
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
            front=_front(_STEM + "{{Shuffled}}"),
            back=_back(_STEM + _RULE + "{{In order}}"),
            needs=("stem",),
        ),
    ),
    sort_field="stem",
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
            front=_front(_block("prompt", "{{Prompt}}") + _block("stem", "{{Event}}")),
            back=_back(
                _block("prompt", "{{Prompt}}")
                + _block("stem", "{{Event}}")
                + _RULE
                + _block("answer", "{{Date}}")
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
            front=_front(_STEM),
            back=_back(_STEM + _RULE + _block("answer", "{{Model answer}}") + "{{Rubric}}"),
            needs=("stem",),
        ),
    ),
    sort_field="stem",
)

NOTE_TYPES = (FLASHCARD, CHOICE, TYPED, CLOZE, MATCHING, ORDERING, DATE, ESSAY)
