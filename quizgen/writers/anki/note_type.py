"""What a note type is: fields, templates, and which cards a note of it has.

Anki updates a learner's note only when the note type's fields and templates match those it
knows, by their ids. So every field and template has an id that comes from a `slug`, which
is never changed; names may be. New fields take the place of spare ones (ADR 3).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from quizgen.model.dataclass import dataclass
from quizgen.writers.anki.identity import stable_number


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a note: `slug` never changes, `name` is what Anki shows."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Template:
    """One card of a note. It exists when every field in `needs` has content."""

    slug: str
    name: str
    front: str
    back: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class NoteType:
    """One kind of card. `id` and every slug are fixed for ever once released."""

    id: int
    slug: str
    name: str
    own_fields: tuple[Field, ...]
    templates: tuple[Template, ...]
    sort_field: str
    is_cloze: bool = False
    named_spares: tuple[Field, ...] = ()
    """Spare fields that this note type has found a use for: their slugs stay."""

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All fields in Anki's order: the note's name, its own, and those every note has."""
        named = {field.slug: field for field in self.named_spares}
        common = (named.get(field.slug, field) for field in COMMON_FIELDS)
        return (ID_FIELD, *self.own_fields, *common)

    @cached_property
    def field_ids(self) -> tuple[int, ...]:
        """The ids of `fields`, by which Anki knows a field whatever its name."""
        return tuple(stable_number("field", self.slug, field.slug) for field in self.fields)

    @cached_property
    def template_ids(self) -> tuple[int, ...]:
        """The ids of `templates`, by which Anki knows a template whatever its name."""
        return tuple(stable_number("template", self.slug, t.slug) for t in self.templates)

    @cached_property
    def sort_index(self) -> int:
        """The index of `sort_field` among `fields`."""
        return [field.slug for field in self.fields].index(self.sort_field)

    @cached_property
    def _slugs(self) -> tuple[str, ...]:
        return tuple(field.slug for field in self.fields)

    def values(self, content: Mapping[str, str]) -> list[str]:
        """Return `content`, field slug to HTML, in the order of the fields; absent ones empty."""
        get = content.get
        return [get(slug, "") for slug in self._slugs]

    def ordinals(self, content: Mapping[str, str]) -> list[int]:
        """Return the indices of the templates that make a card of `content`; not for cloze."""
        return [
            ordinal
            for ordinal, template in enumerate(self.templates)
            if all(content.get(slug) for slug in template.needs)
        ]


ID_FIELD = Field("id", "Id")
"""First, so that Anki's search for duplicates never takes two notes for one."""

LANGUAGE_FIELD = Field("spare-1", "Language")
"""The language of the card's texts, as a code: for voices, fonts, line breaks and direction."""

HINT_FIELD = Field("spare-4", "Hint and speech")
"""What stands below the question on a front, and on no back: the author's hint behind a button,
and what is spoken. Choice has a field ``Hint`` of its own."""

ANSWER_SPEECH_FIELD = Field("spare-5", "Speech of the answer")
"""What is spoken on a back."""

ENTRY_FIELD = Field("spare-6", "Entry")
"""The author's entry, in the first note of an item (`quizgen.writers.anki.entry_field`). On no
card. Digests of notes leave it out."""

COMMON_FIELDS = (
    Field("explain", "Explanation"),
    Field("source", "Source"),
    Field("retired", "Retired"),
    LANGUAGE_FIELD,
    *(Field(f"spare-{n}", f"Spare {n}") for n in (2, 3)),
    HINT_FIELD,
    ANSWER_SPEECH_FIELD,
    ENTRY_FIELD,
)
"""What every note has behind its own fields. There were six spare ones at first."""
