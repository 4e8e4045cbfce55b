"""The HTML of a field as a tree. All input is accepted: what is no tag is text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeAlias

DEEPEST = 40
"""Most levels of nested elements; deeper tags are passed over, and their content kept."""

VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr"),
    )
)
"""Elements without an end tag (WHATWG HTML, 13.1.2)."""

UNSEEN = frozenset({"script", "style", "head", "title", "template"})
MOST_FAULTS = 100
"""Most times that a ``<`` without its ``>`` is looked into; each further ``<`` is text at once."""

_TAG = re.compile(r"""</?[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_TOO_LONG = re.compile(r"&#(?:[0-9]{100,}|[xX][0-9a-fA-F]{100,});?")
_DECLARATION = re.compile(r"<[!?][^<>]*>")


@dataclass(slots=True, eq=False)
class Element:
    """An element with its attributes, and its children in order."""

    tag: str
    attributes: Mapping[str, str]
    children: list[Child] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The names of the element's classes."""
        return self.attributes.get("class", "").split()

    def find(self, *tags: str) -> Iterator[Element]:
        """Yield the elements below this element with one of `tags`, in order.

        Elements inside of such an element are left out.
        """
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.find(*tags)

    @property
    def plain(self) -> str:
        """The characters inside the element."""
        return "".join([c if isinstance(c, str) else c.plain for c in self.children])


Child: TypeAlias = "str | Element"


def parse_html(html: str) -> Element:
    """Return the root of the tree of `html`, all of whose characters must be `visible`."""
    builder = _Builder()
    builder.feed("".join(_whole_tags(with_readable_codes(html))))
    builder.close()
    return builder.root


def with_readable_codes(html: str) -> str:
    """Return `html` with U+FFFD for each numeric entity beyond the last character of Unicode.

    Python reads no number of more than 4,300 digits, and Unicode ends at ``&#1114111;``.
    """
    return _TOO_LONG.sub("\ufffd", html)


def _whole_tags(html: str) -> Iterator[str]:
    """Yield `html` in pieces, without comments, and with ``&lt;`` for each ``<`` of no whole tag.

    Python's parser looks for the end of each open tag anew: 20,000 of them took 31 s (measured).
    """
    position = faults = 0
    last_comment = html.rfind("-->")
    while (at := html.find("<", position)) >= 0:
        yield html[position:at]
        if at < last_comment and html.startswith("<!--", at):
            position = html.index("-->", at) + 3
            continue
        tag = _TAG.match(html, at) if faults < MOST_FAULTS else None
        declaration = None if tag else _DECLARATION.match(html, at)
        match = tag or declaration
        faults += match is None
        yield tag[0] if tag else "" if declaration else "&lt;"
        position = match.end() if match else at + 1
    yield html[position:]


class _Builder(HTMLParser):
    """The builder of a tree. `open` are the elements around the present place.

    `hidden` is the tag of the element whose content is left out, such as ``script``.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]
        self.hidden: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.hidden:
            return
        if tag in UNSEEN:
            self.hidden = tag
            return
        element = Element(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.open[-1].children.append(element)
        elif len(self.open) <= DEEPEST:
            self.open[-1].children.append(element)
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            self.hidden = None if tag == self.hidden else self.hidden
            return
        tags = [element.tag for element in self.open]
        if tag in tags[1:]:
            last = len(tags) - 1 - tags[::-1].index(tag)
            del self.open[last:]

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.open[-1].children.append(data)
