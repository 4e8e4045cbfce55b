"""Render worksheets and answer keys as a build does, and their pages as images by PDFium."""

from __future__ import annotations

import hashlib
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field, replace

import pypdfium2

from quizgen.commands.build.fingerprint import Fingerprinter
from quizgen.model.assessment import Assessment
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Report, in_reading_order
from quizgen.preview.diagnostics import PreviewDiagnostic
from quizgen.preview.snapshot import ProjectSnapshot
from quizgen.project.system_fonts import SystemFontFiles
from quizgen.writers import pdf
from quizgen.writers.base import Artifact, Context

DOTS_PER_POINT = 2.0
"""Pixels for a point (1/72 inch): sharp where a CSS pixel has two device pixels."""

_pdfium = threading.Lock()
"""PDFium may be called by one thread at a time (pypdfium2's documentation)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A PDF of a deck file; `pages` are widths and heights in points.

    `fingerprint` is a digest of the inputs, empty where the PDF must be rendered each time.
    """

    deck: str
    name: str
    digest: str
    pages: tuple[tuple[float, float], ...]
    content: bytes = field(repr=False)
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class SheetSet:
    """The PDFs of a snapshot, and the diagnostics that only rendering them reports."""

    sheets: tuple[Sheet, ...] = ()
    diagnostics: tuple[PreviewDiagnostic, ...] = ()

    def find(self, digest: str) -> Sheet | None:
        """Return the sheet with this digest, or None."""
        return next((sheet for sheet in self.sheets if sheet.digest == digest), None)

    def reusable(self, deck: str, name: str, fingerprint: str) -> Sheet | None:
        """Return the sheet with this deck, name and fingerprint, or None."""
        key = deck, name, fingerprint
        matches = (s for s in self.sheets if (s.deck, s.name, s.fingerprint) == key)
        return next(matches, None)


NO_SHEETS = SheetSet()


def render_sheets(snapshot: ProjectSnapshot, before: SheetSet = NO_SHEETS) -> SheetSet:
    """Render the worksheets of `snapshot`; take those from `before` whose inputs are the same.

    This takes longer than the snapshot itself.
    """
    report = Report()
    sheets = [sheet for each in snapshot.assessments for sheet in _sheets(each, report, before)]
    known = set(snapshot.diagnostics)
    reported = in_reading_order(snapshot.diagnostic_filter.apply(report.diagnostics))
    located = [snapshot.locator.locate(diagnostic) for diagnostic in reported]
    return SheetSet(tuple(sheets), tuple(each for each in located if each not in known))


def page_image(content: bytes, number: int) -> bytes | None:
    """Return page `number` (from 1) of the PDF `content` as PNG, or None if it has no such page."""
    with _opened(content) as document:
        if not 1 <= number <= len(document):
            return None
        image = document[number - 1].render(scale=DOTS_PER_POINT).to_pil()
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _sheets(assessment: Assessment, report: Report, before: SheetSet) -> list[Sheet]:
    fonts, deck = SystemFontFiles(), assessment.name
    fingerprinter = Fingerprinter({**assessment.bank.media, **assessment.logos})
    sheets = []
    for artifact in pdf.write(assessment, Context(0, report, machine_fonts=fonts)):
        if artifact.source is not None and artifact.path.suffix == ".pdf":
            fingerprint = fingerprinter.digest(artifact.inputs)
            former = before.reusable(deck, artifact.path.stem, fingerprint)
            sheets.append(former or _render(deck, artifact, fingerprint, report))
    if fonts.were_listed:  # others may be there the next time
        return [replace(sheet, fingerprint="") for sheet in sheets]
    return sheets


def _render(deck: str, artifact: Artifact, fingerprint: str, report: Report) -> Sheet:
    """Render `artifact`; a sheet that reports a diagnostic gets no fingerprint."""
    reported = len(report.diagnostics)
    content = artifact.content or b""
    if len(report.diagnostics) > reported:
        fingerprint = ""
    digest = hashlib.sha256(content).hexdigest()[:16]
    with _opened(content) as document:
        pages = tuple(page.get_size() for page in document)
    return Sheet(deck, artifact.path.stem, digest, pages, content, fingerprint)


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _pdfium:
        document = pypdfium2.PdfDocument(content)
        try:
            yield document
        finally:
            document.close()
