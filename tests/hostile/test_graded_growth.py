"""Four times as many pages, pupils, codes or decisions take about four times as long."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from support.growth import grows_linearly
from support.scanner.prints import graded_project
from support.scanner.readings import kept_of, page_of

from quizgen.commands.grade.kept import Prints, kept_text, read_decisions, read_kept, read_sheets
from quizgen.commands.grade.outcome import outcomes
from quizgen.commands.grade.pupils import read_class_list
from quizgen.commands.grade.remarks import remarks
from quizgen.model.diagnostics import Report
from quizgen.readers.answer_codes import codes_in
from quizgen.readers.scans.pages import load, page_sources


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> Prints:
    return read_sheets(graded_project(tmp_path_factory.mktemp("g")) / "answer-sheets.json")


def test_pages_of_one_picture_file(tmp_path: Path) -> None:
    def reading(count: int) -> Callable[[], object]:
        path, image = tmp_path / f"{count}.tif", Image.new("1", (60, 60))
        file = io.BytesIO()
        image.save(file, "TIFF", save_all=True, append_images=[image] * (count - 1))
        path.write_bytes(file.getvalue())
        return lambda: [load(page) for page in page_sources(path)]

    assert grows_linearly(reading(200), reading(800))


@pytest.mark.parametrize("pupil", ["one", "each", "none"])
def test_pages_that_are_put_together(prints: Prints, pupil: str) -> None:
    [sheets] = prints.values()
    page = page_of(sheets, sheets.layouts[0], 1, "7")

    def marking(count: int) -> Callable[[], object]:
        number = {"one": "7", "each": "{}", "none": ""}[pupil]
        pages = [
            replace(page, number=n, code=page.code._replace(pupil=number.format(n)))
            for n in range(1, count + 1)
        ]
        kept = kept_of(prints, *pages)

        def act() -> None:
            remarks(outcomes(kept, {}, {}, ()), kept, {}, (), Report())

        return act

    assert grows_linearly(marking(200), marking(800))


def test_records_of_results(prints: Prints, tmp_path: Path) -> None:
    [sheets] = prints.values()
    page = page_of(sheets, sheets.layouts[0], 1, "7")

    def reading(count: int) -> Callable[[], object]:
        folder = tmp_path / str(count)
        folder.mkdir()
        kept = kept_of(prints, *(replace(page, number=n) for n in range(1, count + 1)))
        (folder / "readings.json").write_bytes(kept_text(kept))
        decided = {f"scan.pdf#{n}": {"rows": {"4": ["1"]}, "pupil": "3"} for n in range(20 * count)}
        (folder / "decisions.json").write_text(json.dumps({"pages": decided}))
        return lambda: (read_kept(folder), read_decisions(folder / "decisions.json"))

    assert grows_linearly(reading(200), reading(800))


@pytest.mark.parametrize(
    "line",
    ["{n},Name {n},7b", '{n},"Name\n{n}",7b', "{n},,", "7,Ada,7b", "{n},{n},7b,form x"],
    ids=["pupils", "names of two lines", "without names", "twins", "forms that are none"],
)
def test_class_lists(tmp_path: Path, line: str) -> None:
    def reading(count: int) -> Callable[[], object]:
        path = tmp_path / f"{count}.csv"
        lines = "\n".join(line.format(n=n) for n in range(count))
        path.write_text(f"id,name,class,form\n{lines}\n", encoding="utf-8")
        return lambda: read_class_list(path, Report())

    assert grows_linearly(reading(450), reading(1800))


@pytest.mark.parametrize("piece", ["QZ1-", "QZ1-00000 ", "QZ1\n", "QZ1-0000O", "> QZ1-00\n> 000"])
def test_texts_with_codes(piece: str) -> None:
    def reading(count: int) -> Callable[[], object]:
        return lambda: list(codes_in(piece * count, "x.txt"))

    assert grows_linearly(reading(10_000), reading(40_000))
