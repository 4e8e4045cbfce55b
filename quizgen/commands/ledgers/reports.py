"""Diagnostics about ledgers: missing, of another bank, left over, or at odds with the bank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Related, Report
from quizgen.model.item import Item
from quizgen.model.ledger import Ledger, Status, former_place
from quizgen.model.source import Source
from quizgen.project.layout import Project, package_of, yaml_files
from quizgen.reporting.concise import display_path


def report_shared_identity(items: list[Item], ledger: Ledger, report: Report) -> None:
    """Report two of `items` that would be the same note in Anki, because of a former rename."""
    first: dict[str, Item] = {}
    for item, identity in zip(items, ledger.identities(items), strict=True):
        earlier = first.setdefault(identity, item)
        if earlier is not item and earlier.id.value != item.id.value:
            report.error(
                "renamed-from-taken",
                item.id.span,
                f"pupils' cards for {earlier.id.value!r} are known by the id {item.id.value!r}, "
                "so this question cannot have it",
                "give one of the two questions an id that was never used",
                related=(Related("the other question", earlier.id.span),),
            )


def report_missing_ledger(
    file: Path, bank: Bank, packages: Iterable[Path], given_by: Iterable[Path], report: Report
) -> None:
    """Report that the ledger `file` is missing, if pupils may have the deck of `bank`.

    They may if any of `packages` exists, if the ledgers `given_by` of deck files name notes that
    they have handed out, or if the bank says that it was released.
    """
    built = next((package for package in packages if package.is_file()), None)
    signs = [display_path(path) for path in (*([built] if built else []), *given_by)]
    if built is not None:
        why = f"{signs[0]} was built before"
    elif bank.released is not None:
        why = _released(bank)
    elif signs:
        why = f"{signs[0]} says that notes were handed out"
    else:
        return
    start = [f"delete {' and '.join(signs)}"] if signs else []
    if bank.released is not None:
        start.append("remove `released` from bank.yaml")
    report.error(
        "ledger-missing",
        Source(file, "").whole() if built or bank.released is None else bank.released.span,
        f"{display_path(file)} is gone, but {why}: without it every note would count as changed",
        f"take {file.name} back from git; or, if no pupil has the deck yet, {', and '.join(start)}",
    )


def report_missing_deck_ledger(
    file: Path, bank: Bank, packages: Iterable[Path], has_unclaimed: bool, report: Report
) -> None:
    """Report that the ledger `file` of a deck file is missing, if pupils may have its deck.

    They may if any of `packages` exists, or if `bank` was released and `has_unclaimed`: no ledger
    of a deck file says who handed out the notes of its questions.
    """
    built = next((package for package in packages if package.is_file()), None)
    if built is not None:
        why, start = f"{display_path(built)} was built before", f"delete {built.name}"
    elif bank.released is not None and has_unclaimed:
        why, start = _released(bank), "build once without `released` in bank.yaml"
    else:
        return
    report.error(
        "ledger-missing",
        Source(file, "").whole() if built or bank.released is None else bank.released.span,
        f"{display_path(file)} is gone, but {why}: without it nobody knows which removed questions "
        "to take away from pupils",
        f"take {file.name} back from git; or, if no pupil has the deck, {start}",
    )


def _released(bank: Bank) -> str:
    """Return that `bank` says when it was released."""
    return f"the bank says `released: {bank.released.value if bank.released else ''}`"


def report_other_bank(former: str, bank: Bank, file: Path, report: Report) -> None:
    """Report that the ledger `file` is of the bank `former`, and not of `bank`."""
    report.error(
        "ledger-of-another-bank",
        bank.span,
        f"the bank's id is {bank.id!r} now, and was {former!r} when {file.name} was written: "
        "every card would be new to pupils",
        f"change the id back to {former}; or, to start over, delete {file.name}",
    )


def report_orphan_ledger(file: Path, deck_file: Path, project: Project, report: Report) -> None:
    """Warn that the deck file of the ledger `file` is gone, or makes no cards any more.

    `deck_file` is of the same bank, and of `project`.
    """
    former = _deck_file_of(file)
    if former:
        what = f"{display_path(former)} has no `anki:` any more"
        package = package_of(former, project)
        update = package.with_stem(f"{package.stem}-update")
        left = [display_path(path) for path in (file, package, update) if path.is_file()]
        mend = f"write `anki:` there again; or build, then delete {' and '.join(left)}"
    else:
        what = f"there is no deck file {file.stem}.yaml any more"
        mend = f"if it was renamed, rename {file.name} likewise; else build, then delete it"
        if all(path.with_suffix(file.suffix).exists() for path in yaml_files(file.parent)):
            mend = f"build, then delete {file.name}"  # renamed, it would replace another one
    report.warning(
        "orphan-ledger",
        Source(file, "").whole(),
        f"{what}; deck files that hold its questions, such as {deck_file.name}, go on with what "
        "it handed out",
        mend,
    )


def report_abandoned_ledger(file: Path, bank: str, report: Report) -> None:
    """Warn that of the ledger `file` neither the deck file nor the bank, of id `bank`, is left.

    A deck file that makes no cards any more counts as none.
    """
    former = _deck_file_of(file)
    report.warning(
        "orphan-ledger",
        Source(file, "").whole(),
        f"{display_path(former)} has no `anki:` any more, and there is no bank {bank!r}"
        if former
        else f"neither the deck file {file.stem}.yaml nor the bank {bank!r} is there any more",
        f"if both are gone for good, delete {file.name}; if they were renamed, keep the bank's id "
        f"and rename {file.name} with the deck file",
    )


def _deck_file_of(ledger: Path) -> Path | None:
    """Return the deck file beside the file `ledger`, or None if it is gone."""
    return next((path for path in yaml_files(ledger.parent) if path.stem == ledger.stem), None)


def report_unknown_origins(bank: Bank, is_known: Callable[[str], bool], report: Report) -> None:
    """Report items of `bank` from a bank that `is_known` says is not in the project."""
    for item in bank.items:
        place = former_place(item)
        if place and item.renamed_from and not is_known(place[0]):
            report.error(
                "unknown-bank",
                item.renamed_from.span,
                f"there is no bank {place[0]!r} in this project, and no ledger of it: nobody "
                "knows which cards pupils have of this question",
                "keep the bank.ledger of the old bank in its folder until the next build; or "
                "remove renamed_from if the question is new to pupils",
            )


def report_renamed(
    items: Sequence[Item], all_items: Iterable[Item], ledger: Ledger, report: Report
) -> None:
    """Warn of `items` that are not in `ledger`, and are similar to an item that has vanished.

    An item has vanished if it has a live note in `ledger` and is not among `all_items`, the items
    of the bank.
    """
    known = {
        item: row.sketch for (item, _, _), row in ledger.notes.items() if row.status is Status.LIVE
    }
    present = set(ledger.identities(all_items))
    vanished = {id: sketch for id, sketch in known.items() if id not in present}
    if not vanished:
        return
    from quizgen.model.ledger.similar_items import item_sketch
    from quizgen.model.text.similarity import are_similar

    for item in items:
        if ledger.identity(item) in known or item.is_new:
            continue
        new_sketch = item_sketch(item)
        others = {old: sketch for old, sketch in vanished.items() if old != item.id.value}
        old = next((o for o, sketch in others.items() if are_similar(new_sketch, sketch)), None)
        if old is not None:
            report.warning(
                "looks-renamed",
                item.id.span,
                f"{item.id.value!r} is new and says nearly what {old!r} said, which is gone: "
                "pupils would lose their reviews of it",
                f"if it is the same question, add `renamed_from: {old}` or give it its id back; "
                "if it is another, add `renamed_from: none`",
            )
