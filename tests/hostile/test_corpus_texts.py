"""Hostile texts at every place of a project, through every command and writer.

``QUIZGEN_HOSTILE=all`` tries all of them (some minutes).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support.commands import outputs
from support.corpus import ALL, some
from support.corpus.exports import acts_of_pdf, assert_safe, unpacked
from support.corpus.text_projects import without_what_is_refused, write_text_project
from support.corpus.texts import TEXTS
from support.corpus.trying import try_commands
from support.packages import zipped

import quizgen

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
        assert_safe(name, content)
        if name.endswith(".pdf"):
            assert b"/Page" in unpacked(content)
            assert not acts_of_pdf(content), name


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.csv", b"a,=1+1\n"),
        ("x.gs", b'const A = "a"+top.ran+"b";\nconst B = 1;\n'),
        ("x.xml", b"<a onclick='x'/>"),
        ("x.html", b"<script>x</script><style></style>"),
        ("x.html", b"<img src='http://evil.test'>"),
        ("x.zip", zipped({"x.html": b"<p onclick=x>"})),
        ("x.zip", zipped({"../a.txt": b""})),
        ("x.xlsx", zipped({"xl/worksheets/sheet1.xml": b"<c><f>1</f></c>"})),
    ],
)
def test_an_export_that_acts_would_be_seen(name: str, content: bytes) -> None:
    with pytest.raises((AssertionError, ValueError)):
        assert_safe(name, content)


def test_every_place_takes_a_text(tmp_path: Path) -> None:
    """A place that is refused for its key would try nothing."""
    root = write_text_project(tmp_path, ["plain words"])
    assert not [d for d in quizgen.check(root) if d.name in {"unknown-key", "missing-key"}]
