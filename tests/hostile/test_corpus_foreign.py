"""Hostile Moodle XML, QTI, documents of Word and typed lists, into a bank and out of it again.

``QUIZGEN_HOSTILE=all`` tries all of them, and all exports.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support.corpus import ALL, some_named
from support.corpus.foreign import OF_FAMILIES
from support.corpus.foreign_odd import CLIMBING, ODD_FOREIGN, SECRET
from support.corpus.trying import try_exports, try_import

from quizgen.writers.exporting.formats import FORMATS

FOREIGN = {**OF_FAMILIES, **ODD_FOREIGN}
CHOSEN = list(dict.fromkeys([*some_named(OF_FAMILIES, 24), *some_named(ODD_FOREIGN, 20)]))


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(FOREIGN) >= 200
    assert CLIMBING


@pytest.mark.parametrize("name", CHOSEN)
def test_every_command_answers(
    tmp_path: Path,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("QUIZGEN_SECRET_OF_THE_TEST", "qz7secret")
    assert Path(SECRET).exists()
    root = tmp_path / "project"
    file, make = FOREIGN[name]
    (tmp_path / file).write_bytes(make())
    code = try_import(root, tmp_path / file, capsys, monkeypatch)
    read = [path.read_bytes() for path in root.rglob("*") if path.is_file()]
    assert not any(b"qz7secret" in content for content in read)
    assert not [path for path in root.rglob("*") if path.is_symlink()]
    if code == 0:
        first = sum(map(ord, name)) % len(FORMATS)
        formats = FORMATS if ALL else [FORMATS[first], FORMATS[(first + 7) % len(FORMATS)]]
        try_exports(root, [one.name for one in formats], capsys)
