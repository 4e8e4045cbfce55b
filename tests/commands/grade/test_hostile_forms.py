"""Forms of somebody who means harm change nothing but their own row, and stop nobody's."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from support import write_project
from support.commands import run
from support.filled_forms import with_pikepdf

from quizgen import build
from quizgen.readers.filled_forms import read

DECK = """\
bank: talks
worksheets:
- name: test
  title: The talks
  fillable: true
  sections:
  - {title: All of it, topics: [people]}
"""


@pytest.fixture
def form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    write_project(tmp_path, deck=DECK)
    build(tmp_path, built=1_700_000_000)
    monkeypatch.chdir(tmp_path)
    return (tmp_path / "dist/talks/test.pdf").read_bytes()


def parent_in_a_circle(pdf: pikepdf.Pdf) -> None:
    [root] = pdf.Root.AcroForm.Fields
    root.Parent = root


def kids_in_a_circle(pdf: pikepdf.Pdf) -> None:
    [root] = pdf.Root.AcroForm.Fields
    root.Kids.append(root)


def pages_in_a_circle(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def script(pdf: pikepdf.Pdf) -> None:
    source = "app.alert('x'); this.getField('name').value = 'changed';"
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=source)
    pdf.Root.OpenAction = action
    for field in pdf.Root.AcroForm.Fields[0].Kids:
        field.AA = pikepdf.Dictionary(F=action, K=action, C=action, V=action)


def other_option(pdf: pikepdf.Pdf) -> None:
    for field in pdf.Root.AcroForm.Fields[0].Kids:
        if field.FT == "/Btn":
            for widget in field.Kids:
                widget.AP.N[pikepdf.Name("/77")] = widget.AP.N[pikepdf.Name("/Off")]
                for state in set(widget.AP.N.keys()) - {"/Off", "/77"}:
                    del widget.AP.N[state]
                widget.AS = pikepdf.Name("/77")
            field.V = pikepdf.Name("/77")


def markup(pdf: pikepdf.Pdf) -> None:
    for field in pdf.Root.AcroForm.Fields[0].Kids:
        if field.FT == "/Tx":
            field.V = '=HYPERLINK("https://example.org")<script>alert(1)</script>\x1b[31m'


def endless_text(pdf: pikepdf.Pdf) -> None:
    for field in pdf.Root.AcroForm.Fields[0].Kids:
        if field.FT == "/Tx":
            field.V = "x" * (read.MAX_TEXT + 1)


SPOILT: dict[str, Callable[[pikepdf.Pdf], None]] = {
    one.__name__: one
    for one in (
        parent_in_a_circle,
        kids_in_a_circle,
        pages_in_a_circle,
        script,
        other_option,
        markup,
        endless_text,
    )
}


def test_hostile_forms_stop_nobody(
    form: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled = with_pikepdf(form, {"name": "Ada"})
    (tmp_path / "good.pdf").write_bytes(filled)
    for name, spoil in SPOILT.items():
        with pikepdf.open(tmp_path / "good.pdf") as pdf:
            spoil(pdf)
            pdf.save(tmp_path / f"{name}.pdf")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    files = ["good.pdf", *(f"{name}.pdf" for name in SPOILT)]
    assert run("grade", *files, "--out", "results", "--json") == 1
    output = json.loads(capsys.readouterr().out)
    told = {
        Path(one["path"]).name: one["message"]
        for one in output["diagnostics"]
        if one["name"] == "unreadable-form"
    }
    assert "good.pdf" not in told
    assert "option" in told["other_option.pdf"]
    assert "characters" in told["endless_text.pdf"]
    assert all(path.read_bytes() == content for path, content in before.items())
    with (tmp_path / "results/results.csv").open(encoding="utf-8-sig", newline="") as lines:
        names = [row["pupil"] for row in csv.DictReader(lines) if row["name"] != "key"]
    assert "Ada" in names
    assert "changed" not in names
    review = (tmp_path / "results/review.html").read_text(encoding="utf-8")
    assert "<script>alert" not in review


def test_damaged_forms_never_end_the_run(form: bytes, tmp_path: Path) -> None:
    chance = random.Random(11)
    names = []
    for number in range(12):
        content = bytearray(form)
        for _ in range(chance.choice([1, 5, 40])):
            content[chance.randrange(len(content))] = chance.randrange(256)
        if number % 4 == 3:
            del content[chance.randrange(len(content)) :]
        names.append(f"damaged{number}.pdf")
        (tmp_path / names[-1]).write_bytes(content)
    assert run("grade", *names, "--out", "results") in (0, 1)


def test_a_form_that_takes_forever_is_given_up(
    form: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import time

    from quizgen.commands.grade import filled_forms

    def slow(source: object, layouts: object) -> None:
        time.sleep(60)

    (tmp_path / "slow.pdf").write_bytes(form)
    monkeypatch.setattr(filled_forms, "MAX_SECONDS", 0.5)
    monkeypatch.setattr(read, "read_form_page", slow)
    monkeypatch.setattr("quizgen.readers.scans.pool._can_copy", lambda: True)
    assert run("grade", "slow.pdf", "--out", "results") == 1
    assert "slow.pdf:1:1: warning[unreadable-form]" in capsys.readouterr().err
