"""The one change that no digest can see: an item that goes on under another id."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.diagnostics import Report
from quizgen.model.item import Item
from quizgen.model.ledger import Ledger, Status
from quizgen.model.text.similarity import are_similar, sketch


def item_sketch(item: Item) -> str:
    """The sketch of all that `item` asks and answers. Its order does not matter."""
    return sketch([text.plain for text in item.texts])


def warn_of_renamed_items(items: Sequence[Item], ledger: Ledger, report: Report) -> None:
    """Warn of items whose id the ledger does not know, and that say what a vanished one said."""
    known = {
        item: row.sketch for (item, _, _), row in ledger.notes.items() if row.status is Status.LIVE
    }
    identities = {ledger.identity(item): item for item in items}
    vanished = {name: text for name, text in known.items() if name not in identities}
    if not vanished:
        return
    for name, item in identities.items():
        if name in known or item.is_new:
            continue
        own = item_sketch(item)
        others = {old: text for old, text in vanished.items() if old != item.id.value}
        old = next((old for old, theirs in others.items() if are_similar(own, theirs)), None)
        if old is not None:
            report.warning(
                "looks-renamed",
                item.id.span,
                f"{item.id.value!r} is new and says nearly what {old!r} said, which is gone: "
                "pupils would lose their reviews of it",
                f"if it is the same question, add `renamed_from: {old}` or give it its id back; "
                "if it is another, add `renamed_from: none`",
            )
