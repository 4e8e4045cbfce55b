"""The HTML of a field as a tree. Takes anything; what is no tag is text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeAlias

DEEPEST = 40
"""Tags nested past this are passed over, and their content kept."""

VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr"),
    )
)
"""Elements without an end tag (WHATWG HTML, 13.1.2)."""

UNSEEN = frozenset({"script", "style", "head", "title", "template"})
MOST_FAULTS = 100
"""Times that a ``<`` without its ``>`` is looked into; any further one is text at once."""

_TAG = re.compile(r"""</?[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_TOO_LONG = re.compile(r"&#(?:[0-9]{100,}|[xX][0-9a-fA-F]{100,});?")
_DECLARATION = re.compile(r"<[!?][^<>]*>")


@dataclass(slots=True, eq=False)
class Element:
    tag: str
    attributes: Mapping[str, str]
    children: list[Child] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def find(self, *tags: str) -> Iterator[Element]:
        """Every element below this one with one of `tags`, in order, none inside another."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.find(*tags)

    @property
    def plain(self) -> str:
        """The characters inside."""
        return "".join([c if isinstance(c, str) else c.plain for c in self.children])


Child: TypeAlias = "str | Element"


def parse_html(html: str) -> Element:
    """The tree of `html`, in which every character is visible already."""
    builder = _Builder()
    builder.feed("".join(_whole_tags(with_readable_codes(html))))
    builder.close()
    return builder.root


def with_readable_codes(html: str) -> str:
    """`html`, with each code for a character that is beyond all characters as U+FFFD.

    Python reads no number of more than 4,300 digits, and Unicode ends at ``&#1114111;``.
    """
    return _TOO_LONG.sub("\ufffd", html)


def _whole_tags(html: str) -> Iterator[str]:
    """`html` without comments, every ``<`` that begins no whole tag escaped.

    Python's parser looks for the end of each tag anew: 20,000 open ones took it 31 s.
    """
    position = faults = 0
    last_comment = html.rfind("-->")
    while (at := html.find("<", position)) >= 0:
        yield html[position:at]
        if at < last_comment and html.startswith("<!--", at):
            position = html.index("-->", at) + 3
            continue
        tag = _TAG.match(html, at) if faults < MOST_FAULTS else None
        passed_over = None if tag else _DECLARATION.match(html, at)
        found = tag or passed_over
        faults += found is None
        yield tag[0] if tag else "" if passed_over else "&lt;"
        position = found.end() if found else at + 1
    yield html[position:]


class _Builder(HTMLParser):
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
