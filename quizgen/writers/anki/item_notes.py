"""The notes of one item, with their identities, and what a ledger keeps of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.item import Item
from quizgen.model.ledger import NoteKey
from quizgen.model.ledger.similar_items import item_sketch
from quizgen.model.translations import Translations
from quizgen.writers.anki.entry_field import with_entry, with_unshown
from quizgen.writers.anki.html import Html
from quizgen.writers.anki.kept_notes import Circumstances, KnownRow, PartNote
from quizgen.writers.anki.notes import Draft, NoteData, complete, drafts_of
from quizgen.writers.anki.packed import packed
from quizgen.writers.anki.slots import Labels, assign_parts, label_digest


class ItemPlanner:
    """Plans the notes of the items of `bank`.

    `media` maps names in texts to names in the package, and `flips` is that of the deck.
    """

    def __init__(self, bank: Bank, media: Mapping[str, str], flips: bool) -> None:
        self.html = Html(media)
        self._bank = bank
        self._media = media
        self._flips = flips
        self._words = Translations(bank.language)

    def notes(self, question: Question, circumstances: Circumstances) -> list[PartNote]:
        """Return the notes of the item of `question`.

        They depend on nothing but the item and its bank, the parameters of this planner, and
        `circumstances`: whatever else they are made to depend on must be among these, or notes
        that are kept from earlier builds are wrong.
        """
        item = question.item
        guid = circumstances.guid or None
        before = {(row.part, row.note_type): row for row in circumstances.rows}
        keyed = list(self._keyed(question, circumstances))
        notes = [
            complete(draft, key, item, self._bank, self.html, self._words, guid)
            for key, _, draft in keyed
        ]
        first = min(range(len(keyed)), key=lambda index: keyed[index][0].part)
        row = before.get(keyed[first][0][1:])
        given = "" if circumstances.is_resent else _digest_of_live(row)
        called = circumstances.called
        notes[first] = (
            with_unshown(notes[first], item, called, given, self._media)
            if keyed[first][0].part
            else with_entry(notes, item, called, given, self._bank, self._media)
        )
        return [
            _part_note(key, data, labels, item, before.get(key[1:]))
            for (key, labels, _), data in zip(keyed, notes, strict=True)
        ]

    def _keyed(
        self, question: Question, circumstances: Circumstances
    ) -> Iterator[tuple[NoteKey, Labels, Draft]]:
        """Yield the drafts of an item with their keys; note types come one after the other."""
        groups: dict[str, list[Draft]] = {}
        for draft in drafts_of(question, self.html, self._words, self._flips):
            groups.setdefault(draft.note_type.slug, []).append(draft)
        for slug, drafts in groups.items():
            labels = [tuple([label_digest(label) for label in draft.labels]) for draft in drafts]
            known = {
                row.part: row.labels
                for row in circumstances.rows
                if row.part and row.note_type == slug
            }
            parts = assign_parts(labels, known)
            for draft, part, own_labels in zip(drafts, parts, labels, strict=True):
                yield NoteKey(circumstances.identity, part, slug), own_labels, draft


def _part_note(
    key: NoteKey, data: NoteData, labels: Labels, item: Item, before: KnownRow | None
) -> PartNote:
    """Return the note `data`, and what the ledger keeps of it.

    The sketch is made only for what is new or changed.
    """
    note = packed(data)
    digest = note.digest
    is_known = before is not None and before.digest == digest
    sketch = before.sketch if before is not None and is_known else item_sketch(item)
    return PartNote(key.part, note, digest, note.mark, labels, sketch)


def _digest_of_live(row: KnownRow | None) -> str:
    """Return the digest of what learners have; empty where the note is new or comes back."""
    return row.digest if row is not None and row.is_live else ""
