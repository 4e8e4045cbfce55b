"""What was filled into a form comes back, whichever program has saved it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.filled_forms import joined, with_pdfium, with_pikepdf, without_looks
from support.pdf_samples import EVERY_INTERACTION, assessment, files, with_parts

from quizgen.model.assessment import Printing, Worksheet
from quizgen.model.form_names import FormRoot, question_field
from quizgen.model.item import ExtendedText
from quizgen.readers.filled_forms.read import FaultyForm, FilledForm, NoForm, read_form

TYPED = "Zürich – “ł” Ж 서울 🎈 (a\\b)"


def made(**changes: object) -> tuple[Worksheet, bytes]:
    sample = assessment(EVERY_INTERACTION, printing=Printing(fillable=True))
    sheet = replace(sample.worksheets[0], digest="1f3a1014", form="B", **changes)  # type: ignore[arg-type]
    return sheet, files(with_parts(sample, worksheets=(sheet,)))["worksheet-B.pdf"]


SHEET, CONTENT = made()


def everything() -> dict[str, str]:
    """Something in each field of the sheet."""
    values = {"name": TYPED, "head-2": "7b"}
    with pikepdf.open(io.BytesIO(CONTENT)) as pdf:
        [root] = pdf.Root.AcroForm.Fields
        for field in root.Kids:
            name = str(field.T)
            if name in values:
                continue
            if field.FT == "/Btn":
                values[name] = name.rpartition("-")[2] if "-" in name else "2"
            elif field.FT == "/Ch":
                values[name] = "2"
            else:
                values[name] = f"{TYPED} {name}"
    return values


ALL = everything()


def read(content: bytes, folder: Path) -> FilledForm:
    path = folder / "form.pdf"
    path.write_bytes(content)
    result = read_form(path)
    assert isinstance(result, FilledForm), result
    return result


def test_a_blank_form_has_no_values(tmp_path: Path) -> None:
    assert read(CONTENT, tmp_path) == FilledForm(FormRoot("1f3a1014", "B"), {})


def test_every_field_comes_back_as_qpdf_writes_it(tmp_path: Path) -> None:
    assert read(with_pikepdf(CONTENT, ALL), tmp_path).values == ALL


def test_every_field_comes_back_from_clicks_and_keys_in_pdfium(tmp_path: Path) -> None:
    """pdfium itself takes no letter beyond U+FFFF from a keyboard."""
    typed = {name: value.replace("🎈", "♥") for name, value in ALL.items()}
    assert read(with_pdfium(CONTENT, typed), tmp_path).values == typed


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: pikepdf.String(b"\xfe\xff" + text.encode("utf-16-be")),
        lambda text: pikepdf.String(b"\xff\xfe" + text.encode("utf-16-le")),
        lambda text: pikepdf.String(b"\xef\xbb\xbf" + text.encode("utf-8")),
    ],
    ids=["utf-16-be", "utf-16-le", "utf-8"],
)
def test_texts_come_back_in_each_of_the_encodings(encode: object, tmp_path: Path) -> None:
    assert read(with_pikepdf(CONTENT, ALL, encode), tmp_path).values == ALL  # type: ignore[arg-type]


def test_a_text_in_the_old_encoding_of_pdf_comes_back(tmp_path: Path) -> None:
    content = with_pikepdf(
        CONTENT, {"name": "x"}, lambda text: pikepdf.String(b"Andr\xe9 \x8d\x8e")
    )
    assert read(content, tmp_path).values == {"name": "André “”"}


def test_changes_behind_the_original_count(tmp_path: Path) -> None:
    """As Acrobat and browsers save: the file as it was, and an update behind it."""
    plain = with_pikepdf(CONTENT, {}, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        [root] = pdf.Root.AcroForm.Fields
        field = next(field for field in root.Kids if field.T == "name")
        number, catalog, size = field.objgen[0], pdf.Root.objgen[0], int(pdf.trailer.Size)
        field.V = pikepdf.String("Ada")
        source = field.unparse(resolved=True)
    start = len(plain)
    update = b"%d 0 obj\n%b\nendobj\n" % (number, source)
    before = plain.rindex(b"startxref")
    old = int(plain[before:].split()[1])
    table = start + len(update)
    update += b"xref\n%d 1\n%010d 00000 n \n" % (number, start)
    update += b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\n" % (size, catalog, old)
    update += b"startxref\n%d\n%%%%EOF\n" % table
    assert read(plain + update, tmp_path).values == {"name": "Ada"}


@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=60))
def test_any_text_comes_back(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    content = with_pikepdf(CONTENT, {"name": text} if text else {})
    values = read(content, folder).values
    assert values == ({"name": text} if text.strip() else {})


def test_lines_of_an_essay_come_back(tmp_path: Path) -> None:
    [name] = [q.item.name for q in SHEET.questions if isinstance(q.item.interaction, ExtendedText)]
    content = with_pikepdf(CONTENT, {question_field(name): "one\r\ntwo\rthree"})
    assert read(content, tmp_path).values == {question_field(name): "one\ntwo\nthree"}


def test_a_form_of_two_pupils_is_told(tmp_path: Path) -> None:
    files_of_two = [with_pikepdf(CONTENT, {"name": one}) for one in ("Ada", "Emmy")]
    (tmp_path / "both.pdf").write_bytes(joined(files_of_two))
    result = read_form(tmp_path / "both.pdf")
    assert isinstance(result, FaultyForm), result
    assert "several worksheets" in result.why


def test_a_form_of_another_version_is_told(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(CONTENT)) as pdf:
        pdf.Root.AcroForm.Fields[0].T = "qz2-1f3a1014-B"
        pdf.save(tmp_path / "later.pdf")
    result = read_form(tmp_path / "later.pdf")
    assert isinstance(result, FaultyForm)
    assert "another version" in result.why


def test_what_is_no_form_of_a_worksheet_is_none(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(CONTENT)) as pdf:
        pdf.generate_appearance_streams()
        pdf.flatten_annotations("all")
        pdf.save(tmp_path / "flat.pdf")
    with pikepdf.open(io.BytesIO(CONTENT)) as pdf:
        pdf.Root.AcroForm.Fields[0].T = "tax"
        pdf.save(tmp_path / "tax.pdf")
    for name in ("flat", "tax"):
        result = read_form(tmp_path / f"{name}.pdf")
        assert isinstance(result, NoForm)
        assert "1f3a1014" in result.sample
    (tmp_path / "text.pdf").write_bytes(b"no PDF at all")
    assert read_form(tmp_path / "text.pdf") == NoForm("")
    assert read_form(tmp_path / "nothing.pdf") == NoForm("")


BUTTONS = {question_field("host"): "3", question_field("topics", 2): "2"}


def test_buttons_that_are_chosen_and_do_not_look_so_are_in_doubt(tmp_path: Path) -> None:
    values = read(without_looks(with_pikepdf(CONTENT, BUTTONS)), tmp_path).values
    assert values == {name: f"{value} Off" for name, value in BUTTONS.items()}
    content = with_pikepdf(CONTENT, BUTTONS)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="", owner="y"))
    assert read((tmp_path / "locked.pdf").read_bytes(), tmp_path).values == BUTTONS


@pytest.mark.parametrize(("value", "both"), [("/Off", "3 Off"), ("/1", "3 1"), ("/3", "3")])
def test_a_field_at_odds_with_its_buttons_is_in_doubt(
    value: str, both: str, tmp_path: Path
) -> None:
    name = question_field("host")
    with pikepdf.open(io.BytesIO(with_pikepdf(CONTENT, {name: "3"}))) as pdf:
        [root] = pdf.Root.AcroForm.Fields
        [field] = [one for one in root.Kids if name == one.T]
        field.V = pikepdf.Name(value)
        buffer = io.BytesIO()
        pdf.save(buffer)
    assert read(buffer.getvalue(), tmp_path).values == {name: both}


def test_what_stands_beside_a_value_does_not_hide_it(tmp_path: Path) -> None:
    """Labels hold the signs that begin and end values in the file, as text and inside UTF-16."""
    content = with_pikepdf(CONTENT, BUTTONS)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        [root] = pdf.Root.AcroForm.Fields
        for field in root.Kids:
            field.TU = pikepdf.String(
                f"{field.T} (((\\ >> ]] /V/9 <</V/7 \u2829\u5c5c\u285c\r\n서울)"
            )
        root.TU = pikepdf.String(") /V/9 ((\\(")
        buffer = io.BytesIO()
        pdf.save(buffer)
    assert read(buffer.getvalue(), tmp_path).values == BUTTONS
