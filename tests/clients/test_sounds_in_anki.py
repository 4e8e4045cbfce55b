"""Sounds in real Anki: they are in the package, and the card plays them."""

from __future__ import annotations

import io
import urllib.request
from pathlib import Path

import pdfplumber
from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.sound import SoundOrVideoTag
from support import write_project
from support.browser import drawn
from support.preview import running

from quizgen import build
from quizgen.preview.snapshot import take_snapshot
from quizgen.project.layout import Project

MP3 = b"\xff\xfb\x90\x00" + bytes(400)
OTHER = b"ID3\x04" + bytes(400)
QUESTIONS = """
- {id: f, type: flashcard, front: "Say ![](w.mp3)", back: "![the word](o.mp3)", reversed: true,
   reference: r}
- {id: c, type: multiple_choice, question: "Which?", answer: "![](w.mp3)",
   distractors: ["![](o.mp3)"], explain: "Listen: ![](o.mp3)", reference: r}
- {id: g, type: cloze, text: "A {{c1::![](w.mp3)::![](o.mp3)}} gap", hint: "![](o.mp3)",
   reference: r}
- {id: m, type: matching, question: Q, pairs: {"![](w.mp3)": x, "![](o.mp3)": y}, reference: r}
- {id: o, type: ordering, question: "![](w.mp3)", in_order: ["![](o.mp3)", b, c], reference: r}
- {id: text, type: essay, question: "[sound:w.mp3] and [anki:play:q:0]", answer: a, reference: r}
"""


def packed(root: Path) -> tuple[Path, bytes]:
    media = {"w.mp3": MP3, "o.mp3": OTHER}
    project = write_project(root, QUESTIONS, media=media)  # type: ignore[arg-type]
    result = build(project, built=1_700_000_000)
    assert result.files, result.diagnostics
    sheet = next(path for path in result.files if path.name == "sheet.pdf")
    return next(path for path in result.files if path.suffix == ".apkg"), sheet.read_bytes()


def played(package: Path, folder: Path) -> dict[str, tuple[int, int]]:
    """How many sounds each side plays; for each, its file is there."""
    collection = Collection(str(folder / "c.anki2"))
    collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
    )
    found = {}
    for card_id in collection.find_cards(""):
        card = collection.get_card(card_id)
        sides = []
        for tags in (card.question_av_tags(), card.answer_av_tags()):
            for tag in tags:
                assert isinstance(tag, SoundOrVideoTag)
                content = (Path(collection.media.dir()) / tag.filename).read_bytes()
                assert content in (MP3, OTHER)
            sides.append(len(tags))
        found[f"{card.note().fields[0].split('/')[1]} {card.ord}"] = (sides[0], sides[1])
    assert collection.media.check().missing == []
    assert collection.media.check().unused == []
    collection.close()
    return found


def test_every_sound_plays_where_it_stands(tmp_path: Path) -> None:
    package, _ = packed(tmp_path / "p")
    assert played(package, tmp_path) == {
        "f 0": (1, 2),
        "f 1": (1, 2),
        "c 0": (2, 3),
        "g 0": (1, 1),
        "m 0": (1, 1),
        "o 0": (2, 2),
        "text 0": (0, 0),
    }


def test_the_sound_of_a_hint_waits_until_the_hint_is_open(tmp_path: Path) -> None:
    package, _ = packed(tmp_path / "p")
    assert played(package, tmp_path)["g 0"] == (1, 1)
    (card,) = [card for card in drawn(package, tmp_path / "p") if card.key == "talks/g"]
    assert card.front.count('<audio controls src="quizgen-') == 1
    assert "<audio" not in card.back


def test_paper_names_sounds(tmp_path: Path) -> None:
    _, sheet = packed(tmp_path / "p")
    with pdfplumber.open(io.BytesIO(sheet)) as document:
        text = " ".join(" ".join(page.extract_text().split()) for page in document.pages)
    assert "Say [Recording: w.mp3]" in text
    assert text.count("[Recording: w.mp3]") == 4
    assert "[sound:w.mp3] and [anki:play:q:0]" in text


def test_the_preview_shows_what_is_said(tmp_path: Path) -> None:
    question = "- {id: q, type: essay, question: Why?, answer: Peace, reference: r}\n"
    root = write_project(tmp_path / "p", question, bank="speak: true\n")
    (deck,) = take_snapshot(Project(root)).decks
    (card,) = deck.entries[0].cards
    assert "\U0001f50a Why?" in card.front.html
    assert "\U0001f50a Peace" in card.back.html
    assert "anki:tts" not in card.front.html + card.back.html


def test_the_preview_plays_sounds(tmp_path: Path) -> None:
    packed(tmp_path / "p")
    snapshot = take_snapshot(Project(tmp_path / "p"))
    sides = [c.front.html + c.back.html for d in snapshot.decks for e in d.entries for c in e.cards]
    assert sum(side.count("<audio controls src=") for side in sides) > 10
    assert not any("[sound:quizgen" in side for side in sides)
    assert any("&#91;sound:w.mp3]" in side for side in sides)
    name = next(name for name, content in snapshot.media.items() if content == MP3)
    with running(tmp_path / "p") as url:
        headers = {"Origin": "null", "Sec-Fetch-Dest": "audio", "Sec-Fetch-Site": "cross-site"}
        request = urllib.request.Request(f"{url}media/{name}", headers=headers)
        with urllib.request.urlopen(request, timeout=60) as response:
            assert response.headers["content-type"] == "audio/mpeg"
            assert response.read() == MP3
        with urllib.request.urlopen(url, timeout=60) as response:
            policy = response.headers["content-security-policy"]
        assert f"media-src {url.rstrip('/')};" in policy
