"""Parse the HTML of a field into a tree. Any text can be parsed; invalid tags become text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from html.parser import HTMLParser
from typing import TypeAlias

from quizgen.model.dataclass import dataclass

MAX_DEPTH = 40
"""Tags that are nested deeper are dropped, and their content stays."""

VOID_ELEMENTS = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr"),
    )
)
"""Elements without an end tag (WHATWG HTML, 13.1.2)."""

HIDDEN_ELEMENTS = frozenset({"script", "style", "head", "title", "template"})
"""Elements whose text a reader does not see."""

MAX_UNCLOSED_TAGS = 100
"""After so many ``<`` without a ``>``, any further ``<`` is text without a search."""

_TAG = re.compile(r"""</?[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_TOO_LONG = re.compile(r"&#(?:[0-9]{100,}|[xX][0-9a-fA-F]{100,});?")
_DECLARATION = re.compile(r"<[!?][^<>]*>")


@dataclass(slots=True, eq=False)
class HtmlElement:
    """An element of a field's HTML; `tag` is in lower case, and empty for the root."""

    tag: str
    attributes: Mapping[str, str]
    children: list[HtmlNode] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The names in the attribute ``class``."""
        return self.attributes.get("class", "").split()

    def find(self, *tags: str) -> Iterator[HtmlElement]:
        """Yield every element below this one with a tag of `tags`; none is inside another."""
        for child in self.children:
            if isinstance(child, HtmlElement):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.find(*tags)

    @property
    def plain(self) -> str:
        """The text of the element without tags."""
        return "".join([c if isinstance(c, str) else c.plain for c in self.children])


HtmlNode: TypeAlias = "str | HtmlElement"


def parse_html(html: str) -> HtmlElement:
    """Return the root of the tree of `html`, which must have no invisible characters."""
    builder = _TreeBuilder()
    builder.feed("".join(_whole_tags(with_readable_codes(html))))
    builder.close()
    return builder.root


def with_readable_codes(html: str) -> str:
    """Return `html` with U+FFFD for each numeric entity beyond the last character of Unicode.

    Python reads no number of more than 4,300 digits, and Unicode ends at ``&#1114111;``.
    """
    return _TOO_LONG.sub("\ufffd", html)


def _whole_tags(html: str) -> Iterator[str]:
    """Yield `html` in parts, without comments, and with ``<`` escaped where it begins no whole tag.

    Python's parser searches for the end of each tag anew: 20,000 unclosed tags took 31 s.
    """
    position = unclosed = 0
    last_comment = html.rfind("-->")
    while (at := html.find("<", position)) >= 0:
        yield html[position:at]
        if at < last_comment and html.startswith("<!--", at):
            position = html.index("-->", at) + 3
            continue
        tag = _TAG.match(html, at) if unclosed < MAX_UNCLOSED_TAGS else None
        declaration = None if tag else _DECLARATION.match(html, at)
        match = tag or declaration
        unclosed += match is None
        yield tag[0] if tag else "" if declaration else "&lt;"
        position = match.end() if match else at + 1
    yield html[position:]


class _TreeBuilder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = HtmlElement("", {})
        self.open = [self.root]
        self.hidden: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.hidden:
            return
        if tag in HIDDEN_ELEMENTS:
            self.hidden = tag
            return
        element = HtmlElement(tag, {name: value or "" for name, value in attrs})
        if tag in VOID_ELEMENTS:
            self.open[-1].children.append(element)
        elif len(self.open) <= MAX_DEPTH:
            self.open[-1].children.append(element)
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID_ELEMENTS:
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
