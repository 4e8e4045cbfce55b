"""The PDF files of one assessment, and what they share: pictures, fonts and typesetters."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from quizgen.model.assessment import Assessment, Printing, Worksheet
from quizgen.model.translations import Translations
from quizgen.project.record_store import record_name
from quizgen.writers.base import Artifact, Context
from quizgen.writers.pdf.file.font_parts import FontParts
from quizgen.writers.pdf.file.render import render_pdf
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.editions import edition_of
from quizgen.writers.pdf.layout.images import Pictures
from quizgen.writers.pdf.layout.style import Edition
from quizgen.writers.pdf.layout.typesetter import Typesetter

_MAX_KEPT = 50
"""Files of a deck whose parts of fonts are kept, some 30 KB each."""


class PdfJobs:
    """The PDF files of one assessment, each rendered when its content is asked for.

    `pictures` and `book`, its fonts, serve all files. The parts of fonts that the first `_MAX_KEPT`
    files have are kept for the next build.
    """

    def __init__(self, assessment: Assessment, context: Context) -> None:
        bank = assessment.bank
        self.pictures = Pictures({**bank.media, **assessment.logos})
        self._fonts = [font.content for font in assessment.fonts]
        self.book = FontBook(bank.language, self._fonts, context.machine_fonts)
        self._words = Translations(bank.language)
        self._typesetters: dict[Edition, Typesetter] = {}
        self._deck = assessment.name
        self._store = context.records
        self._count = 0

    @property
    def font_contents(self) -> list[bytes]:
        """The fonts of the deck file."""
        return self._fonts

    def typesetter(self, edition: Edition) -> Typesetter:
        """Return the typesetter of `edition`.

        All files in an edition share it: it remembers the widths of words, and most of the
        words of a worksheet are in its key as well.
        """
        if edition not in self._typesetters:
            typesetter = Typesetter(edition, self.pictures, self.book, self._words)
            self._typesetters[edition] = typesetter
        return self._typesetters[edition]

    def first_typesetter(self, worksheet: Worksheet) -> Typesetter:
        """Return the typesetter of the first edition that `worksheet` is printed in."""
        printing = worksheet.printing
        return self.typesetter(edition_of(printing.editions[0], printing))

    def sheet_typesetter(self, worksheet: Worksheet) -> Typesetter:
        """Return the typesetter of the answer sheet of `worksheet` in its first edition.

        Wishes for the questions, such as small type, do not count for it.
        """
        return self.typesetter(edition_of(worksheet.printing.editions[0], Printing()))

    def key_typesetter(self, worksheet: Worksheet) -> Typesetter:
        """Return the typesetter of the keys of `worksheet`, which have a sheet to each page."""
        edition = self.first_typesetter(worksheet).edition
        return self.typesetter(edition._replace(imposition=None, binding=0.0, duplex=False))

    def pdf(
        self,
        path: str,
        lay_out: Callable[..., Document | Iterable[Document]],
        typesetter: Typesetter,
        *inputs: object,
    ) -> Artifact:
        """Return the file at `path` that `lay_out` makes of `inputs` and `typesetter`.

        The `typesetter` must follow from `inputs` and the fonts of the deck file alone: only
        these count when a later build asks whether the file is up to date.
        """
        self._count += 1
        store = self._store if self._count <= _MAX_KEPT else None

        def render(*values: object) -> bytes:
            documents = lay_out(*values, typesetter)
            parts = FontParts(store, record_name("fonts", self._deck, path))
            every = [documents] if isinstance(documents, Document) else documents
            return render_pdf(*every, parts=parts)

        return Artifact.rendered(path, render, *inputs, also_depends_on=self._fonts)
