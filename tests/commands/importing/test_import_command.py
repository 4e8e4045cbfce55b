"""``quizgen import`` from the shell: what it prints, what it writes, and how it exits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import PIXEL, load_bank
from support.packages import MODEL, StockNote, anki_package, legacy_database, zipped

from quizgen import build, check
from quizgen.cli import main

NOTES = [
    StockNote("Basic", ("Capital of Korea?", "Seoul"), tags=("t",)),
    StockNote("Cloze", ("no gap", "")),
]


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main([str(argument) for argument in arguments])
    assert isinstance(stopped.value.code, int)
    out, err = capsys.readouterr()
    return stopped.value.code, out, err


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return anki_package(tmp_path, NOTES[:1])


def test_a_bank_that_can_be_built(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, package: Path
) -> None:
    code, out, err = run(capsys, "import", package, "--into", tmp_path / "p", "--bank", "capitals")
    assert (code, err) == (0, "")
    assert out.startswith("made 1 question of 1 note; Anki will know 1 of the notes again\n")
    assert "warning" not in out
    assert (tmp_path / "p/question_bank/capitals/bank.yaml").exists()
    assert list(check(tmp_path / "p")) == []
    bank, _ = load_bank(tmp_path / "p/question_bank/capitals")
    assert [r.plain for item in bank.items for r in item.references] == ["Anki deck Geography"]
    assert build(tmp_path / "p", built=1).files


def test_losses_are_counted_with_examples(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    notes = [*NOTES, *(StockNote("Cloze", (f"no gap {n}", "")) for n in range(5))]
    code, out, _ = run(capsys, "import", anki_package(tmp_path, notes), "--into", tmp_path / "p")
    assert code == 0
    assert "  6 × cloze notes without a gap that can be filled were left out\n      no gap\n" in out
    assert out.count("no gap") == 3
    assert "      …\n" in out


def test_a_loss_names_its_question_and_its_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    notes = [
        NOTES[0],
        StockNote("Basic", ("Say <u>it</u> now", "[sound:it.mp3] it"), "Geography::Asia"),
        StockNote("Basic", ("No <font>answer</font>", "[sound:it.mp3]")),
    ]
    package = anki_package(tmp_path, notes)
    _, out, _ = run(capsys, "import", package, "--into", tmp_path / "p")
    topic = tmp_path / "p/question_bank/geography/asia.yaml"
    at = topic.read_text().split("\n").index("- id: say-it-now") + 1
    assert f"      {topic}:{at}: say-it-now: <u> it\n" in out
    assert f"      {topic}:{at}: say-it-now: it.mp3\n" in out
    assert "      No answer: it.mp3\n" in out


def test_json_tells_every_loss(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    notes = [StockNote("Basic", (f"<u>word {n}</u>", "a")) for n in range(5)]
    notes.append(StockNote("Cloze", ("no gap", "")))
    package = anki_package(tmp_path, notes)
    _, out, _ = run(capsys, "import", package, "--into", tmp_path / "p", "--json")
    told = {loss["reason"]: loss for loss in json.loads(out)["not_carried"]}
    topic = tmp_path / "p/question_bank/geography/geography.yaml"
    lines = topic.read_text().split("\n")
    assert [lines[loss["line"] - 1] for loss in told["format"]["losses"]] == [
        f"- id: word-{n}" for n in range(5)
    ]
    assert told["format"]["losses"][4] == {
        "question": "word-4",
        "file": str(topic),
        "line": lines.index("- id: word-4") + 1,
        "what": "<u> word 4",
    }
    assert told["no-gap"]["losses"] == [
        {"question": "no gap", "file": None, "line": None, "what": "no gap"}
    ]


def test_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    package = anki_package(tmp_path, NOTES)
    _, out, _ = run(capsys, "import", package, "--into", tmp_path / "p", "--json")
    told = json.loads(out)
    assert (told["notes"], told["questions"], told["kept"]) == (2, 1, 1)
    assert [loss["reason"] for loss in told["not_carried"]] == ["no-gap", "language"]
    assert all(Path(path).exists() for path in told["files"])


def test_into_the_current_project(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    package: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run(capsys, "new", tmp_path / "p")
    monkeypatch.chdir(tmp_path / "p/decks")
    assert run(capsys, "import", package)[0] == 0
    assert (tmp_path / "p/question_bank/geography/bank.yaml").exists()
    monkeypatch.chdir(tmp_path)
    assert run(capsys, "import", package)[0] == 2


@pytest.mark.parametrize(
    "taken",
    [
        "question_bank/geography",
        "decks/geography.yaml",
        "decks/geography.yml",
        "decks/geography.ledger",
    ],
)
def test_nothing_is_overwritten(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, package: Path, taken: str
) -> None:
    (tmp_path / "p" / taken).mkdir(parents=True)
    before = sorted((tmp_path / "p").rglob("*"))
    code, _, err = run(capsys, "import", package, "--into", tmp_path / "p")
    assert code == 2
    assert f"{taken} exists already" in err
    assert "--bank NAME" in err
    assert sorted((tmp_path / "p").rglob("*")) == before


@pytest.mark.parametrize("more", [[], ["--bank", "copy"]])
def test_a_bank_that_is_here_does_not_come_twice(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, more: list[str]
) -> None:
    run(capsys, "new", tmp_path / "p")
    assert build(tmp_path / "p", built=1).files
    (package,) = (tmp_path / "p/dist").rglob("*.apkg")
    before = sorted((tmp_path / "p").rglob("*"))
    code, _, err = run(capsys, "import", package, "--into", tmp_path / "p", *more)
    assert code == 2
    assert "my-bank has the id 'p' of the new bank already" in err
    assert "--into FOLDER" in err
    assert sorted((tmp_path / "p").rglob("*")) == before
    assert run(capsys, "import", package, "--into", tmp_path / "other")[0] == 0


def test_a_table_makes_no_bank_of_an_id_that_is_here(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run(capsys, "new", tmp_path / "p")
    table = tmp_path / "p.csv"
    table.write_text("Question,Answer\nCapital of Fiji?,Suva\n")
    code, _, err = run(capsys, "import", table, "--into", tmp_path / "p")
    assert code == 2
    assert "my-bank has the id 'p' of the new bank already" in err
    assert "--bank NAME" in err
    assert not (tmp_path / "p/question_bank/p").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "does not exist"), (b"%PDF", "no Anki package"), (b"PK\x03\x04", "no whole zip")],
)
def test_a_file_that_cannot_be_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "x.apkg"
    if content is not None:
        path.write_bytes(content)
    code, out, err = run(capsys, "import", path, "--into", tmp_path / "p")
    assert (code, out) == (2, "")
    assert said in err
    assert not (tmp_path / "p").exists()


def test_a_package_that_asks_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(
        capsys, "import", anki_package(tmp_path, NOTES[1:]), "--into", tmp_path / "p"
    )
    assert code == 1
    assert "error[nothing-to-import]" in err
    assert not (tmp_path / "p").exists()


def test_a_bank_name_that_is_none(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, package: Path
) -> None:
    code, _, err = run(capsys, "import", package, "--into", tmp_path / "p", "--bank", "../x")
    assert code == 2
    assert "'../x' is not a name" in err


@pytest.mark.parametrize(
    "change",
    [
        {"flds": []},
        {"tmpls": []},
        {"flds": [{"name": "Front", "ord": 0}, {"name": "Front", "ord": 1}]},
        {"flds": [{"ord": 0}, {"ord": 1}]},
    ],
)
def test_note_types_that_anki_would_not_make(
    change: dict[str, object], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    database = legacy_database(models=json.dumps({"5": {**MODEL, **change}}))
    path = tmp_path / "x.apkg"
    path.write_bytes(zipped({"collection.anki2": database}))
    code, _, err = run(capsys, "import", path, "--into", tmp_path / "p")
    assert code == 1
    assert "error[nothing-to-import]" in err


def test_what_a_terminal_would_act_on_is_shown_and_not_sent(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    script = "update notes set tags = ' \x1b[31m '; update col set decks = "
    script += """'{"1": {"name": "A\\u001f::\\u001b]0;B"}}'"""
    note = "\x1b[2J<u\x1b>q\x1fa<img src='\x1b.png'>"
    path = tmp_path / "x.apkg"
    path.write_bytes(zipped({"collection.anki2": legacy_database(script, note=note)}))
    code, out, err = run(capsys, "import", path, "--into", tmp_path / "p")
    assert code == 0
    assert "tags were changed" in out
    assert "\x1b" not in out + err
    for file in (tmp_path / "p").rglob("*.yaml"):
        assert "\x1b" not in file.read_text()


def test_hostile_names_stay_inside_the_bank(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    evil = "../../../evil.png"
    note = f'<img src="{evil}">\x1f<img src="/etc/evil.png"><img src="C:\\evil.png">'
    names = {"0": evil, "1": "/etc/evil.png", "2": "C:\\evil.png"}
    script = "update notes set tags = ' ../x \"q '; update col set decks = "
    script += """'{"1": {"name": "../..::/etc::\\"x"}}'"""
    entries = {"collection.anki2": legacy_database(script, note=note)}
    entries |= {"media": json.dumps(names).encode(), **dict.fromkeys(names, PIXEL)}
    path = tmp_path / "in" / "x.apkg"
    path.parent.mkdir()
    path.write_bytes(zipped(entries))
    code, _, _ = run(capsys, "import", path, "--into", tmp_path / "p")
    assert code == 0
    files = [p.relative_to(tmp_path) for p in tmp_path.rglob("*") if p.is_file()]
    assert {p.parts[0] for p in files} == {"in", "p"}
    media = {p.name for p in files if "media" in p.parts}
    assert media == {"evil.png", "evil-2.png", "evil-3.png"}
    assert build(tmp_path / "p", built=1).files
