"""The HTML that files for other programs hold: what those put on a page as it is."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

BODIES = ("itemBody", "qti-item-body", "modalFeedback", "qti-modal-feedback")


def html_in(export: Path) -> Iterator[str]:
    """Yield the texts of `export` that are HTML: of Moodle XML, and of packages of QTI."""
    for content in _xml(export):
        for node in ElementTree.fromstring(content).iter():
            name = node.tag.rpartition("}")[2]
            if node.get("format") == "html":
                yield "".join(text.text or "" for text in node.findall("text"))
            elif node.get("texttype") == "text/html":
                yield "".join(node.itertext())
            elif name in BODIES:
                yield ElementTree.tostring(_bare(node), encoding="unicode", method="html")


def _xml(export: Path) -> Iterator[bytes]:
    if export.suffix == ".xml":
        yield export.read_bytes()
        return
    with zipfile.ZipFile(export) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                yield archive.read(name)


def _bare(node: ElementTree.Element) -> ElementTree.Element:
    """Return `node` whose names have no namespaces, as a browser of HTML knows them."""
    for inner in node.iter():
        inner.tag = inner.tag.rpartition("}")[2]
    return node
