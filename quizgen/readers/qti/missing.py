"""Files that a package lists, and does not have."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from quizgen.model.diagnostics import UNREADABLE_FILE, Report
from quizgen.model.source import Source, at_line
from quizgen.readers.apkg.archive import Archive
from quizgen.readers.foreign.texts import QUESTION_NOT_IMPORTED
from quizgen.readers.foreign.xml import XmlElement

_WAY_OUT = "export the package again, with all of its files"
_REFERENCES = ("assessmentItemRef", "qti-assessment-item-ref")
_PARTS = ("assessmentSectionRef", "qti-assessment-section-ref")


class MissingFiles:
    """The files that are missing from the `archive` of a package, each told once in `report`."""

    def __init__(self, archive: Archive, report: Report) -> None:
        self._archive = archive
        self._report = report
        self._seen: set[str] = set()

    def tell(self, root: XmlElement, name: str, source: Source) -> None:
        """Tell what the manifest or test `root`, the file `name` of the package, lists in vain."""
        here = posixpath.dirname(name)
        for node, reference, is_item in _listed(root):
            path = posixpath.normpath(posixpath.join(here, unquote(reference)))
            if "://" in reference or path in self._archive or path in self._seen:
                continue
            self._seen.add(path)
            span, line = at_line(source, node.line), f"{name}, line {node.line}"
            lacks = f"is listed here, {Path(path).name[:60]!r}, and is not in the package"
            if is_item:
                message = f"{line}: a question {lacks}"
                self._report.warning(QUESTION_NOT_IMPORTED, span, message, _WAY_OUT)
            else:
                message = f"{line}: a file with questions {lacks}"
                self._report.warning(UNREADABLE_FILE, span, message, _WAY_OUT)


def _listed(root: XmlElement) -> Iterator[tuple[XmlElement, str, bool]]:
    """Yield what `root` lists: the element, the address, and whether it is of one question."""
    for node in root.find(*_REFERENCES):
        yield node, node.attributes.get("href", ""), True
    for node in root.find(*_PARTS):
        yield node, node.attributes.get("href", ""), False
    for node in root.find("resource"):
        kind = node.attributes.get("type", "").lower()
        if "imsqti" not in kind:
            continue
        names = [node.attributes.get("href", "")]
        if not names[0]:
            names = [file.attributes.get("href", "") for file in node.all("file")[:1]]
        for reference in filter(None, names):
            yield node, reference, "item" in kind
