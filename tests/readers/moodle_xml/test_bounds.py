"""Texts of Moodle that are made to take long, and files of one name."""

from __future__ import annotations

import pytest
from support.growth import is_within

from quizgen.readers.foreign.files import GatheredFiles
from quizgen.readers.moodle_xml.tasks import _without_unit
from quizgen.readers.moodle_xml.texts import _AUDIO


@pytest.mark.parametrize(
    "text", ['<audio><source src="a">' * 20_000, "<audio" * 50_000, "<audio>" + " " * 200_000]
)
def test_a_sound_that_never_ends(text: str) -> None:
    assert _AUDIO.sub("", text) == text
    assert is_within(5, lambda: _AUDIO.sub("", text))


def test_a_unit_behind_many_blanks() -> None:
    assert is_within(5, lambda: _without_unit(" " * 100_000 + "x", "km"))


def test_files_of_one_name_are_told_apart() -> None:
    files = GatheredFiles()
    addresses = [files.add("a.png", str(n).encode()) for n in range(4000)]
    assert len(set(addresses)) == 4000
    assert files.add("a.png", b"7") == addresses[7]
    assert files.media[addresses[7]] == b"7"
