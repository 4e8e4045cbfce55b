"""Author text as nodes of XHTML, for formats of XML that hold it as elements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, fromstring

from quizgen.model.text import Math, Text, inline_runs
from quizgen.model.text.html import HtmlText, escape_characters
from quizgen.model.text.tex import tex_fault
from quizgen.writers.exporting.files.xml_file import xml_characters
from quizgen.writers.shared.mathml import mathml

_EMPTY = re.compile(r"<(br|img|source)\b([^>]*)>")
_ALIGNED = re.compile(r' style="text-align:(center|end)"')
_START = re.compile(r'<ol start="\d+">')
_MATH = "http://www.w3.org/1998/Math/MathML"


def has_unset_formula(text: Text) -> bool:
    """Return whether `text` has a formula that MathML cannot have, and that stays TeX."""
    formulas = (run for run in inline_runs(text.runs) if isinstance(run, Math))
    return any(tex_fault(run.tex) or mathml(run.tex, run.display) is None for run in formulas)


def formula(tex: str, display: bool) -> str:
    """Return the formula `tex` as HTML: MathML, or its characters where that cannot be."""
    return mathml(tex, display) or escape_characters(tex)


def converter(addresses: Mapping[str, str], play: Mapping[str, str]) -> HtmlText:
    """Return a converter to HTML that `nodes` can read.

    `addresses` are those of pictures and sounds; `play` maps the address of a sound to the
    element that plays it.
    """
    return HtmlText(pictures=addresses, play=lambda a: play[a], formula=formula)


def nodes(markup: str, tag: str = "div") -> Element:
    """Return an element `tag` with the HTML `markup`, which quizgen itself has written.

    Alignments become the classes of QTI's shared vocabulary. Numbered lists begin with 1.
    """
    text = _EMPTY.sub(r"<\1\2/>", xml_characters(markup))
    text = _START.sub("<ol>", _ALIGNED.sub(r' class="qti-align-\1"', text))
    root = fromstring(f"<{tag}>{text.replace('qti-align-end', 'qti-align-right')}</{tag}>")
    for node in root.iter():
        if node.tag.startswith("{"):  # MathML, whose namespace the parser has put into names
            node.tag = node.tag.rpartition("}")[2]
            if node.tag == "math":
                node.set("xmlns", _MATH)
    return root


def moved(source: Element, target: Element) -> Element:
    """Move the content of `source` to the end of `target`, and return `target`."""
    children = list(target)
    if source.text:
        if children:
            children[-1].tail = (children[-1].tail or "") + source.text
        else:
            target.text = (target.text or "") + source.text
    target.extend(list(source))
    return target
