"""The fields of a filled-in PDF form, as data: nothing in the file is run, and nothing is guessed.

pdfium reads the file, so it may come from any program that fills in forms: with changes behind the
original, written anew, with texts in any of PDF's encodings.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from quizgen.model.form_names import OFF, FormRoot, OtherVersionError, is_like_root, root_of
from quizgen.readers.filled_forms.stated_buttons import stated_buttons
from quizgen.readers.scans.location import Layouts
from quizgen.readers.scans.pages import PageSource

MAX_FILE_SIZE = 100_000_000
"""Bytes: a worksheet full of photographs has 20 MB. A larger file is one of scans."""
MAX_PAGES = 500
"""Pages of a form that are looked at: ten thousand questions have more, no test has."""
MAX_FIELDS = 20_000
"""Fields of a file."""
MAX_TEXT = 100_000
"""Characters of one answer: a book's chapter."""
MAX_SAMPLE = 20_000
"""Characters of the first page that tell where a file without fields comes from."""


class FilledForm(NamedTuple):
    """What was filled in. `values` are by the name of the field, without its root.

    The value of radio buttons is that of the one that is chosen, or several with spaces between
    where a program has let a pupil choose more. A box that is ticked has its place as its value.
    Where a field says something else than its buttons show, the value has both, and `OFF` for none.
    What is blank is not there.
    """

    root: FormRoot
    values: dict[str, str]


class NoForm(NamedTuple):
    """A file without fields of a worksheet. `sample` is what its first page says."""

    sample: str


class FaultyForm(NamedTuple):
    """A form that cannot be used, and why."""

    why: str


ReadForm: TypeAlias = FilledForm | NoForm | FaultyForm


def read_form_page(source: PageSource, layouts: Layouts) -> ReadForm:
    """Return what is filled into the file of `source`; `layouts` are not looked at."""
    return read_form(source.path)


def read_form(path: Path) -> ReadForm:
    """Return what is filled into the file at `path`."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        if not path.is_file() or path.stat().st_size > MAX_FILE_SIZE:
            return NoForm("")
        document = pypdfium2.PdfDocument(path)
    except (OSError, pypdfium2.PdfiumError):
        return NoForm("")
    try:
        if document.get_formtype() != raw.FORMTYPE_ACRO_FORM:
            return NoForm(_sample(document))
        document.init_forms()
        fields = list(_fields(document))
        stated = stated_buttons(document) if any(one.is_button for one in fields) else {}
        return _form(fields, stated) or NoForm(_sample(document))
    except _TooMuchError as error:
        return FaultyForm(str(error))
    except pypdfium2.PdfiumError as error:
        return FaultyForm(f"it is damaged ({str(error).splitlines()[0][:80]})")
    finally:
        document.close()


class _TooMuchError(ValueError):
    """Raised for a form beyond all limits."""


class _WidgetValue(NamedTuple):
    """A widget of the field `name`: its value, None for a button that is not chosen."""

    name: str
    value: str | None
    is_button: bool


def _form(fields: list[_WidgetValue], stated: Mapping[str, Collection[str]]) -> ReadForm | None:
    """Return the form that has `fields`; None where none of them is of a worksheet.

    `stated` are the values that fields of buttons say they have, by their names.
    """
    roots: set[FormRoot] = set()
    values: dict[str, str] = {}
    typed: set[str] = set()
    buttons: dict[str, str] = {}
    is_merged = False
    for name, value, is_button in fields:
        try:
            named = root_of(name)
        except OtherVersionError:
            return FaultyForm("it is of another version of quizgen")
        if named is None:
            is_merged |= is_like_root(name)
            continue
        root, rest = named
        roots.add(root)
        if not is_button:
            is_merged |= rest in typed
            typed.add(rest)
        else:
            buttons[rest] = name
        if value and value.strip():
            values[rest] = f"{values[rest]} {value}" if rest in values else value
    if is_merged or len(roots) > 1:
        return FaultyForm("it holds the fields of several worksheets")
    for rest, name in buttons.items():
        visible = values.get(rest, "").split()
        if set(visible) != set(stated.get(name, ())):
            both = [*visible, *sorted(set(stated.get(name, ())) - set(visible))]
            values[rest] = " ".join(both if len(both) > 1 else [*both, OFF])
    return FilledForm(roots.pop(), values) if roots else None


def _fields(document: Any) -> Iterator[_WidgetValue]:
    """Yield the widgets of `document`, page by page."""
    from pypdfium2 import raw

    if len(document) > MAX_PAGES:
        raise _TooMuchError(f"it has more than {MAX_PAGES} pages")
    count = 0
    for number in range(len(document)):
        page = document[number]
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, index)
            if not annotation:
                continue
            try:
                if raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_WIDGET:
                    continue
                count += 1
                if count > MAX_FIELDS:
                    raise _TooMuchError(f"it has more than {MAX_FIELDS} fields")
                yield _field(document.formenv, annotation)
            finally:
                raw.FPDFPage_CloseAnnot(annotation)
        page.close()


def _field(forms: Any, annotation: Any) -> _WidgetValue:
    from pypdfium2 import raw

    def text(call: Callable[..., int]) -> str:
        return _text(lambda buffer, size: call(forms, annotation, buffer, size))

    name = text(raw.FPDFAnnot_GetFormFieldName)
    kind = raw.FPDFAnnot_GetFormFieldType(forms, annotation)
    if kind in (raw.FPDF_FORMFIELD_RADIOBUTTON, raw.FPDF_FORMFIELD_CHECKBOX):
        is_chosen = raw.FPDFAnnot_IsChecked(forms, annotation)
        value = text(raw.FPDFAnnot_GetFormFieldExportValue) if is_chosen else None
        return _WidgetValue(name, value, True)
    return _WidgetValue(name, text(raw.FPDFAnnot_GetFormFieldValue), False)


def _text(call: Callable[[Any, int], int]) -> str:
    """Return the text that `call` writes into a buffer of so many bytes, in UTF-16."""
    from pypdfium2 import raw

    size = int(call(None, 0))
    if size > 2 * MAX_TEXT:
        raise _TooMuchError(f"a field has more than {MAX_TEXT} characters")
    if size < 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    text = buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _sample(document: Any) -> str:
    """Return the beginning of what the first page says; nothing where it cannot be read."""
    import pypdfium2

    try:
        page = document[0]
        text_page = page.get_textpage()
        count = min(text_page.count_chars(), MAX_SAMPLE)
        return str(text_page.get_text_range(0, count)) if count > 0 else ""
    except pypdfium2.PdfiumError:
        return ""
