"""`quizgen.load` takes any folder: whatever its files hold, it answers and never raises."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from support import CHOICE
from support.fuzzing import PIECES, misspelt

from quizgen import load
from quizgen.readers.question_types import QUESTION_TYPES

ENTRIES = [CHOICE, *(question_type.example for question_type in QUESTION_TYPES)]


def files(whole: str) -> st.SearchStrategy[bytes]:
    """A file that is nearly right, made of pieces of YAML, or of any bytes."""
    pieces = st.lists(st.sampled_from(PIECES)).map("".join)
    texts = st.one_of(misspelt(whole), pieces, st.text(st.characters(codec="utf-8")))
    return st.one_of(texts.map(str.encode), st.binary())


TOPIC = "topic: people\nquestions:\n" + "\n".join(ENTRIES)
BANK = "id: talks\ntitle: The talks\nlanguage: en\npassage: passage.md\ntopics: [people]\n"
PASSAGE = "# The talks\n\n1. Three advisers sat down in Seoul.\n"


@settings(deadline=None, max_examples=300)
@given(bank=files(BANK), topic=files(TOPIC), passage=files(PASSAGE), picture=st.binary())
def test_no_folder_makes_load_raise(
    bank: bytes, topic: bytes, passage: bytes, picture: bytes
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "media").mkdir()
        (folder / "media" / "a.png").write_bytes(picture)
        (folder / "bank.yaml").write_bytes(bank)
        (folder / "people.yaml").write_bytes(topic)
        (folder / "passage.md").write_bytes(passage)
        loaded = load(folder)
    assert loaded.bank is not None or loaded.diagnostics
    for found in loaded.diagnostics:
        line = found.span.source.line(found.span.line)
        assert found.message
        assert 1 <= found.span.column <= len(line) + 1
