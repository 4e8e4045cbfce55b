"""QTI's two spellings: 2.1 writes ``choiceInteraction``, 3 ``qti-choice-interaction``.

Trees are built in the first; an element of QTI has a colon before its name until it is spelt.
"""

from __future__ import annotations

import enum
import re
from xml.etree.ElementTree import Element

from quizgen.writers.exporting.files.xml_file import add, element, xml_characters


class Version(enum.Enum):
    """A version of QTI."""

    QTI21 = "2.1"
    QTI3 = "3.0"


NAMESPACES = {
    Version.QTI21: "http://www.imsglobal.org/xsd/imsqti_v2p1",
    Version.QTI3: "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
}
_SCHEMAS = {
    Version.QTI21: "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    Version.QTI3: "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
}
XSI = "http://www.w3.org/2001/XMLSchema-instance"
_CONTENT = ("modalFeedback", "rubricBlock")
"""Elements whose content QTI 3 wants in a ``qti-content-body``."""


def q(name: str, text: str = "", **attributes: str) -> Element:
    """Return an element of QTI, by its name in 2.1."""
    return element(f":{name}", text, **attributes)


def put(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add an element of QTI, by its name in 2.1, to `parent`, and return it."""
    return add(parent, f":{name}", text, **attributes)


def spelt(root: Element, version: Version) -> Element:
    """Return `root`, whose elements get the names that they have in `version`."""
    is_new = version is Version.QTI3
    for node in list(root.iter()):
        if not node.tag.startswith(":"):
            continue
        name = node.tag[1:]
        if is_new:
            if name in _CONTENT:
                _wrap(node)
            node.tag = f"qti-{_dashed(name)}"
            node.attrib = {_dashed(key): value for key, value in node.attrib.items()}
        else:
            node.tag = name
    namespace = NAMESPACES[version]
    root.set("xmlns", namespace)
    root.set("xmlns:xsi", XSI)
    root.set("xsi:schemaLocation", f"{namespace} {_SCHEMAS[version]}")
    return root


def _dashed(name: str) -> str:
    return re.sub("[A-Z]", lambda letter: f"-{letter[0].lower()}", name)


def _wrap(node: Element) -> None:
    """Put the content of `node` into a content body."""
    body = Element("qti-content-body")
    body.text, node.text = node.text, None
    body.extend(list(node))
    node[:] = [body]


def identifier(name: str) -> str:
    """Return `name` as an identifier, which begins with no digit and holds no blank."""
    safe = re.sub(r"[^\w.-]", "-", xml_characters(name))
    return safe if re.match(r"[^\W\d]", safe) else f"_{safe}"
