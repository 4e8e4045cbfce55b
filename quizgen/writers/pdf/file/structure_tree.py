"""The structure tree of a tagged PDF (ISO 32000-1, 14.7; PDF/UA-1 is ISO 14289-1).

It grows while display items are drawn: an element takes its place where its first item is, so
that the order of reading is the order of painting. What has ended is written at once.
"""

from __future__ import annotations

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.file.object_writer import ObjectWriter, reference, text_string
from quizgen.writers.pdf.layout.tags import Tag


class _Node:
    """An element as it will be in the file, as object `number`.

    `reference`, `parent` and `page` are references as PDF source, and so are `kids`, the
    element's content in reading order; bare numbers among them are marked content of `page`.
    """

    __slots__ = ("kids", "number", "page", "parent", "reference")

    def __init__(self, number: int, parent: str, page: str) -> None:
        self.number = number
        self.reference = reference(number)
        self.parent = parent
        self.page = page
        self.kids: list[str] = []


class _PageContent(NamedTuple):
    """A page, as a reference, and for each of its marked content the element that owns it."""

    page: str
    owners: list[str]


class StructureTree:
    """Remembers which marked content of which page belongs to which element."""

    def __init__(self, file: ObjectWriter) -> None:
        self._file = file
        self._root = _Node(file.reserve(), "", "")
        self._nodes: dict[Tag, _Node] = {}
        self._pages: dict[int, _PageContent] = {}
        self._complete: list[int] = []
        self._page = ""
        self._owners: list[str] = []
        self._parents: list[str] = []

    def add_page(self, page: int) -> int:
        """Add the page that is object `page`, and return its key in the parent tree."""
        self._write_complete_pages()
        key = len(self._parents)
        self._pages[key] = _PageContent(reference(page), [])
        self._parents.append("")
        return key

    def go_to(self, key: int) -> None:
        """Let what follows be on the page with this `key`."""
        self._page, self._owners = self._pages[key]

    def complete(self, key: int) -> None:
        """Take the page with this `key` as complete: only artifacts will be added to it."""
        self._complete.append(key)

    def content(self, element: Tag) -> int:
        """Return the number (MCID) of new marked content of `element` on this page."""
        node = self._nodes.get(element) or self.place(element)
        number = len(self._owners)
        self._owners.append(node.reference)
        if node.page == self._page:
            node.kids.append(str(number))
        else:
            node.kids.append(f"<</Type/MCR/Pg {self._page}/MCID {number}>>")
        return number

    def annotation(self, element: Tag, number: int) -> int:
        """Make the annotation that is object `number` a part of `element`.

        Return the annotation's key in the parent tree.
        """
        node = self.place(element)
        node.kids.append(f"<</Type/OBJR/Pg {self._page}/Obj {reference(number)}>>")
        self._parents.append(node.reference)
        return len(self._parents) - 1

    def place(self, element: Tag) -> _Node:
        """Give `element`, and what it is in, a place in the tree if it has none."""
        nodes = self._nodes
        node = nodes.get(element)
        if node is None:
            above = element.parent
            parent = (nodes.get(above) or self.place(above)) if above else self._root
            node = nodes[element] = _Node(self._file.reserve(), parent.reference, self._page)
            parent.kids.append(node.reference)
        return node

    def end(self, element: Tag) -> None:
        """Write `element` and all that was placed after it: nothing will be added to them."""
        if element not in self._nodes:
            return
        take = self._nodes.popitem
        sources: list[tuple[int, str]] = []
        last = None
        while last is not element:
            last, node = take()
            sources.append((node.number, _source(last, node)))
        self._file.put_all(sources)

    def finish(self) -> str:
        """Write the rest of the tree, and return the reference to its root."""
        self._write_complete_pages()
        if self._nodes:
            self.end(next(iter(self._nodes)))
        keys = " ".join(f"{key} {owners}" for key, owners in enumerate(self._parents))
        parents = self._file.add(f"<</Nums[{keys}]>>")
        kids = " ".join(self._root.kids)
        entries = f"/K[{kids}]/ParentTree {parents}/ParentTreeNextKey {len(self._parents)}"
        self._file.put(self._root.number, f"<</Type/StructTreeRoot{entries}>>")
        return self._root.reference

    def _write_complete_pages(self) -> None:
        """Write which element owns each marked content of the pages that are complete."""
        for key in self._complete:
            page, owners = self._pages[key]
            self._parents[key] = self._file.add(f"[{' '.join(owners)}]")
            self._pages[key] = _PageContent(page, [])
        self._complete = []


def _source(element: Tag, node: _Node) -> str:
    entries = f"/S/{element.kind}/P {node.parent}/Pg {node.page}"
    if element.alt is not None:
        entries += f"/Alt{text_string(element.alt)}"
    if element.actual is not None:
        entries += f"/ActualText{text_string(element.actual)}"
    if element.lang is not None:
        entries += f"/Lang{text_string(element.lang)}"
    if element.attributes is not None:
        entries += f"/A{element.attributes}"
    return f"<<{entries}/K[{' '.join(node.kids)}]>>"
