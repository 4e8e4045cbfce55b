"""Worksheets and answer keys for the page: set as a build sets them, drawn by PDFium."""

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
"""Pixels for 1/72 inch: sharp on a screen with two dots a pixel, at the width the page gives."""

_pdfium = threading.Lock()
"""PDFium may be called by one thread at a time (pypdfium2's documentation)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One PDF of a deck file. `pages` are widths and heights in points.

    `fingerprint` is a digest of its inputs; empty where it has to be set again each time.
    """

    deck: str
    name: str
    digest: str
    pages: tuple[tuple[float, float], ...]
    content: bytes = field(repr=False)
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Sheets:
    """All PDFs, and what only setting them could find."""

    sheets: tuple[Sheet, ...] = ()
    findings: tuple[Finding, ...] = ()

    def find(self, digest: str) -> Sheet | None:
        return next((sheet for sheet in self.sheets if sheet.digest == digest), None)

    def same(self, deck: str, name: str, fingerprint: str) -> Sheet | None:
        """The sheet of this name, if it was made of the same."""
        wanted = deck, name, fingerprint
        found = (one for one in self.sheets if (one.deck, one.name, one.fingerprint) == wanted)
        return next(found, None)


def set_sheets(snapshot: Snapshot, before: Sheets = Sheets()) -> Sheets:
    """Set the worksheets of `snapshot`, but for those that are as they were `before`.

    Takes longer than the snapshot did.
    """
    report = Report()
    sheets = [sheet for one in snapshot.assessments for sheet in _sheets(one, report, before)]
    known = set(snapshot.findings)
    told = in_reading_order(snapshot.lint.apply(report.diagnostics))
    findings = [snapshot.places.finding(diagnostic) for diagnostic in told]
    return Sheets(tuple(sheets), tuple(one for one in findings if one not in known))


def page_image(content: bytes, number: int) -> bytes | None:
    """Page `number` (from 1) of a PDF, as PNG; None where it has no such page."""
    with _opened(content) as document:
        if not 1 <= number <= len(document):
            return None
        image = document[number - 1].render(scale=DOTS_PER_POINT).to_pil()
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _sheets(assessment: Assessment, report: Report, before: Sheets) -> list[Sheet]:
    fonts, deck = SystemFontFiles(), assessment.name
    fingerprinter = Fingerprinter({**assessment.bank.media, **assessment.logos})
    sheets = []
    for artifact in pdf.write(assessment, Context(0, report, machine_fonts=fonts)):
        if artifact.source is not None:
            fingerprint = fingerprinter.digest(artifact.inputs)
            same = before.same(deck, artifact.path.stem, fingerprint)
            sheets.append(same or _set(deck, artifact, fingerprint, report))
    if fonts.asked:  # others may be there the next time
        return [replace(sheet, fingerprint="") for sheet in sheets]
    return sheets


def _set(deck: str, artifact: Artifact, fingerprint: str, report: Report) -> Sheet:
    told = len(report.diagnostics)
    content = artifact.content or b""
    if len(report.diagnostics) > told:
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
