"""Sounds, hints, speech and the wish to flip come back from packages."""

from __future__ import annotations

from pathlib import Path

from support import write_project
from support.importing import BUILT, LATER, built, imported
from support.packages import StockNote, anki_package, read

from quizgen.commands.importing import ImportLoss

MP3 = b"\xff\xfb\x90\x00" + bytes(400)
OTHER = b"ID3\x04" + bytes(400)
QUESTIONS = """
- {id: f, type: flashcard, front: "Say ![](w.mp3) or ![word](o.mp3)", back: "![](o.mp3)",
   hint: "Like *this*: ![](w.mp3)", speak: false, reference: r}
- {id: c, type: multiple_choice, question: Which?, answer: A, distractors: [B, "![](o.mp3)"],
   hint: "See {{c1::x}} & <b>", reference: r}
- {id: g, type: cloze, text: "A {{c1::gap ![](w.mp3)::![](o.mp3)}} and more", reference: r}
- {id: m, type: matching, question: Q, pairs: {a: x, b: y}, hint: Look, reference: r}
- {id: t, type: timeline, question: Q, events: {1990: a, 1991: b}, hint: Look, reference: r}
- {id: s, type: short_answer, question: Q, answer: Abc, reference: r}
"""
DECK = "bank: talks\nanki: {deck: Talks, flip_after_choosing: true}\n"


def test_what_quizgen_built_comes_back_as_it_was(tmp_path: Path) -> None:
    project = write_project(
        tmp_path / "p",
        QUESTIONS,
        deck=DECK,
        bank="speak: true\n",
        media={"w.mp3": MP3, "o.mp3": OTHER},  # type: ignore[arg-type]
    )
    first = read(built(project, BUILT))
    found = imported(next((project / "dist").glob("*/*.apkg")), tmp_path / "again")
    assert set(found.losses) <= {ImportLoss.WORKSHEETS, ImportLoss.PASSAGE, ImportLoss.ORDER}
    topic = (tmp_path / "again/question_bank/talks/people.yaml").read_text(encoding="utf-8")
    assert topic.count("hint: ") == 4
    assert topic.count("speak: true") == 5
    deck = (tmp_path / "again/decks/talks.yaml").read_text(encoding="utf-8")
    assert "flip_after_choosing: true" in deck
    second = read(built(tmp_path / "again", LATER))
    assert second.notes == first.notes
    assert second.media == first.media


def test_sounds_of_other_packages_are_kept(tmp_path: Path) -> None:
    notes = [
        StockNote("Basic", ("Say [sound:a b.mp3] now", "<b>x</b>[sound:o.ogg]")),
        StockNote("Cloze", ("A {{c1::gap[sound:a b.mp3]}}", "more [sound:o.ogg]")),
        StockNote("Basic", ("[sound:a b.mp3]", "[sound:gone.mp3][sound:page.mp3][sound:v.mp4]y")),
    ]
    media = {"a b.mp3": MP3, "o.ogg": b"OggS" + bytes(30), "page.mp3": b"<html>", "v.mp4": b"v"}
    found = imported(anki_package(tmp_path, notes, media), tmp_path / "p")
    folder = tmp_path / "p/question_bank/geography"
    assert {p.name: p.read_bytes() for p in (folder / "media").iterdir()} == {
        "a-b.mp3": MP3,
        "o.ogg": media["o.ogg"],
    }
    (topic,) = [p for p in folder.glob("*.yaml") if p.name != "bank.yaml"]
    written = topic.read_text(encoding="utf-8")
    for text in ("Say ![](a-b.mp3) now", "**x**![](o.ogg)", "{{c1::gap![](a-b.mp3)}}"):
        assert text in written
    assert written.count("![](o.ogg)") == 2
    assert len(found.losses[ImportLoss.SOUND]) == 3
    package = read(built(tmp_path / "p", LATER))
    assert sorted(package.media.values()) == sorted((MP3, media["o.ogg"]))
