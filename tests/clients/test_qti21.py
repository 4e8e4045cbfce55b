"""QTI 2.1 agrees with what Citolab's converter makes of our QTI 3."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from qti_convert import convert_qti3_to_qti21
from support.qti import items, package

from quizgen.readers.question_types import QUESTION_TYPES

SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
EXPECTED = {'Attribute "use" on qti-rubric-block is not supported in QTI 2.1.'}
"""What the converter has to leave out, and our QTI 2.1 has not."""


def _tree(node: Element) -> object:
    """`node` as plain values, in which only what is seen and what counts is left."""
    attributes = {key: value for key, value in node.attrib.items() if key != SCHEMA}
    texts = [" ".join((text or "").split()) for text in (node.text, node.tail)]
    return node.tag, attributes, texts, [_tree(child) for child in node]


@pytest.mark.parametrize("question_type", QUESTION_TYPES, ids=lambda one: one.name)
def test_it_is_the_same_item(tmp_path: Path, question_type: Any) -> None:
    (new,) = items(package(tmp_path / "3", question_type.example, "qti3"))
    (old,) = items(package(tmp_path / "21", question_type.example, "qti21"))
    converted = convert_qti3_to_qti21(new)
    assert {warning.message for warning in converted.warnings} <= EXPECTED
    xml = converted.xml if isinstance(converted.xml, bytes) else converted.xml.encode()
    assert _tree(fromstring(old)) == _tree(fromstring(xml))
