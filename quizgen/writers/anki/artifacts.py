"""The Anki writer: an assessment to an .apkg, and the ledger that goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath

from quizgen.model.assessment import Assessment
from quizgen.model.bank import Bank
from quizgen.model.ledger import DeckLedger, NoteKey, format_deck_ledger, format_ledger
from quizgen.model.named_tuple import of_fields
from quizgen.project.layout import BANK_LEDGER
from quizgen.project.record_store import RecordStore
from quizgen.writers.anki.deck_part import ANKI, AnkiDeck
from quizgen.writers.anki.identity import deck_id
from quizgen.writers.anki.kept_notes import MIN_QUESTIONS, KeptNotes
from quizgen.writers.anki.package import DeckData, StampedNote, package
from quizgen.writers.anki.packed import packed
from quizgen.writers.anki.planning import Keeper, Plan, plan
from quizgen.writers.anki.preset import preset
from quizgen.writers.anki.tombstones import tombstone
from quizgen.writers.base import Artifact, Context, Folder


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """Yield the package for the deck file's Anki deck, which must ask for one, and the ledgers.

    While anything is retired, a second package, ``NAME-update.apkg``, is for learners who
    have the deck already: it holds the tombstones too. Otherwise there must be none, because
    an old one would take away questions that have come back.
    """
    anki = ANKI.of(assessment)
    assert anki is not None, "the writer is asked only where there is a deck"
    name, bank = assessment.name, assessment.bank
    planned = plan(
        anki,
        bank,
        context.ledger,
        context.built,
        context.held,
        context.resent,
        keeper_for(assessment, anki, context.records),
    )
    before = context.deck_ledger
    created = before.created or context.built
    handed_out = before.notes.union([note.key for note in planned.notes])
    yield _package(f"{name}.apkg", planned, bank, anki, created, ())
    retired = planned.retired(handed_out)
    update = f"{name}-update.apkg"
    if retired:
        yield _package(update, planned, bank, anki, created, retired)
    else:
        yield Artifact(PurePosixPath(update), None)
    deck = DeckLedger(bank.id, created, handed_out)
    text = format_deck_ledger(deck).encode()
    yield Artifact(PurePosixPath(f"{name}.ledger"), text, Folder.BESIDE_DECK)
    yield Artifact(
        PurePosixPath(BANK_LEDGER),
        lambda: format_ledger(planned.ledger).encode(),
        Folder.BANK,
        ledger=planned.ledger,
    )


def keeper_for(
    assessment: Assessment, anki: AnkiDeck, records: RecordStore | None
) -> Keeper | None:
    """Return what gives the kept notes of `anki`; None where these are not worth it."""
    if records is None or len(anki.questions) < MIN_QUESTIONS:
        return None
    return partial(KeptNotes, assessment.bank, assessment.name, anki.flips, records)


def _package(
    path: str,
    planned: Plan,
    bank: Bank,
    anki: AnkiDeck,
    created: int,
    retired: Iterable[NoteKey],
) -> Artifact:
    rows = planned.ledger.notes
    decks: dict[str, list[StampedNote]] = {anki.name: []}
    marks: list[str] = []
    for due, (key, note, deck, mark) in enumerate(planned.notes, 1):
        modified = rows[key].modified
        decks.setdefault(deck, []).append(of_fields(StampedNote, (note, modified, due)))
        marks.append(f"{mark} {modified} {due} {deck}")
    for key in retired:
        note = packed(tombstone(key, bank, planned.ledger.imported.get(key.item)))
        decks[anki.name].append(StampedNote(note, rows[key].modified, 0))
        marks.append(f"{note.mark} {rows[key].modified} 0 {anki.name}")
    others = (
        planned.media,
        planned.css,
        created * 1000,
        {slug: row.modified for slug, row in planned.ledger.note_types.items()},
        preset(anki.options, bank.id, anki.name, created) if anki.options else None,
    )
    datas = [
        DeckData(deck_id(bank.id, name), name, planned.description * (name == anki.name), notes)
        for name, notes in decks.items()
    ]
    # A note's mark stands for it: to walk through the rows would take longer than to write them.
    heads = [data[:3] for data in datas]
    source = partial(package, datas, *others)
    return Artifact(PurePosixPath(path), source, inputs=(heads, marks, *others))
