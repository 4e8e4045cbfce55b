"""Worksheets and answer keys for the page, set as by a build, and drawn by PDFium."""

from __future__ import annotations

import hashlib
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import pypdfium2

from quizgen.commands.build.fingerprint import Fingerprinter
from quizgen.model.assessment import Assessment
from quizgen.model.diagnostics import Report, in_reading_order
from quizgen.preview.findings import Finding
from quizgen.preview.snapshot import Snapshot
from quizgen.project.system_fonts import SystemFontFiles
from quizgen.writers import pdf
from quizgen.writers.base import Artifact, Context

DOTS_PER_POINT = 2.0
"""Pixels for a point (1/72 inch).

Two are sharp on a screen with two device pixels a CSS pixel, at the width that the page has for
sheets."""

_pdfium = threading.Lock()
"""PDFium may be called by one thread at a time (pypdfium2's documentation)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A PDF of a deck file. `pages` are widths and heights in points.

    `digest` is that of the PDF's content, `fingerprint` that of its inputs; the fingerprint is
    empty where the sheet has to be set again each time.
    """

    deck: str
    name: str
    digest: str
    pages: tuple[tuple[float, float], ...]
    content: bytes = field(repr=False)
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Sheets:
    """All PDFs of a snapshot, and the findings that only setting them brings."""

    sheets: tuple[Sheet, ...] = ()
    findings: tuple[Finding, ...] = ()

    def find(self, digest: str) -> Sheet | None:
        """Return the sheet with `digest`, or None."""
        return next((sheet for sheet in self.sheets if sheet.digest == digest), None)

    def same(self, deck: str, name: str, fingerprint: str) -> Sheet | None:
        """Return the sheet `name` of `deck` if its inputs have `fingerprint`; otherwise None."""
        inputs = deck, name, fingerprint
        matches = (s for s in self.sheets if (s.deck, s.name, s.fingerprint) == inputs)
        return next(matches, None)


def set_sheets(snapshot: Snapshot, before: Sheets = Sheets()) -> Sheets:
    """Return the sheets of `snapshot`; those of `before` with the same inputs are not set again.

    Findings that `snapshot` has already are left out. This takes longer than reading the snapshot.
    """
    report = Report()
    sheets = [sheet for deck in snapshot.assessments for sheet in _sheets(deck, report, before)]
    known = set(snapshot.findings)
    diagnostics = in_reading_order(snapshot.lint.apply(report.diagnostics))
    findings = [snapshot.places.finding(diagnostic) for diagnostic in diagnostics]
    return Sheets(tuple(sheets), tuple(finding for finding in findings if finding not in known))


def page_image(content: bytes, number: int) -> bytes | None:
    """Return the page `number`, from 1, of the PDF `content` as PNG; None for no such page."""
    with _opened(content) as document:
        if not 1 <= number <= len(document):
            return None
        image = document[number - 1].render(scale=DOTS_PER_POINT).to_pil()
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _sheets(assessment: Assessment, report: Report, before: Sheets) -> list[Sheet]:
    """Return the sheets of `assessment`, those that are in `before` with the same inputs as there.

    Where a search for fonts of the system was made, all sheets are to be set again next time.
    """
    fonts, deck = SystemFontFiles(), assessment.name
    fingerprinter = Fingerprinter({**assessment.bank.media, **assessment.logos})
    sheets = []
    for artifact in pdf.write(assessment, Context(0, report, machine_fonts=fonts)):
        if artifact.source is not None:
            fingerprint = fingerprinter.digest(artifact.inputs)
            same = before.same(deck, artifact.path.stem, fingerprint)
            sheets.append(same or _set(deck, artifact, fingerprint, report))
    if fonts.asked:  # other fonts may be installed by the next time
        return [replace(sheet, fingerprint="") for sheet in sheets]
    return sheets


def _set(deck: str, artifact: Artifact, fingerprint: str, report: Report) -> Sheet:
    """Return `artifact` set as a sheet; its fingerprint is empty if setting adds diagnostics.

    A sheet that is not set again would not report them again.
    """
    known = len(report.diagnostics)
    content = artifact.content or b""
    if len(report.diagnostics) > known:
        fingerprint = ""
    digest = hashlib.sha256(content).hexdigest()[:16]
    with _opened(content) as document:
        pages = tuple(page.get_size() for page in document)
    return Sheet(deck, artifact.path.stem, digest, pages, content, fingerprint)


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open the PDF `content` for the block, while no other thread may use PDFium."""
    with _pdfium:
        document = pypdfium2.PdfDocument(content)
        try:
            yield document
        finally:
            document.close()
