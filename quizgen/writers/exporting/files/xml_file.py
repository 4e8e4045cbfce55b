"""XML files of exports: built as trees, so that no author text is ever read as markup."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file may hold, not even as a code (XML 1.0, 2.2)."""


def xml_characters(text: str) -> str:
    """Return `text` with U+FFFD for each character that no XML file may hold."""
    return _NOT_IN_XML.sub("\ufffd", text)


def element(tag: str, text: str = "", **attributes: str) -> Element:
    """Return an element with `text` and `attributes`, whose names may end in an underscore."""
    node = Element(tag, {k.rstrip("_"): xml_characters(v) for k, v in attributes.items()})
    node.text = xml_characters(text) or None
    return node


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add to `parent` an element with `text` and `attributes`, and return it."""
    node = SubElement(parent, tag)
    child = element(tag, text, **attributes)
    node.attrib, node.text = child.attrib, child.text
    return node


def xml_bytes(root: Element, *, indented: bool = True) -> bytes:
    """Return the file with `root`, in UTF-8.

    An `indented` one may have no element with both characters and elements in it.
    """
    if indented:
        indent(root)
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"
