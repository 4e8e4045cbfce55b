"""Hostile class lists: names, ids and forms of pupils as a stranger's table may have them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from support.corpus.payloads import FAMILIES
from support.corpus.tables import (
    ODD,
    QA,
    ForeignSample,
    csv_text,
    excel,
    excel_row,
    libre_office,
    libre_office_row,
)

HEADINGS = ("id", "name", "class", "form")


def _names(seeds: Sequence[str]) -> list[tuple[str, ...]]:
    """Return a pupil for each of `seeds`, in whatever length and signs it has."""
    return [HEADINGS, *((str(n), text, text[:50], "") for n, text in enumerate(seeds))]


def _short(seeds: Sequence[str]) -> list[tuple[str, ...]]:
    """Return a pupil for each of `seeds` that a list can have: printed on a sheet."""
    texts = dict.fromkeys(" ".join(text.split())[:80] for text in seeds)
    names = [text for text in texts if text and text.isprintable() and "\ufffd" not in text]
    return [HEADINGS, *((f"x{n}", text, "7b", "") for n, text in enumerate(names))]


def _ids(seeds: Sequence[str]) -> list[tuple[str, ...]]:
    texts = dict.fromkeys("".join(text.split())[:80].upper().lstrip("0") for text in seeds)
    return [HEADINGS, *((text, "Ada", "", "") for text in texts if text.isprintable())]


_ROWS = {"names": _names, "short names": _short, "ids": _ids}
_FILES: dict[str, tuple[str, Callable[[Sequence[Sequence[str]]], bytes]]] = {
    "CSV": ("class.csv", csv_text),
    "TSV": ("class.tsv", partial(csv_text, separator="\t")),
}


def _of_family(rows: str, kind: str, family: str) -> bytes:
    return _FILES[kind][1](_ROWS[rows](FAMILIES[family]))


def _lines(*lines: str) -> Callable[[], bytes]:
    return "\n".join(("id,name,class,form", *lines)).encode


def _excel_list(*rows: str) -> Callable[[], bytes]:
    return lambda: excel("".join((excel_row(1, *HEADINGS), *rows)))


def _many(count: int) -> bytes:
    return csv_text([HEADINGS, *((str(n), f"N {n}", "", "") for n in range(count))])


LISTS: dict[str, ForeignSample] = {
    "forms that are none": ForeignSample(
        "class.csv", _lines("1,Ada,,Z", "2,Emmy,,é", "3,Max,," + "A" * 99, "4,Lise,,\u0410")
    ),
    "only forms that no worksheet has": ForeignSample("class.csv", _lines("1,Ada,,Y", "2,Emmy,,Z")),
    "an id in two ways": ForeignSample("class.csv", _lines("7,Ada", "007,Emmy")),
    "a name that is a formula": ForeignSample(
        "class.csv", _lines('1,"=HYPERLINK(""http://evil.test"")"', "2,@SUM(1)", "3,+1+1", "4,-2")
    ),
    "a name on two lines": ForeignSample("class.csv", _lines('1,"Ada\nLovelace"', '2,"Em\rmy"')),
    "a quote that never ends": ForeignSample("class.csv", _lines('1,"Ada', "2,Emmy", "3,Max")),
    "separators of every kind": ForeignSample("class.csv", _lines("1;Ada", "2\tEmmy", "3|Max")),
    "names with zeros": ForeignSample("class.csv", _lines("1,A\0da", "2,\0")),
    "windows 1252": ForeignSample("class.csv", lambda: "id,name\n1,Zoë Müller\n".encode("cp1252")),
    "UTF-16": ForeignSample("class.csv", lambda: "id,name\n1,Zoë\n".encode("utf-16")),
    "half of UTF-16": ForeignSample("class.csv", lambda: b"\xff\xfei\0d\0,\0n"),
    "UTF-8 cut in a letter": ForeignSample("class.csv", lambda: "id,name\n1,Zoë".encode()[:-1]),
    "marks of order": ForeignSample("class.csv", lambda: b"\xef\xbb\xbf" * 3 + b"id,name\n1,Ada\n"),
    "no line feeds": ForeignSample("class.csv", lambda: b"id,name\r1,Ada\r2,Emmy\r"),
    "more pupils than there may be": ForeignSample("class.csv", partial(_many, 2001)),
    "more rows than are read": ForeignSample("class.csv", partial(_many, 60_000)),
    "more columns than are read": ForeignSample(
        "class.csv", lambda: csv_text([[f"name{n}" for n in range(9000)], ["a"] * 9000])
    ),
    "headings alike": ForeignSample("class.csv", lambda: csv_text([["nane"] * 3000, ["a"] * 3000])),
    "headings without end": ForeignSample("class.csv", lambda: b"name" * 200_000 + b"\n1\n"),
    "one long cell": ForeignSample("class.csv", lambda: b"id,name\n1," + b"a" * 3_000_000),
    "a sheet named to run": ForeignSample("class.xlsx", _excel_list(excel_row(2, "1", "Ada"))),
    "formulas": ForeignSample(
        "class.xlsx",
        _excel_list(
            '<row r="2"><c t="str"><f>WEBSERVICE("http://evil.test")</f><v>Ada</v></c></row>'
        ),
    ),
    "cells of thousands": ForeignSample(
        "class.ods",
        lambda: libre_office(
            libre_office_row("id", "name") + libre_office_row("1", "A", times=9999)
        ),
    ),
    "no pupils": ForeignSample("class.xlsx", lambda: excel(QA)),
}
"""What only a class list can have."""

CLASS_LISTS: dict[str, ForeignSample] = {
    **{
        f"{rows} of {family} in {kind}": ForeignSample(
            file, partial(_of_family, rows, kind, family)
        )
        for family in FAMILIES
        for rows in _ROWS
        for kind, (file, _) in _FILES.items()
    },
    **{
        name: ForeignSample(f"class.{sample.file.rpartition('.')[2]}", sample.make)
        for name, sample in ODD.items()
        if not sample.file.endswith("gift")
    },
    **LISTS,
}
"""By what they are."""
