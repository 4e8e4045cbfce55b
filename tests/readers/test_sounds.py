"""Sounds of a bank: which files are taken, and what is told of the others."""

from __future__ import annotations

import io
import wave
from pathlib import Path

import pytest
from support import write_project

from quizgen import check
from quizgen.model.text import Image, Sound, parse_text, same_key
from quizgen.model.text.runs import SOUND_SUFFIXES, is_blank
from quizgen.project.sounds import is_sound

MP3 = b"\xff\xfb\x90\x00" + bytes(400)


def wav() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(1600))
    return file.getvalue()


BEGINNINGS = {
    ".mp3": [MP3, b"ID3\x04" + bytes(20)],
    ".wav": [wav()],
    ".ogg": [b"OggS" + bytes(20)],
    ".oga": [b"OggS" + bytes(20)],
    ".opus": [b"OggS" + bytes(20)],
    ".flac": [b"fLaC" + bytes(20)],
    ".m4a": [bytes(3) + b"\x20ftypM4A " + bytes(20)],
}


def told(root: Path, written: str, **media: bytes) -> list[str]:
    question = f"- {{id: q, type: flashcard, front: '{written}', back: b, reference: r}}\n"
    files = {name.replace("_", "."): content for name, content in media.items()}
    project = write_project(root, question, media=files)  # type: ignore[arg-type]
    found = check(project)
    assert all(one.span.line == 3 and one.help for one in found)
    return [f"{one.name}: {one.message}" for one in found]


@pytest.mark.parametrize("suffix", SOUND_SUFFIXES)
def test_each_kind_of_sound_is_known_by_its_beginning(suffix: str) -> None:
    for content in BEGINNINGS[suffix]:
        assert is_sound(content, suffix)
    others = {one for kind in BEGINNINGS.values() for one in kind} - set(BEGINNINGS[suffix])
    for content in (*others, b"", b"\xff", b"<!doctype html><title>Not found</title>"):
        assert is_sound(content, suffix) == (
            content[:4] == b"OggS" and suffix in (".ogg", ".oga", ".opus")
        )


def test_a_sound_needs_no_description_and_is_something() -> None:
    text = parse_text("![](a.MP3) and ![said](b.ogg) and ![map](c.png)")
    assert [run for run in text.runs if not isinstance(run, str)] == [
        Sound("a.MP3", ""),
        Sound("b.ogg", "said"),
        Image("c.png", "map"),
    ]
    assert text.plain == "a.MP3 and said and map"
    assert not is_blank(parse_text("![](a.mp3)"))
    assert same_key(parse_text("![x](a.mp3)")) != same_key(parse_text("![x](b.mp3)"))


def test_sounds_of_the_media_folder_are_fine(tmp_path: Path) -> None:
    assert told(tmp_path / "p", "![](word.mp3) ![said](b.wav)", word_mp3=MP3, b_wav=wav()) == []


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("![](word.mp3)", "missing-media: there is no sound 'word.mp3'"),
        ("![](../word.mp3)", "missing-media: '../word.mp3' is not the name of a file in media/"),
        ("![](.mp3)", "missing-media: '.mp3' is no sound for cards and paper"),
        (
            "![](https://example.org/word.mp3)",
            "missing-media: the sound https://example.org/word.mp3 is on the web, and sounds are "
            "not fetched from there",
        ),
    ],
)
def test_what_is_no_sound_of_the_folder_is_told(tmp_path: Path, written: str, message: str) -> None:
    assert told(tmp_path / "p", written) == [message]


def test_a_page_of_the_web_under_the_name_of_a_sound_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "p", "![](word.mp3)", word_mp3=b"<html>404</html>") == [
        "unreadable-sound: the sound 'word.mp3' is damaged, or is not what its name says"
    ]


def test_a_deck_file_plays_no_sound(tmp_path: Path) -> None:
    deck = "bank: talks\nanki: {deck: Talks, description: '![](word.mp3)'}\n"
    found = check(write_project(tmp_path / "p", deck=deck))
    assert [(one.name, one.message) for one in found if one.span.source.path.stem == "talks"] == [
        ("misplaced-picture", "a deck file cannot play the sound 'word.mp3'")
    ]
