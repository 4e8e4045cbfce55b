"""The files of a QTI package: those with questions in their order, and what they show."""

from __future__ import annotations

import posixpath
from dataclasses import field
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import UNREADABLE_FILE, Report
from quizgen.model.source import Source, at_line
from quizgen.readers.apkg.archive import Archive
from quizgen.readers.apkg.errors import PackageError
from quizgen.readers.foreign import ForeignLoss
from quizgen.readers.foreign.choices import Losses
from quizgen.readers.foreign.files import GatheredFiles
from quizgen.readers.foreign.texts import decode
from quizgen.readers.foreign.xml import XmlBudget, XmlElement, XmlError, parse_xml, root_tag
from quizgen.readers.qti.descriptions import NOT_DESCRIBED, Described, descriptions
from quizgen.readers.qti.missing import MissingFiles

MAX_DOCUMENTS = 20_000
MAX_DOCUMENT_SIZE = 64 * 1024 * 1024
ROOTS = ("questestinterop", "assessmentItem", "qti-assessment-item")
_ENDINGS = (".xml", ".qti", ".dat")
MAX_PEEKS = 200
"""Files of a package without a manifest that are looked at, to find out whether it is QTI."""
_TESTS = ("assessmentTest", "qti-assessment-test")
_BASE = "$IMS-CC-FILEBASE$"
_FOLDERS = ("", "web_resources/", "media/", "resources/")
"""Where Canvas and others keep the files that `_BASE` stands for."""


@dataclass(slots=True)
class QtiDocument:
    """A file with questions; `name` is its path in the package, empty for a file alone.

    `title` is that of its section in a test, `about` what the package says of it.
    """

    name: str
    root: XmlElement
    source: Source
    title: str = ""
    about: Described = NOT_DESCRIBED


@dataclass(slots=True)
class QtiPack:
    """The documents of a file, and the pictures and sounds that it has.

    `losses` are what was left out of it as a whole.
    """

    documents: list[QtiDocument] = field(default_factory=list)
    archive: Archive | None = None
    files: GatheredFiles = field(default_factory=GatheredFiles)
    losses: Losses = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)

    def address(self, document: QtiDocument, reference: str) -> str:
        """Return the address of the file that `document` calls `reference`, and keep that file."""
        if self.archive is None:
            return reference
        path = unquote(reference.partition("?")[0]).replace("%24", "$")
        if path.startswith(_BASE):
            rest = path.removeprefix(_BASE).lstrip("/")
            candidates = [folder + rest for folder in _FOLDERS]
        else:
            here = posixpath.dirname(document.name)
            candidates = [posixpath.normpath(posixpath.join(here, path)), path]
        for name in candidates:
            if name in self.addresses:
                return self.addresses[name]
            if name in self.archive:
                try:
                    self.addresses[name] = self.files.add(name, self.archive.read(name))
                except PackageError:
                    self.addresses[name] = name  # told later as a file that is not there
                return self.addresses[name]
        return path


def has_questions(archive: Archive) -> bool:
    """Return whether a file of `archive` is a document of QTI; some of them are looked at."""
    listed = (name for name in archive.names if name.lower().endswith(_ENDINGS))
    try:
        return any(
            root_tag(archive.read(name, MAX_DOCUMENT_SIZE)) in ROOTS
            for name in islice(listed, MAX_PEEKS)
        )
    except PackageError:
        return True


def read_alone(content: bytes, path: Path, report: Report) -> QtiPack | None:
    """Return the one document in `content`, or None with an error in `report`."""
    source = decode(content, path)
    root = _parse(content, source, report, is_alone=True, budget=XmlBudget(size=len(content)))
    return QtiPack([QtiDocument("", root, source)]) if root is not None else None


def read_pack(content: bytes, path: Path, report: Report) -> QtiPack | None:
    """Return the documents of the package in `content`, or None with an error in `report`."""
    try:
        archive = Archive(content)
        pack = QtiPack(archive=archive)
        budget = XmlBudget()
        order, titles, described = _manifest(archive, path, report, budget)
        names = [n for n in dict.fromkeys([*order, *archive.names]) if _may_have_questions(n)]
        names = [name for name in names if name in archive]
        if len(names) > MAX_DOCUMENTS:
            pack.losses.append((ForeignLoss.CUT, f"files behind the first {MAX_DOCUMENTS:,}"))
        for name in names[:MAX_DOCUMENTS]:
            inside = archive.read(name, MAX_DOCUMENT_SIZE)
            root = None
            if root_tag(inside) in ROOTS:
                source = decode(inside, path / name)
                root = _parse(inside, source, report, is_alone=False, budget=budget)
            else:
                budget.size -= len(inside)
            if budget.is_spent:
                _refuse(path, report, f"{name} and the files before it hold too much")
                return None
            if root is not None:
                about = described.get(name, NOT_DESCRIBED)
                pack.documents.append(QtiDocument(name, root, source, titles.get(name, ""), about))
    except PackageError as error:
        _refuse(path, report, str(error))
        return None
    return _each_once(pack)


def _may_have_questions(name: str) -> bool:
    return name.lower().endswith(_ENDINGS)


def _refuse(path: Path, report: Report, why: str) -> None:
    report.error(
        UNREADABLE_FILE,
        Source(path, "").whole(),
        f"this package cannot be read: {why}",
        "export the questions again, fewer at a time",
    )


def _parse(
    content: bytes, source: Source, report: Report, *, is_alone: bool, budget: XmlBudget
) -> XmlElement | None:
    try:
        return parse_xml(content, budget)
    except XmlError as error:
        tell = report.error if is_alone else report.warning
        tell(
            UNREADABLE_FILE,
            at_line(source, error.line),
            f"line {error.line}: this XML cannot be read: {error}",
            "export the questions again",
        )
        return None


_Listed = tuple[list[str], dict[str, str], dict[str, Described]]
"""Names of files in their order, the titles of their sections, and what is said of them."""


def _manifest(archive: Archive, path: Path, report: Report, budget: XmlBudget) -> _Listed:
    """Return what the manifest of `archive` says of its files, and the tests that it lists."""
    manifest = next((n for n in archive.names if posixpath.basename(n) == "imsmanifest.xml"), None)
    if manifest is None:
        return [], {}, {}
    content = archive.read(manifest, MAX_DOCUMENT_SIZE)
    listing = decode(content, path / manifest)
    root = _parse(content, listing, report, is_alone=False, budget=budget)
    if root is None:
        return [], {}, {}
    missing = MissingFiles(archive, report)
    here = posixpath.dirname(manifest)
    order = dict.fromkeys(
        posixpath.normpath(posixpath.join(here, unquote(file.attributes.get("href", ""))))
        for file in root.find("file")
    )
    titles: dict[str, str] = {}
    listed = [name for name in order if name in archive and name.endswith(".xml")]
    for name in listed[:MAX_DOCUMENTS]:
        content = archive.read(name, MAX_DOCUMENT_SIZE)
        if root_tag(content) in _TESTS:
            source = decode(content, path / name)
            test = _parse(content, source, report, is_alone=False, budget=budget)
            if test is not None:
                titles |= _test(test, posixpath.dirname(name))
                missing.tell(test, name, source)
    missing.tell(root, manifest, listing)
    return list(dict.fromkeys([*titles, *order])), titles, descriptions(root, here)


def _test(root: XmlElement, here: str) -> dict[str, str]:
    """Return the files of a test in their order, with the titles of their sections."""
    files = {}
    for section in root.find("assessmentSection", "qti-assessment-section"):
        for item in section.find("assessmentItemRef", "qti-assessment-item-ref"):
            name = posixpath.normpath(
                posixpath.join(here, unquote(item.attributes.get("href", "")))
            )
            files[name] = section.attributes.get("title", "")
    return files


def _each_once(pack: QtiPack) -> QtiPack:
    """Return `pack` without what Canvas exports twice: as a cartridge's, and as its own."""
    of_canvas = {
        ident for d in pack.documents if d.name.endswith(".qti") for ident in _idents(d.root)
    }
    pack.documents = [
        document
        for document in pack.documents
        if document.name.endswith(".qti") or not set(_idents(document.root)) & of_canvas
    ]
    return pack


def _idents(root: XmlElement) -> list[str]:
    return [a.attributes.get("ident", "") for a in root.find("assessment", "objectbank")]
