"""The forms of a worksheet with equally many pages, where one more line on a page makes it so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quizgen.model.assessment import Printing, Worksheet
from quizgen.model.roster import Pupil
from quizgen.writers.pdf.documents.page_chrome import form_name, text_area
from quizgen.writers.pdf.documents.worksheet import SheetLayout, sheet_layout, worksheet_document
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.style import Edition
from quizgen.writers.pdf.layout.typesetter import Typesetter

_MAX_QUESTIONS = 300
"""A longer sheet is no test, and its forms are not compared: they are set as a whole for that."""
_MAX_KEPT = 1000
"""Questions of all forms of a sheet that stay set until the form is printed."""
_ABOVE_FOOT, _ASCENT = 3.0, 0.75
"""Points that stay free above the letters of a page's foot, by eye; how high those are, in ems."""


class FormsAlike:
    """Lays out forms of worksheets; remembers how long the pages of each are.

    What was set to count its pages is printed, and not set again.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, Printing], Mapping[str, float]] = {}
        self._layouts: dict[int, tuple[Worksheet, SheetLayout]] = {}

    def document(
        self,
        worksheet: Worksheet,
        forms: Sequence[Worksheet],
        language: str,
        typesetter: Typesetter,
    ) -> Document:
        """Return `worksheet`, one of the `forms`, for pupils."""
        longer_by = self._longer_by(forms, typesetter)[worksheet.form]
        _, layout = self._layouts.pop(id(worksheet), (worksheet, None))
        return worksheet_document(worksheet, language, typesetter, longer_by, layout)

    def all_forms(
        self, forms: Sequence[Worksheet], language: str, typesetter: Typesetter
    ) -> Iterator[Document]:
        """Yield all `forms` for pupils, the first with the title of the whole file."""
        words = typesetter.words
        title = words.titled(forms[0].title.plain, words.all_forms(forms[0].form, forms[-1].form))
        for form in forms:
            of_form = self.document(form, forms, language, typesetter)
            yield replace(of_form, title=title) if form is forms[0] else of_form

    def named(
        self,
        forms: Sequence[Worksheet],
        pupils: Sequence[Pupil],
        language: str,
        typesetter: Typesetter,
    ) -> Iterator[Document]:
        """Yield the sheet of each of `pupils`, in their order, in the form that is the pupil's."""
        by_letter = {form.form: form for form in forms}
        for pupil in pupils:
            sheet = replace(by_letter[pupil.form], pupil=pupil)
            of_pupil = self.document(sheet, forms, language, typesetter)
            yield replace(of_pupil, title=forms[0].title.plain)

    def _longer_by(self, forms: Sequence[Worksheet], typesetter: Typesetter) -> Mapping[str, float]:
        """Return by how many points the pages of each of `forms` are longer than usual."""
        first = forms[0]
        key = first.name, first.digest, first.printing
        if key not in self._known:
            self._known[key] = self._compared(forms, typesetter)
        return self._known[key]

    def _compared(self, forms: Sequence[Worksheet], typesetter: Typesetter) -> Mapping[str, float]:
        usual = {form.form: 0.0 for form in forms}
        line = _line_to_spare(typesetter.edition)
        if len(forms) == 1 or not line or len(forms[0].questions) > _MAX_QUESTIONS:
            return usual
        counts: dict[str, tuple[int, int]] = {}
        for form in forms:
            layout = sheet_layout(form, form_name(form, typesetter), typesetter).kept()
            counts[form.form] = _page_counts(form, layout, line, typesetter)
            if sum(len(one.questions) for one in forms) <= _MAX_KEPT:
                self._layouts[id(form)] = form, layout  # the form too, or its id could be another's
        return _longer_by(counts, line)


def _longer_by(counts: Mapping[str, tuple[int, int]], line: float) -> Mapping[str, float]:
    """Return by how much the pages of each form are longer, by the `_page_counts` of each."""
    usual = dict.fromkeys(counts, 0.0)
    if len({count for count, _ in counts.values()}) == 1:
        return usual
    possible = sorted({count for both in counts.values() for count in both})
    common = [count for count in possible if all(count in both for both in counts.values())]
    if not common:
        return usual
    return {letter: 0.0 if count == common[0] else line for letter, (count, _) in counts.items()}


def _line_to_spare(edition: Edition) -> float:
    """Return the height of a line of text that fits above the foot of a page, or 0."""
    letters = _ASCENT * edition.aside.font.size
    room = edition.margin - edition.footer - letters - _ABOVE_FOOT
    return edition.body.leading if room >= edition.body.leading else 0.0


def _page_counts(
    form: Worksheet, layout: SheetLayout, line: float, typesetter: Typesetter
) -> tuple[int, int]:
    """Return on how many pages `form` stands, and on how many that are longer by `line`."""
    area = text_area(form.printing.paper, typesetter.edition, layout.columns)
    longer = area._replace(height=area.height + line)
    return layout.page_count(area), layout.page_count(longer)
