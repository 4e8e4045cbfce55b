"""Names in files of records are checked before they become names of files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.commands import run
from support.scanner.readings import kept_of, page_of

from quizgen.commands.grade.files import result_files
from quizgen.commands.grade.kept import KeptFileError, Prints, kept_text, read_kept, read_sheets
from quizgen.commands.grade.outcome import outcomes

CLIMBING = "a" * 31 + "/../../../evil"


@pytest.mark.parametrize("name", [CLIMBING, "a/b", "..", "a\\b", "", "a\nb", "a" * 51, "[a]:*?"])
def test_a_worksheet_with_no_safe_name_is_refused(graded: Path, tmp_path: Path, name: str) -> None:
    record = json.loads((graded / "dist/class/answer-sheets.json").read_bytes())
    for sheet in record["sheets"]:
        sheet["worksheet"] = name
    path = tmp_path / "answer-sheets.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(KeptFileError):
        read_sheets(path)


@pytest.mark.parametrize("key", ["digest", "form"])
def test_a_digest_or_form_that_is_none_is_refused(graded: Path, tmp_path: Path, key: str) -> None:
    record = json.loads((graded / "dist/class/answer-sheets.json").read_bytes())
    record["sheets"][0][key] = "../../x"
    path = tmp_path / "answer-sheets.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(KeptFileError):
        read_sheets(path)


def test_results_with_such_a_name_write_nothing_elsewhere(
    graded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prints = read_sheets(graded / "dist/class/answer-sheets.json")
    [sheets] = prints.values()
    kept = kept_of(prints, page_of(sheets, sheets.layouts[0], 1, "7"))
    results = tmp_path / "deep" / "er" / "results"
    results.mkdir(parents=True)
    text = kept_text(kept).decode().replace('"worksheet": "test"', f'"worksheet": "{CLIMBING}"')
    (results / "readings.json").write_text(text, encoding="utf-8")
    assert run("grade", "--out", str(results)) == 2
    assert "readings.json" in capsys.readouterr().err
    assert [one.name for one in results.iterdir()] == ["readings.json"]


def test_names_in_any_script_stay(graded: Path, tmp_path: Path) -> None:
    record = json.loads((graded / "dist/class/answer-sheets.json").read_bytes())
    for sheet in record["sheets"]:
        sheet["worksheet"] = "हिन्दी-1"
    path = tmp_path / "answer-sheets.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    [sheets] = read_sheets(path).values()
    assert sheets.layouts[0].worksheet == "हिन्दी-1"


def test_worksheets_alike_in_31_letters_have_each_a_sheet_in_the_workbook(
    graded: Path, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "answer-sheets.json"
    text = (graded / "dist/class/answer-sheets.json").read_text(encoding="utf-8")
    digest = json.loads(text)["sheets"][0]["digest"]
    prints: Prints = {}
    for last, new in (("1", "00000001"), ("2", "00000002")):
        name = "a" * 40 + last
        path.write_text(text.replace(digest, new).replace('"test"', f'"{name}"'), encoding="utf-8")
        prints |= read_sheets(path)
    pages = [
        page_of(one, one.layouts[0], 1, "7", number=number)
        for number, one in enumerate(prints.values(), 1)
    ]
    files = result_files(outcomes(kept_of(prints, *pages), {}, {}, ()), {})
    book = tmp_path / "results.xlsx"
    book.write_bytes(files["results.xlsx"] or b"")
    assert len(load_workbook(book).sheetnames) == 3


def test_what_is_kept_can_be_read_again(graded: Path, tmp_path: Path) -> None:
    prints = read_sheets(graded / "dist/class/answer-sheets.json")
    [sheets] = prints.values()
    kept = kept_of(prints, page_of(sheets, sheets.layouts[0], 1, "7"))
    (tmp_path / "readings.json").write_bytes(kept_text(kept))
    assert read_kept(tmp_path).readings == kept.readings
