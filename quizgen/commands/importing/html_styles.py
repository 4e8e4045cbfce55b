"""What the elements of a field say of their text: its style, and whether it is seen."""

from __future__ import annotations

import re

from quizgen.commands.importing.html_tree import HtmlElement
from quizgen.model.text import Style
from quizgen.model.text.runs import UNSTYLED

STYLE_TAGS = {
    "b": Style.STRONG,
    "strong": Style.STRONG,
    "i": Style.EMPHASIS,
    "em": Style.EMPHASIS,
    "code": Style.CODE,
    "kbd": Style.CODE,
    "samp": Style.CODE,
    "tt": Style.CODE,
    "sub": Style.SUBSCRIPT,
    "sup": Style.SUPERSCRIPT,
}
TEXT_ELEMENTS = frozenset(
    (
        *("a", "div", "p", "span", "br", "wbr", "tbody", "html", "body", "ruby", "rb", "rt"),
        *("rtc", "summary"),
    )
)
"""Elements that say nothing of how their text looks, unless an attribute does."""

_INERT = {"class": "tex2jax_ignore"}
"""The attributes of the element that quizgen puts around the first character of ``\\(``."""


def is_styled(node: HtmlElement) -> bool:
    """Return whether an attribute of `node` may style its text in a way that Markdown lacks."""
    names = set(node.attributes) - {"href", "dir", "lang", "rel", "target", "title"}
    return bool(names) and dict(node.attributes) != _INERT and not style_of(node)


def is_hidden(node: HtmlElement) -> bool:
    """Return whether a reader sees nothing of `node`."""
    css = node.attributes.get("style", "").replace(" ", "").lower()
    return "hidden" in node.attributes or "display:none" in css or "visibility:hidden" in css


def style_of(node: HtmlElement) -> Style:
    """Return the style that the tag and the CSS of `node` give to its text."""
    style = STYLE_TAGS.get(node.tag, UNSTYLED)
    css = node.attributes.get("style", "").replace(" ", "").lower()
    if re.search(r"font-weight:(bold|[6-9]00)", css):
        style |= Style.STRONG
    if "font-style:italic" in css:
        style |= Style.EMPHASIS
    return style
