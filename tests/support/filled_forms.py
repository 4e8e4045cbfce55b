"""Pupils who fill in the PDF form of a worksheet, each with another program."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

from quizgen.model.answer_code import Answer
from quizgen.model.assessment import Question, Worksheet
from quizgen.model.form_names import FormRoot, question_field
from quizgen.model.item import Choice, ExtendedText, GapFill, Match, Order

Values = Mapping[str, str]
"""What is filled in, by the names of fields without their root: the value of a button or an entry
of a list, or a text."""


def values_of(question: Question, answer: Answer) -> dict[str, str]:
    """What `answer`, as an answer code has it, is in the fields of `question`."""
    name = question.item.name
    places = enumerate(answer, 1)
    match question.item.interaction:
        case Choice(keys=keys) if len(keys) == 1:
            return {question_field(name): str(at) for at, is_chosen in places if is_chosen}
        case Choice():
            return {question_field(name, at): str(at) for at, is_chosen in places if is_chosen}
        case Match() | Order():
            return {question_field(name, at): str(place) for at, place in places if place}
        case GapFill():
            return {question_field(name, at): str(text) for at, text in places if text}
        case ExtendedText():
            return {}
        case _:
            return {question_field(name): str(answer[0])} if answer and answer[0] else {}


def filled(sheet: Worksheet, answers: Mapping[str, Answer], **others: str) -> dict[str, str]:
    """The values for `answers`, by the names of items, and `others` by the names of fields."""
    values = dict(others)
    for question in sheet.questions:
        if question.item.name in answers:
            values |= values_of(question, answers[question.item.name])
    return values


def root_of_sheet(sheet: Worksheet) -> str:
    return FormRoot(sheet.digest, sheet.form).name


Encode = Callable[[str], "pikepdf.Object | str"]


def with_pikepdf(content: bytes, values: Values, encode: Encode = str, **saving: Any) -> bytes:
    """`content` with `values`, written anew by qpdf, texts as `encode` makes them."""
    left = dict(values)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            for widget in page.get("/Annots", []):
                if widget.get("/Subtype") != "/Widget":
                    continue
                field = widget if "/T" in widget else widget.Parent
                value = left.get(name := str(field.T))
                if value is None:
                    continue
                if field.FT == "/Btn":
                    states = set(widget.AP.N.keys()) - {"/Off"}
                    if f"/{value}" in states:
                        widget.AS = field.V = pikepdf.Name(f"/{value}")
                        del left[name]
                else:
                    field.V = encode(value)
                    del left[name]
        assert not left, left
        buffer = io.BytesIO()
        pdf.save(buffer, **saving)
        return buffer.getvalue()


def with_pdfium(content: bytes, values: Values) -> bytes:
    """`content` with `values`, as a pupil clicks and types in a viewer made of pdfium."""
    document = pypdfium2.PdfDocument(content)
    document.init_forms()
    forms = document.formenv
    left = dict(values)
    for number in range(len(document)):
        page = document[number]
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, index)
            if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET:
                _fill(forms, page, annotation, left)
            raw.FPDFPage_CloseAnnot(annotation)
        raw.FORM_ForceToKillFocus(forms)
    assert not left, left
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def _fill(forms: Any, page: Any, annotation: Any, left: dict[str, str]) -> None:
    name = _name(forms, annotation).partition(".")[2]
    value = left.get(name)
    if value is None:
        return
    kind = raw.FPDFAnnot_GetFormFieldType(forms, annotation)
    if kind in (raw.FPDF_FORMFIELD_RADIOBUTTON, raw.FPDF_FORMFIELD_CHECKBOX):
        if _read(forms, annotation, raw.FPDFAnnot_GetFormFieldExportValue) == value:
            area = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annotation, area)
            place = (area.left + area.right) / 2, (area.top + area.bottom) / 2
            raw.FORM_OnMouseMove(forms, page, 0, *place)
            raw.FORM_OnLButtonDown(forms, page, 0, *place)
            raw.FORM_OnLButtonUp(forms, page, 0, *place)
            del left[name]
    elif kind == raw.FPDF_FORMFIELD_COMBOBOX:
        assert raw.FORM_SetFocusedAnnot(forms, annotation)
        assert raw.FORM_SetIndexSelected(forms, page, int(value), True)
        raw.FORM_ForceToKillFocus(forms)
        del left[name]
    else:
        assert raw.FORM_SetFocusedAnnot(forms, annotation)
        wide = ctypes.create_string_buffer(value.encode("utf-16-le") + b"\0\0")
        raw.FORM_ReplaceSelection(forms, page, ctypes.cast(wide, ctypes.POINTER(ctypes.c_ushort)))
        raw.FORM_ForceToKillFocus(forms)
        del left[name]


def _name(forms: Any, annotation: Any) -> str:
    return _read(forms, annotation, raw.FPDFAnnot_GetFormFieldName)


def _read(forms: Any, annotation: Any, call: Callable[..., int]) -> str:
    size = call(forms, annotation, None, 0)
    buffer = ctypes.create_string_buffer(size)
    call(forms, annotation, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def fields_of(content: bytes) -> dict[str, list[pikepdf.Object]]:
    """The widgets of a file by the full names of their fields."""
    found: dict[str, list[pikepdf.Object]] = {}
    pdf = pikepdf.open(io.BytesIO(content))
    _OPEN.append(pdf)
    for page in pdf.pages:
        for widget in page.get("/Annots", []):
            if widget.get("/Subtype") == "/Widget":
                found.setdefault(full_name(widget), []).append(widget)
    return found


_OPEN: list[pikepdf.Pdf] = []
"""Files whose objects are looked at: they live as long as their file is open."""


def full_name(field: pikepdf.Object) -> str:
    names: list[str] = []
    while True:
        if "/T" in field:
            names.insert(0, str(field.T))
        if "/Parent" not in field:
            return ".".join(names)
        field = field.Parent


def joined(files: Sequence[bytes]) -> bytes:
    """All `files` in one, as a teacher may put them together."""
    with pikepdf.new() as pdf:
        for content in files:
            with pikepdf.open(io.BytesIO(content)) as one:
                pdf.add_pages_from(one)
        buffer = io.BytesIO()
        pdf.save(buffer)
        return buffer.getvalue()


def without_looks(content: bytes) -> bytes:
    """What a program writes that leaves how buttons look to the viewer: values alone."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            for widget in page.get("/Annots", []):
                if "/AS" in widget:
                    widget.AS = pikepdf.Name.Off
        pdf.Root.AcroForm.NeedAppearances = True
        buffer = io.BytesIO()
        pdf.save(buffer)
        return buffer.getvalue()
