"""What QTI 1.2 shows of an item: its texts, and between them the responses that it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from html import escape

from quizgen.model.dataclass import dataclass
from quizgen.readers.foreign import html_of
from quizgen.readers.foreign.texts import without_tags
from quizgen.readers.foreign.xml import XmlElement
from quizgen.readers.qti.markup import QtiMarkup

_RESPONSES = ("response_lid", "response_str", "response_num", "response_xy", "response_grp")
_RIGHT_BLOCK = "RIGHT_MATCH_BLOCK"
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w+;")


@dataclass(slots=True)
class ChoiceLabel:
    """Something to choose: its name in the file, and its text in HTML."""

    ident: str
    html: str

    @property
    def plain(self) -> str:
        """Its characters."""
        return without_tags(self.html)


@dataclass(slots=True)
class ItemResponse:
    """A response that an item asks for; `kind` is its tag, `about` the text that it has itself."""

    kind: str
    ident: str
    cardinality: str
    about: str = ""
    labels: list[ChoiceLabel] = field(default_factory=list)
    is_number: bool = False
    is_box: bool = False
    extra: list[str] = field(default_factory=list)


Part = str | ItemResponse


def parts_of(item: XmlElement, markup: QtiMarkup) -> list[Part]:
    """Return the texts and responses of `item` in the order in which they are shown."""
    presentation = item.first("presentation")
    if presentation is None:
        return []
    parts = list(_parts(presentation, markup))
    blocks = [f for f in presentation.find("flow") for f in _right_blocks(f)]
    texts = [all_material(one, markup) for block in blocks for one in block.all("flow")]
    for part in parts if texts else ():
        if isinstance(part, ItemResponse) and len(part.labels) == len(texts):
            for label, text in zip(part.labels, texts, strict=True):
                label.html = label.html or text
    return parts


def _right_blocks(flow: XmlElement) -> Iterator[XmlElement]:
    """Yield where Blackboard lists what the empty options of all responses stand for."""
    if flow.attributes.get("class") == _RIGHT_BLOCK:
        yield flow
    for inner in flow.all("flow"):
        yield from _right_blocks(inner)


def _parts(node: XmlElement, markup: QtiMarkup) -> Iterator[Part]:
    responses = [child for child in node.elements if child.tag in _RESPONSES]
    if node.attributes.get("class") == "Block" and len(responses) == 1 and _is_empty(responses[0]):
        response = _response(responses[0], markup)
        others = [all_material(child, markup) for child in node.elements if child.tag == "flow"]
        response.about = "".join(others)
        yield response
        return
    if node.attributes.get("class") == _RIGHT_BLOCK:
        return
    for child in node.elements:
        if child.tag in _RESPONSES:
            yield _response(child, markup)
        elif child.tag == "material":
            yield material(child, markup)
        else:
            yield from _parts(child, markup)


def _is_empty(response: XmlElement) -> bool:
    labels = list(response.find("response_label"))
    return bool(labels) and not any(label.elements for label in labels)


def material(node: XmlElement | None, markup: QtiMarkup) -> str:
    """Return the HTML of `node`, an element of the tag ``material``; empty for None."""
    if node is None:
        return ""
    html = ""
    for child in node.elements:
        uri = child.attributes.get("uri", "")
        if child.tag in ("mattext", "matemtext"):
            html += _text(child, markup)
        elif child.tag == "mat_extension":
            html += "".join(_of_blackboard(one, markup) for one in child.all("mat_formattedtext"))
        elif child.tag == "matbreak":
            html += "<br>"
        elif child.tag == "matimage" and uri:
            about = escape(child.attributes.get("label", ""))
            html += f'<img src="{escape(markup.address(uri))}" alt="{about}">'
        elif child.tag == "mataudio" and uri:
            html += f'<audio src="{escape(markup.address(uri))}"></audio>'
    return html


def all_material(node: XmlElement, markup: QtiMarkup) -> str:
    """Return the HTML of all materials below `node`."""
    return "<br>".join(filter(None, (material(one, markup) for one in node.find("material"))))


def _of_blackboard(node: XmlElement, markup: QtiMarkup) -> str:
    """Return the HTML of a text of Blackboard's; its smart text is HTML as well."""
    is_plain = "plain" in node.attributes.get("type", "").lower()
    return html_of(node.text) if is_plain else markup.addressed(node.text.strip())


def _text(node: XmlElement, markup: QtiMarkup) -> str:
    kind = node.attributes.get("texttype", "")
    if node.elements:
        return markup.inside(node)
    text = node.text.strip(" \t\r\n") if kind else node.text.strip("\t\r\n")
    if "html" in kind or (kind != "text/plain" and _TAG.search(text)):
        return markup.addressed(text)
    return html_of(text) if kind else html_of(text) + (" " if text.endswith(" ") else "")


def _response(node: XmlElement, markup: QtiMarkup) -> ItemResponse:
    response = ItemResponse(
        kind=node.tag,
        ident=node.attributes.get("ident", ""),
        cardinality=node.attributes.get("rcardinality", "").lower(),
        about="".join(material(one, markup) for one in node.all("material")),
    )
    for fib in node.find("render_fib"):
        kind = fib.attributes.get("fibtype", "").lower()
        response.is_number = kind in ("decimal", "integer", "number", "scientific")
        rows = fib.attributes.get("rows", "")
        response.is_box = fib.attributes.get("prompt", "").lower() == "box" or (
            rows.isdigit() and rows not in ("0", "1")
        )
    response.is_number |= node.tag == "response_num"
    for label in node.find("response_label"):
        response.labels.append(
            ChoiceLabel(label.attributes.get("ident", ""), all_material(label, markup))
        )
    for extension in node.find("render_extension"):
        response.extra += [material(one, markup) for one in extension.all("material")]
    return response
