"""The files themselves: the same bytes always, fonts embedded, tagged for screen readers."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from support.paths import ROOT
from support.pdf_samples import (
    EVERY_INTERACTION,
    assessment,
    built,
    choice,
    entry,
    essay,
    files,
    gaps,
    item,
    numeric,
    section,
    with_parts,
)
from support.pdf_structure import SAMPLE, elements
from support.poppler import poppler

from quizgen.model.assessment import Printing
from quizgen.model.item import Interaction
from quizgen.model.text import Text

TEACHER = Printing(teacher=True)


@pytest.fixture(scope="module", params=["sheet", "key"])
def document(request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    sheet, key = built(SAMPLE)
    with pikepdf.open(io.BytesIO(sheet if request.param == "sheet" else key)) as pdf:
        yield pdf


def test_the_same_assessment_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    script = (
        "import hashlib; from support.pdf_structure import SAMPLE;"
        "from support.pdf_samples import built;"
        "print(*(hashlib.sha256(one).hexdigest() for one in built(SAMPLE)))"
    )
    here = " ".join(hashlib.sha256(one).hexdigest() for one in built(SAMPLE))
    for seed, zone, epoch in (("1", "Asia/Seoul", "0"), ("2", "America/New_York", "1700000000")):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "SOURCE_DATE_EPOCH": epoch,
            "PYTHONPATH": f"{ROOT / 'tests'}{os.pathsep}{ROOT}",
        }
        there = subprocess.run(
            [sys.executable, "-c", script],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        assert there.stdout.strip() == here


def test_every_font_is_embedded_and_maps_to_unicode(document: pikepdf.Pdf) -> None:
    fonts = [font for page in document.pages for font in page.resources["/Font"].values()]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font
        assert "Source" in str(font["/BaseFont"])


def test_the_file_is_without_damage(document: pikepdf.Pdf) -> None:
    assert document.check_pdf_syntax() == []


def test_the_structure_names_headings_and_lists() -> None:
    sheet, _ = built(SAMPLE)
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        kinds = Counter(str(one["/S"]) for one in elements(pdf.Root["/StructTreeRoot"]))
    assert kinds["/Document"] == kinds["/H1"] == kinds["/Figure"] == 1
    assert kinds["/H2"] == 2
    assert kinds["/Caption"] == 2
    assert kinds["/Table"] == 0
    assert kinds["/LI"] == kinds["/LBody"] == kinds["/Lbl"] == 12 + 4 + 4 + 2 + 3 + 3 + 4


def test_blanks_boxes_and_pictures_are_announced() -> None:
    sheet, _ = built(SAMPLE)
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        found = list(elements(pdf.Root["/StructTreeRoot"]))
    said = Counter(str(one["/ActualText"]) for one in found if "/ActualText" in one)
    fields, answers, in_text = 3 + 1, 1 + 2 + 1 + 1 + 1, 2
    assert said["blank"] == fields + answers + in_text
    assert said["box"] == 4 + 2 + 3 + 3
    assert [str(one["/Alt"]) for one in found if "/Alt" in one] == ["a map"]


def test_a_line_to_write_on_is_a_blank_at_its_place() -> None:
    makes: dict[str, Interaction] = {
        "line": entry("x"),
        "number": numeric("3", unit="km"),
        "year": numeric("3"),
        "essay": essay("x", lines=8),
    }
    for name, made in makes.items():
        sheet, _ = built(assessment(section(item(name, "Stem", made))))
        with pikepdf.open(io.BytesIO(sheet)) as pdf:
            found = list(elements(pdf.Root["/StructTreeRoot"]))
            [body] = [one for one in found if str(one["/S"]) == "/LBody"]
            _points, _stem, answer, *more = body["/K"]
            assert str(answer["/K"][0]["/ActualText"]) == "blank"
            assert len(more) == (name == "number")
            head = [str(one["/ActualText"]) for one in found if "/ActualText" in one][:-1]
            assert head == ["blank"] * 4  # score, name, class, date


def told(content: bytes, tmp_path: Path) -> list[str]:
    """What the elements of a file hold, one by one, as poppler tells it."""
    path = tmp_path / "told.pdf"
    path.write_bytes(content)
    lines = poppler("pdfinfo", "-struct-text", path).splitlines()
    texts = (line.strip() for line in lines)
    return [text[1:-1] for text in texts if text.startswith('"') and len(text) > 2]


def test_no_label_runs_into_what_stands_beside_it(tmp_path: Path) -> None:
    several = item("several", "Which?", choice(["one", "two"], "three", rationale="No."))
    made = assessment(EVERY_INTERACTION, section(several, first=12), printing=TEACHER)
    [first] = made.worksheets
    forms = [replace(first, form=letter) for letter in "AB"]
    found = files(with_parts(made, worksheets=tuple(forms)))
    assert len(found) == 3 * len(forms) + 1
    for name, content in found.items():
        every = told(content, tmp_path)
        joined = [text for text in every if re.match(r"\d+[A-Za-z]|[A-D][A-Z\d]", text)]
        assert joined == [], name
    assert {"1", "Jake Sullivan", "A", "South Korea"} < set(
        told(found["worksheet-A.pdf"], tmp_path)
    )
    gapped = told(found["worksheet-A.pdf"], tmp_path)
    assert {"The three countries announced", "with", "(country)."} < set(map(str.strip, gapped))
    key = told(found["worksheet-A-key.pdf"], tmp_path)
    assert "Jake Sullivan – United States" in key


def test_every_mark_is_in_an_element_or_an_artifact(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            match str(instruction.operator):
                case "BDC" | "BMC":
                    depth += 1
                case "EMC":
                    depth -= 1
                case "Tj" | "S" | "f" | "Do":
                    assert depth == 1, instruction
        assert depth == 0


def test_the_parent_tree_leads_back_to_each_element(document: pikepdf.Pdf) -> None:
    numbers = list(document.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"])
    owners = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    for page in document.pages:
        tagged = [
            (int(one.operands[1]["/MCID"]), str(one.operands[0]))
            for one in pikepdf.parse_content_stream(page)
            if str(one.operator) == "BDC"
        ]
        owner = owners[int(page.obj["/StructParents"])]
        assert [number for number, _ in tagged] == list(range(len(owner)))
        for number, kind in tagged:
            assert str(owner[number]["/S"]) == kind


def test_reading_order_is_a_b_c_d_and_number_before_stem() -> None:
    made = item("q", "Stem", choice("one", "two", "three", "four"))
    sheet, _ = built(assessment(section(made)))
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        [outer, inner] = [
            one for one in elements(pdf.Root["/StructTreeRoot"]) if str(one["/S"]) == "/L"
        ]
        [entry_] = outer["/K"]
        assert [str(kid["/S"]) for kid in entry_["/K"]] == ["/Lbl", "/LBody"]
        assert len(inner["/K"]) == 4
        assert [[str(kid["/S"]) for kid in li["/K"]] for li in inner["/K"]] == [
            ["/Lbl", "/LBody"]
        ] * 4


def is_number(kid: object) -> bool:
    """Whether content is on the page that its element begins on."""
    return isinstance(kid, int)


def test_a_paragraph_over_two_pages_stays_one_element() -> None:
    made = item("q", " ".join(["word"] * 1100), entry("x"))
    sheet, _ = built(assessment(section(made)))
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        found = [one for one in elements(pdf.Root["/StructTreeRoot"]) if str(one["/S"]) == "/P"]
        [stem] = [one for one in found if any("/MCID" in k for k in one["/K"] if not is_number(k))]
        first, *others = stem["/K"]
        assert isinstance(first, int)
        assert [kid["/Pg"].objgen for kid in others] == [page.obj.objgen for page in pdf.pages[1:]]
        assert len(pdf.pages) > 1


def test_more_characters_than_one_font_of_a_file_holds() -> None:
    from support.pdf_samples import plain, read

    codes = [*range(0xA1, 0x17F), *range(0x391, 0x3A1), *range(0x410, 0x44F), 0xE000]
    source = "".join(map(chr, codes)).replace("\xad", "")[:-1]
    sheet, _ = built(assessment(section(item("q", plain(source), entry("x")))))
    assert source[:40] in "".join(read(sheet)[0].split())
    assert source[-40:] in "".join("".join(read(sheet)).split())


def test_rows_of_a_table_have_as_many_cells_as_its_head() -> None:
    for count in (1, 6):
        table = "|a|b|\n|-|-|\n" + "\n".join(f"|{n}| |" for n in range(count))
        sheet, _ = built(assessment(section(item("q", table, choice("x", "y")))))
        with pikepdf.open(io.BytesIO(sheet)) as pdf:
            rows = [one for one in elements(pdf.Root["/StructTreeRoot"]) if str(one["/S"]) == "/TR"]
            assert len(rows) == 1 + count
            assert {len(row["/K"]) for row in rows} == {2}


def test_an_item_without_a_stem_still_has_its_number() -> None:
    made = item("q", Text(()), choice("x", "y")), item("r", Text(()), gaps("{{c1::x}}"))
    sheet, _ = built(assessment(section(*made)))
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        kinds = Counter(str(one["/S"]) for one in elements(pdf.Root["/StructTreeRoot"]))
    assert kinds["/LI"] == 4
