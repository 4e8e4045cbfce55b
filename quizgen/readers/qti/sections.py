"""The parts of a QTI 1.2 file: items in the order of their sections, with their topics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from quizgen.model.dataclass import dataclass
from quizgen.readers.foreign import ForeignLoss
from quizgen.readers.foreign.choices import Losses
from quizgen.readers.foreign.xml import XmlElement
from quizgen.readers.qti.item12 import metadata

_ITEMS = ("item", "bankentry_item")
_NO_TOPIC = ("", "main", "root_section", "section")


@dataclass(slots=True)
class ItemPlace:
    """An item or an entry of a bank, or with None what a section loses.

    `topic` is the title that it stands under, `stimulus` the item that it is about.
    """

    node: XmlElement | None
    topic: str = ""
    stimulus: str = ""
    losses: Losses = field(default_factory=list)


def places(root: XmlElement, *, is_one_of_several: bool) -> Iterator[ItemPlace]:
    """Yield the items below `root`, of a file that may be one of several in its package."""
    for holder in root.elements:
        if holder.tag in _ITEMS:
            yield _place(holder, "")
            continue
        meta = metadata(holder)
        title = meta.get("bank_title") or holder.attributes.get("title", "")
        topic = title if is_one_of_several else ""
        sections = [s for s in holder.find("section") if _title(s)]
        fewest = 1 if holder.tag == "objectbank" else 2
        yield from _inside(holder, topic, is_divided=len(sections) >= fewest)


def _inside(node: XmlElement, topic: str, *, is_divided: bool) -> Iterator[ItemPlace]:
    for child in node.elements:
        if child.tag in _ITEMS:
            yield _place(child, topic)
        elif child.tag == "section":
            number = child.value("selection_ordering", "selection", "selection_number")
            bank = child.value("selection_ordering", "selection", "sourcebank_ref")
            if number or bank:
                what = f"{number or 'some'} of {_title(child) or bank or 'a section'}"
                yield ItemPlace(None, losses=[(ForeignLoss.SELECTION, what)])
            yield from _inside(
                child, (is_divided and _title(child)) or topic, is_divided=is_divided
            )


def _place(node: XmlElement, topic: str) -> ItemPlace:
    return ItemPlace(node, topic, node.attributes.get("parent_stimulus_item_ident", ""))


def _title(section: XmlElement) -> str:
    title = section.attributes.get("title", "")
    return "" if title.lower() in _NO_TOPIC else title
