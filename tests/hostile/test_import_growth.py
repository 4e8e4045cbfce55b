"""A table or a list of some kilobytes takes no minutes, and makes no bank of gigabytes."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from support.corpus.tables import (
    QA,
    excel,
    excel_row,
    libre_office,
    libre_office_row,
)
from support.growth import grows_linearly, is_within
from support.hostile import time_limit

from quizgen.commands.importing import ImportResult, import_file

Make = Callable[[int], bytes]
HEADINGS = "Question,Answer,Option A,Option B\n"
GROWING: dict[str, tuple[str, Make]] = {
    "blank lines": ("x.txt", lambda n: b"\n" * 10 * n),
    "a brace and blanks": ("x.txt", lambda n: b"{" + b" " * 10 * n),
    "braces and blanks": ("x.txt", lambda n: b"{ " * n),
    "a cell of blanks": ("x.csv", lambda n: f'{HEADINGS}Q,"a{" " * 4 * n}b",c,d\n'.encode()),
    "an option of blanks": (
        "x.csv",
        lambda n: f"Question,Answer,Option\nQ,a,a{' ' * 4 * n}b".encode(),
    ),
    "one question many times": ("x.csv", lambda n: (HEADINGS + "Q,a,a,b\n" * (n // 20)).encode()),
    "answers": ("x.gift", lambda n: f"Q {{~b {'=a ' * n}}}".encode()),
    "options": ("x.gift", lambda n: f"Q {{=b {'~a ' * n}}}".encode()),
    "pairs": ("x.gift", lambda n: f"Q {{{'=a -> b' * n}}}".encode()),
    "an answer of blanks": ("x.gift", lambda n: f"Q {{=a{' ' * 4 * n}b}}".encode()),
    "an answer of lines": ("x.gift", lambda n: b"Q {=a" + b"\n" * 4 * n + b"b}"),
    "ids that never end": ("x.gift", lambda n: f"// {'[id:' * n}\nQ {{T}}".encode()),
    "what is refused": ("x.gift", lambda n: b"Q }\n\n" * (n // 10)),
    "questions": ("x.gift", lambda n: b"Q {T}\n\n" * (n // 20)),
}


def _imported(root: Path, name: str, content: bytes) -> ImportResult:
    root.mkdir(exist_ok=True)
    (root / name).write_bytes(content)
    return import_file(root / name, root / "p", "new")


@pytest.mark.parametrize("case", GROWING)
def test_four_times_as_much_takes_four_times_as_long(tmp_path: Path, case: str) -> None:
    name, make = GROWING[case]
    folders = (tmp_path / str(number) for number in itertools.count())

    def imported_twice(count: int) -> None:
        folder = next(folders)
        with time_limit(120, case):
            _imported(folder, name, make(count))
            _imported(folder, name, make(count))

    imported_twice(10)
    assert grows_linearly(lambda: imported_twice(10_000), lambda: imported_twice(40_000), least=0.1)


def _gaps(sheets: int) -> bytes:
    return excel('<row r="20000"><c r="GR20000" t="inlineStr"><is><t>x</t></is></c></row>' * sheets)


BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a text for all cells": (
        "x.xlsx",
        lambda: excel(
            QA + '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' * 15_000,
            shared=f"<si><t>{'q' * 90_000}</t></si>",
        ),
    ),
    "a row that stands for many": (
        "x.ods",
        lambda: libre_office(
            libre_office_row("Question", "Answer")
            + libre_office_row("q" * 90_000, "a", times=1000) * 15
        ),
    ),
    "blanks that stand for many": (
        "x.ods",
        lambda: libre_office(
            libre_office_row("Question", "Answer")
            + libre_office_row("q" + "<text:s text:c='100'/>" * 100_000 + "q", "a")
        ),
    ),
    "elements": ("x.ods", lambda: libre_office("<a/>" * 2_500_000)),
    "rows": ("x.xlsx", lambda: excel("<row/>" * 1_500_000)),
    "rows far away": ("x.xlsx", lambda: _gaps(30)),
    "more megabytes than there are": ("x.xlsx", lambda: excel("<row/>" * 6_000_000)),
    "megabytes of lines": ("x.csv", lambda: b"\n" * 30_000_000),
    "megabytes of one line": ("x.gift", lambda: b"Q {" * 8_000_000),
}


@pytest.mark.parametrize("case", BOMBS)
def test_what_unpacks_to_much_is_answered_within_seconds(tmp_path: Path, case: str) -> None:
    name, make = BOMBS[case]
    content = make()

    def act() -> None:
        with time_limit(120, case):
            _imported(tmp_path / "p", name, content)

    assert is_within(10, act)
    written = sum(path.stat().st_size for path in (tmp_path / "p/p").rglob("*") if path.is_file())
    assert written < 4 * 1024 * 1024


@pytest.mark.parametrize("case", ["a text for all cells", "a row that stands for many"])
def test_a_table_that_unpacks_to_too_much_is_told(tmp_path: Path, case: str) -> None:
    name, make = BOMBS[case]
    (error,) = _imported(tmp_path / "p", name, make()).errors
    assert error.name == "unreadable-file"
    assert "its cells unpack to too much" in error.message


def test_too_many_lines_are_told(tmp_path: Path) -> None:
    (error,) = _imported(
        tmp_path / "p", "x.csv", b"Question,Answer\n" + b"q,a\n" * 1_000_001
    ).errors
    assert "more than 16 MB or 1,000,000 lines" in error.message


def test_a_table_as_large_as_banks_are_is_read_whole(tmp_path: Path) -> None:
    rows = "".join(excel_row(n, f"What is {n}?", str(n)) for n in range(2, 1002))
    result = _imported(tmp_path / "p", "x.xlsx", excel(QA + rows))
    assert result.imported is not None
    assert result.imported.questions == 1000


def test_two_versions_of_a_large_file_are_compared_within_seconds(tmp_path: Path) -> None:
    """Four hundred stems that are much alike on either side, none the same."""
    for sign in "xy":
        rows = (f"{'ab' * 140}{sign}{n},a,a,b\n" for n in range(400))
        with time_limit(120, "import"):
            _imported(tmp_path / "p", "x.csv", (HEADINGS + "".join(rows)).encode())
