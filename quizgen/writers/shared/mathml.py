"""Formulas as MathML, made of TeX by latex2mathml."""

from __future__ import annotations

import functools
from html import unescape

MAX_TEX = 2000
"""Characters of a formula that is translated; longer ones stay TeX (judged)."""


@functools.lru_cache(maxsize=1024)
def mathml(tex: str, display: bool) -> str | None:
    """Return the formula `tex` as an element of MathML, or None where it cannot be translated."""
    from xml.etree.ElementTree import tostring  # most banks have no formulas

    from latex2mathml.converter import convert_to_element

    if len(tex) > MAX_TEX:
        return None
    try:
        root = convert_to_element(tex, display="block" if display else "inline")
    except Exception:  # whatever a formula that is wrong makes of the library
        return None
    for node in root.iter():
        node.text = unescape(node.text) if node.text else node.text
        if node.text and node.text.startswith("\\") and len(node.text) > 1:
            return None  # a command that it does not know
    return str(tostring(root, encoding="unicode"))
