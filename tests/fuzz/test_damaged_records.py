"""A record of what was handed out has a value of something else: grading says so, or does its best.

Outside of the project, where no key of today replaces what the record has.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.commands import run
from support.form_class import hand_in, made
from support.practice_page import ONE_OF_EACH, build_page
from support.sent_codes import code_of, pages_of

Place = tuple[str | int, ...]
RECORDS = {
    "practice-sheets.json": ("codes.txt", "--sheets", "practice-sheets.json"),
    "form-sheets.json": ("a.pdf", "--sheets", "form-sheets.json"),
    "results/codes.json": (),
}
HOSTILE: tuple[Any, ...] = (
    *("1e999999999", "-1e-999999999", "NaN", "sNaN", "Infinity", "9" * 5000, "77", "²", "-1"),
    *(10**30, -1, 1e308, [], {}, [[]], [0, 0], "", None, True),
)
VALUES = st.sampled_from(HOSTILE) | st.integers() | st.floats() | st.text(max_size=8)


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is no project, with a code, a form, their records, and results of the code."""
    root = tmp_path_factory.mktemp("handed-in")
    page, form = tmp_path_factory.mktemp("page"), tmp_path_factory.mktemp("form")
    build_page(page, ONE_OF_EACH, "key: none")
    (root / "codes.txt").write_text(code_of(pages_of(page)[0], "Ada"), encoding="utf-8")
    hand_in(made(form), "a.pdf", "A", "Ada", {})
    shutil.copy(form / "a.pdf", root)
    for folder, name in ((page, "practice-sheets.json"), (form, "form-sheets.json")):
        shutil.copy(folder / "dist/talks" / name, root)
    results = str(root / "results")
    record = "--sheets", str(root / "practice-sheets.json")
    assert run("grade", str(root / "codes.txt"), "--out", results, *record) == 0
    return root


def places(record: Any, place: Place = ()) -> Iterator[Place]:
    """Where the values of `record` are, lists and texts alike."""
    inner = record.items() if isinstance(record, dict) else ()
    for key, value in enumerate(record) if isinstance(record, list) else inner:
        yield (*place, key)
        yield from places(value, (*place, key))


def with_value(record: Any, place: Place, value: Any) -> Any:
    """`record` with `value` at `place`."""
    if not place:
        return value
    copy = record.copy()
    copy[place[0]] = with_value(record[place[0]], place[1:], value)
    return copy


def returned(root: Path, folder: Path, name: str, place: Place, value: Any) -> int:
    """What grading gives back in `folder`, a copy of `root` whose record `name` is damaged."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root, folder)
    if not name.startswith("results/"):
        shutil.rmtree(folder / "results")
    record = with_value(json.loads((root / name).read_text(encoding="utf-8")), place, value)
    (folder / name).write_text(json.dumps(record), encoding="utf-8")
    before = Path.cwd()
    os.chdir(folder)
    try:
        return run("grade", *RECORDS[name], "--out", "results")
    finally:
        os.chdir(before)


def question(root: Path, record: str, name: str) -> Place:
    """Where the question `name` is in a `record`."""
    content = json.loads((root / record).read_text(encoding="utf-8"))
    names = [one["name"] for one in content["questions"]]
    return "questions", names.index(name)


DAMAGES = (
    *(("length", "number", value) for value in ("1e999999999", "NaN", "sNaN", "Infinity")),
    *(("length", "tolerance", value) for value in ("1e999999999", "1e-999999999", "sNaN")),
    *(("who", "key", []), ("who", "key", [0]), ("steps", "key", [0, 0, 1])),
    *(("word", "accepted", []), ("partners", "key", []), ("partners", "options", [])),
)


@pytest.mark.parametrize("record", ["practice-sheets.json", "form-sheets.json"])
@pytest.mark.parametrize(("name", "key", "value"), DAMAGES)
def test_a_damaged_question_gets_a_message(
    handed_in: Path, tmp_path: Path, record: str, name: str, key: str, value: Any
) -> None:
    place = *question(handed_in, record, name), key
    assert returned(handed_in, tmp_path / "copy", record, place, value) in (0, 1, 2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data(), name=st.sampled_from(sorted(RECORDS)))
def test_a_damaged_value_gets_a_message(
    handed_in: Path, tmp_path: Path, data: st.DataObject, name: str
) -> None:
    record = json.loads((handed_in / name).read_text(encoding="utf-8"))
    place = data.draw(st.sampled_from(list(places(record))))
    value = data.draw(VALUES)
    assert returned(handed_in, tmp_path / "copy", name, place, value) in (0, 1, 2)
