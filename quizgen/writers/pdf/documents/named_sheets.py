"""The sheets of the pupils of a roster, each with the pupil's name and a code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.model.assessment import Worksheet
from quizgen.model.roster import Pupil
from quizgen.writers.pdf.documents.worksheet import worksheet_document
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.typesetter import Typesetter


def named_documents(
    forms: Sequence[Worksheet], pupils: Sequence[Pupil], language: str, typesetter: Typesetter
) -> Iterator[Document]:
    """Yield the sheet of each of `pupils`, in their order, in the form that is the pupil's."""
    by_letter = {form.form: form for form in forms}
    for pupil in pupils:
        sheet = replace(by_letter[pupil.form], pupil=pupil)
        of_pupil = worksheet_document(sheet, language, typesetter)
        yield replace(of_pupil, title=forms[0].title.plain)
