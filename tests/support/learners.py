"""Learners with a real Anki collection: they import packages and review what comes."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from anki.cards import CardId, FSRSMemoryState
from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notes import NoteId

KINDS = ("new", "updated", "conflicting", "first_field_match", "missing_notetype")

MINE = "my own words"
"""What learners write into notes, where the teacher has no explanation."""


class Learner:
    """A collection. Every card that has come so far has an interval of its own, and a review."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.collection = Collection(str(folder / "collection.anki2"))
        self._next_interval = 30
        self.reviewed: dict[CardId, str] = {}
        """What each reviewed card asked when it was reviewed, by its id."""
        self._reviews: dict[CardId, Any] = {}
        self.own: dict[CardId, tuple[int, int, int]] = {}
        """Flag, queue and deck that the learner has given to a card."""
        self._edited: set[NoteId] = set()
        """The notes into which the learner wrote `MINE`."""
        self.lost_words: list[Any] = []
        """The notes that an import replaced though nothing in them was corrected."""

    def take(self, package: Path) -> dict[str, int]:
        """Import `package` with Anki's default options; return how many notes it counts as what."""
        before = {note: self._says(note) for note in self._edited}
        request = ImportAnkiPackageRequest(
            package_path=str(package), options=ImportAnkiPackageOptions()
        )
        log = self.collection.import_anki_package(request).log
        for note, told in before.items():
            if self.collection.get_note(note)["Explanation"] != MINE:
                self._edited.remove(note)
                self.lost_words += [told] if self._says(note) == told else []
        return {kind: len(getattr(log, kind)) for kind in KINDS if len(getattr(log, kind))}

    def review_new(self) -> None:
        """Review every card that was not reviewed yet, each with an interval of its own."""
        for card_id in self.collection.find_cards("is:new"):
            card = self.collection.get_card(card_id)
            if not card.question().strip():
                continue
            card.type = card.queue = 2  # type: ignore[assignment]
            card.ivl, card.reps, card.due = self._next_interval, 1, 20
            card.memory_state = FSRSMemoryState(stability=card.ivl, difficulty=5.5)
            self.collection.update_card(card)
            self.db.execute(
                "insert into revlog values (?, ?, -1, 3, ?, 1, 2500, 1000, 1)",
                1_600_000_000_000 + self._next_interval,
                card_id,
                card.ivl,
            )
            self.reviewed[card_id] = self.asks(card_id)
            self._next_interval += 1
        self.collection.fix_integrity()  # reviews written by hand lack what Anki adds to them
        self._reviews |= {
            card_id: self._review(card_id) for card_id in self.reviewed.keys() - self._reviews
        }

    def _review(self, card_id: CardId) -> Any:
        """Return when the card is due, its interval, FSRS's memory of it, and its review."""
        card = self.collection.get_card(card_id)
        review = self.db.all("select id, ease, ivl from revlog where cid = ?", card_id)
        return card.type, card.due, card.ivl, card.reps, str(card.memory_state), review

    def assert_reviews_kept(self) -> None:
        """Assert that no import has touched a review."""
        assert {card_id: self._review(card_id) for card_id in self._reviews} == self._reviews

    def make_own(self, chance: random.Random) -> None:
        """Make some of the reviewed cards the learner's own.

        Flag them, suspend some, move some to a deck of the learner's, and write into some notes.
        """
        own_deck = self.collection.decks.id("My own deck")
        for card_id in self.reviewed:
            if card_id in self.own or chance.random() < 0.6:
                continue
            card = self.collection.get_card(card_id)
            card.flags = chance.randint(1, 7)
            card.queue = chance.choice((2, -1))  # type: ignore[assignment]
            card.did = chance.choice((card.did, own_deck)) or card.did
            self.collection.update_card(card)
            self.own[card_id] = card.flags, card.queue, card.did
            if card.nid not in self._edited and chance.random() < 0.5:
                self._write(card.nid)

    def _write(self, note_id: NoteId) -> None:
        """Write `MINE` into a note, before the next build: Anki skips corrections before that."""
        note = self.collection.get_note(note_id)
        note["Explanation"] = MINE
        self.collection.update_note(note)
        self.db.execute("update notes set mod = ? where id = ?", note.mod, note_id)
        self._edited.add(note_id)

    def _says(self, note_id: NoteId) -> Any:
        """Return what a note says besides what the learner wrote."""
        note = self.collection.get_note(note_id)
        fields = {name: text for name, text in note.items() if name != "Explanation"}
        return note.mid, fields, note.tags

    def assert_own_kept(self) -> None:
        """Assert that flags, suspensions and decks are as the learner left them."""
        cards = map(self.collection.get_card, self.own)
        assert {card.id: (card.flags, card.queue, card.did) for card in cards} == self.own

    def asks(self, card_id: CardId) -> str:
        """Return what tells the card from others: the note's own words, without its id."""
        fields = dict(self.collection.get_card(card_id).note().items())
        own = ("Premise", "Event", "Question", "Front", "Text")
        return next((fields[name] for name in own if fields.get(name)), "")

    @property
    def db(self) -> Any:
        assert self.collection.db is not None
        return self.collection.db

    def intervals(self) -> dict[str, int]:
        """Return the interval of each card by what it asks now, but for notes that have retired."""
        cards = map(self.collection.get_card, self.collection.find_cards(""))
        return {self.asks(card.id): card.ivl for card in cards if not card.note()["Retired"]}

    def retired(self) -> set[str]:
        """Return the names of the notes that have retired."""
        notes = map(self.collection.get_note, self.collection.find_notes("Retired:_*"))
        return {note["Id"] for note in notes}

    def close(self) -> None:
        """Close the collection; raise AssertionError where Anki finds it damaged."""
        report, fine = self.collection.fix_integrity()
        self.collection.close()
        assert fine, report
