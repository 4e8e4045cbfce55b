"""Hostile texts at every place of a project, through every command and writer.

``QUIZGEN_HOSTILE=all`` tries all of them (some minutes).
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest
from support.commands import outputs
from support.corpus import ALL, some
from support.corpus.text_projects import without_what_is_refused, write_text_project
from support.corpus.texts import TEXTS
from support.corpus.trying import try_commands

AT_A_TIME = 12 if ALL else 4
CHOSEN = list(some(list(TEXTS.values()), 12))
BATCHES = [CHOSEN[start : start + AT_A_TIME] for start in range(0, len(CHOSEN), AT_A_TIME)]


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(set(TEXTS.values())) >= 500
    assert ALL or len(CHOSEN) == 12


@pytest.mark.parametrize("number", range(len(BATCHES)))
def test_every_command_answers(
    tmp_path: Path,
    number: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = write_text_project(tmp_path / "project", BATCHES[number], math=number % 2 == 1)
    monkeypatch.chdir(root)
    try_commands(root, capsys, [("check",), ("build",), ("check", "--format", "github"), ("list",)])
    assert without_what_is_refused(root) > 0
    exits = try_commands(root, capsys)
    assert exits["build"] == 0
    names = outputs(root)
    assert "plain.apkg" in names
    for name, content in names.items():
        if name.endswith(".pdf"):
            objects = unpacked(content)
            assert b"/Page" in objects
            assert not ACTION.search(objects), name


ACTION = re.compile(rb"/S\s*/(?:JavaScript|Launch|SubmitForm|ImportData|GoToR)|/OpenAction|/AA\b")


def unpacked(pdf: bytes) -> bytes:
    """The objects of `pdf`, those in compressed streams of objects as well."""
    found = [re.sub(rb"stream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL)]
    for match in re.finditer(rb"/ObjStm.*?stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        found.append(zlib.decompressobj().decompress(match[1]))
    return b"\n".join(found)
