"""XML of strangers, read without entities: a small tree whose elements know their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from html.entities import html5
from xml.parsers import expat

from quizgen.model.dataclass import dataclass

MAX_DEPTH = 200
MAX_ELEMENTS = 2_000_000
"""Elements of all XML in one file. A table of 20,000 rows has some 500,000 elements."""
MAX_XML_SIZE = 128 * 1024 * 1024
"""Bytes of all XML in one package: some 100,000 questions."""

_ROOT = re.compile(
    rb"(?>(?><\?.*?\?>)|(?><!--.*?-->)|(?><!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)|\s)*+"
    rb"<([A-Za-z_][\w.:-]*)",
    re.DOTALL,
)
_DECLARATION = re.compile(rb"\A(<\?xml version=[\"'][\d.]+[\"'])(encoding=)")
_NONCHARACTER = re.compile("[\ufdd0-\ufdef]")
"""Readers put them where something else stands."""
_SPACES = bytes(32 if i < 32 and i not in (9, 10, 13) else i for i in range(256))


class XmlError(Exception):
    """XML that cannot be read: `line` is the place, from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class XmlBudget:
    """What the XML of one file may still take, in all of its parts together."""

    elements: int = MAX_ELEMENTS
    size: int = MAX_XML_SIZE

    @property
    def is_spent(self) -> bool:
        """Whether nothing more can be read."""
        return self.elements < 0 or self.size < 0


@dataclass(slots=True)
class XmlElement:
    """An element; names are without their namespaces. `children` are elements and texts."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[XmlElement | str] = field(default_factory=list)

    @property
    def elements(self) -> list[XmlElement]:
        """The children that are elements."""
        return [child for child in self.children if isinstance(child, XmlElement)]

    def find(self, *tags: str) -> Iterator[XmlElement]:
        """Yield every element below this one with a tag of `tags`; none is inside another."""
        for child in self.elements:
            if child.tag in tags:
                yield child
            else:
                yield from child.find(*tags)

    def first(self, *path: str) -> XmlElement | None:
        """Return the first child with the tag `path` begins with, and so on down to its end."""
        here: XmlElement | None = self
        for tag in path:
            here = next((c for c in here.elements if c.tag == tag), None) if here else None
        return here

    def all(self, tag: str) -> list[XmlElement]:
        """Return the children with `tag`."""
        return [child for child in self.elements if child.tag == tag]

    def value(self, *path: str) -> str:
        """Return the characters of the child at `path`, without blanks around; empty for none."""
        child = self.first(*path)
        return child.text.strip() if child else ""

    @property
    def text(self) -> str:
        """The characters of the element and of all below it."""
        return "".join([c if isinstance(c, str) else c.text for c in self.children])


def local(name: str) -> str:
    """Return `name` without its prefix."""
    return name.rpartition(":")[2]


def root_tag(content: bytes) -> str:
    """Return the name of the root element of what seems to be XML; empty for other bytes."""
    head = content[:20_000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return local(m[1].decode()) if (m := _ROOT.match(head)) else ""


def _readable(content: bytes) -> bytes:
    """Return `content` without what no XML may hold but some programs write nevertheless."""
    if b"\0" in content[:200]:
        return content
    if content[:1].isspace() or content.startswith(b"\xef\xbb\xbf"):
        content = _before_declaration(content)
    return _DECLARATION.sub(rb"\1 \2", content.translate(_SPACES), count=1)


def _before_declaration(content: bytes) -> bytes:
    """Return `content` with blank lines behind its declaration and not before it."""
    bare = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    end = bare.find(b"?>") + 2
    if not bare.startswith(b"<?xml") or end < 2:
        return content
    lines = content[: len(content) - len(bare)].count(b"\n")
    return bare[:end] + b"\n" * lines + bare[end:]


def parse_xml(content: bytes, budget: XmlBudget | None = None) -> XmlElement:
    """Return the root of the tree of `content`. Nothing outside of it is read.

    Where it is a part of a file, `budget` is the one of that file.

    Raises:
        XmlError: It is no XML, declares entities, or is nested or large beyond the limits.
    """
    budget = budget or XmlBudget(size=len(content))
    root = XmlElement("", {}, 1)
    open_ = [root]
    budget.size -= len(content)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.UseForeignDTD(True)  # so that the entities of HTML are skipped, and no fault

    def count_one() -> None:
        budget.elements -= 1
        if len(open_) > MAX_DEPTH or budget.is_spent:
            raise XmlError("it is nested too deep, or too large", parser.CurrentLineNumber)

    def start(name: str, attributes: dict[str, str]) -> None:
        count_one()
        values = {local(key): value for key, value in attributes.items()}
        element = XmlElement(local(name), values, parser.CurrentLineNumber)
        open_[-1].children.append(element)
        open_.append(element)

    def refuse(*_: object) -> None:
        raise XmlError("it declares entities", parser.CurrentLineNumber)

    def skipped(name: str, _: bool) -> None:
        count_one()
        open_[-1].children.append(html5.get(f"{name};", f"&{name};"))

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_.pop()
    parser.CharacterDataHandler = lambda text: open_[-1].children.append(
        _NONCHARACTER.sub("\ufffd", text)
    )
    parser.EntityDeclHandler = refuse
    parser.SkippedEntityHandler = skipped
    try:
        parser.Parse(_readable(content), True)
    except expat.ExpatError as error:
        raise XmlError(re.sub(r":? line \d+.*", "", str(error)), error.lineno) from error
    except (ValueError, LookupError) as error:
        raise XmlError("its encoding is not known", 1) from error
    return next(iter(root.elements), root)
