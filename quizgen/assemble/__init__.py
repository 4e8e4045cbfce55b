"""From deck files to assessments: the items are chosen, numbered and shuffled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.assemble.cases import numbered, together
from quizgen.assemble.joined_banks import NamedBank, join
from quizgen.assemble.later_order import shuffled_later
from quizgen.assemble.part import AssembledPart
from quizgen.assemble.selection import take
from quizgen.model.assessment import Assessment, DeckFile, Overrides, Question, Selection
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Related, Report
from quizgen.model.item import Word


def assemble(
    deck: DeckFile,
    banks: Sequence[Bank],
    parts: Iterable[AssembledPart],
    report: Report,
    *,
    complete: bool = True,
    overrides: Overrides | None = None,
) -> Assessment:
    """Return the assessment of `deck`: the items of its `banks` for each of its `parts`.

    Selections with unknown names, with too few items or without any are reported. `complete` says
    that every entry of the banks could be read; otherwise counts mean nothing, and selections are
    not reported. `overrides` count in place of the deck file's values.
    """
    parts = tuple(parts)
    bank = join([NamedBank(*pair) for pair in zip(deck.banks, banks, strict=True)], report)
    counting = report if complete else Report()
    specs = {part.name: deck.parts[part.name] for part in parts if deck.parts.get(part.name)}
    if overrides is not None:
        specs = {
            part.name: part.override(specs[part.name], overrides)
            for part in parts
            if part.name in specs
        }
    requested = [(part, specs[part.name]) for part in parts if part.name in specs]
    _report_shared_names(
        (named for part, spec in requested for named in part.file_names(spec)), report
    )
    if not requested and not deck.is_faulty:
        _report_nothing_to_make(deck, parts, report)
    return Assessment(
        name=deck.name,
        bank=bank,
        parts={part.name: part.assemble(spec, bank, counting) for part, spec in requested},
        fonts=deck.fonts,
        is_overridden=overrides is not None,
        banks=tuple(banks),
    )


def selected_questions(
    selection: Selection, bank: Bank, form: str, what: str, report: Report
) -> tuple[Question, ...]:
    """Return the items of `selection`, numbered from 1, their options shuffled by `form`.

    A selection with too few items is reported; `what` is the noun for the part in messages.
    """
    items = take(selection, bank, frozenset(), what, report)
    return shuffled_later(numbered(together(items)), bank.id, form)


def _report_nothing_to_make(deck: DeckFile, parts: Iterable[AssembledPart], report: Report) -> None:
    """Report that `deck` has none of `parts`."""
    nouns = [f"no {part.noun}" for part in parts]
    keys = [f"`{part.name}:`" for part in parts]
    report.error(
        "nothing-to-make",
        deck.span,
        f"this deck file asks for {_joined(nouns, 'and')}",
        f"add {_joined(keys, 'or')}",
    )


def _joined(words: list[str], last: str) -> str:
    """Return `words` as ``a, b and c``, with `last` before the last of them."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _report_shared_names(named: Iterable[tuple[Word, Iterable[str]]], report: Report) -> None:
    """Report files that two parts would write; `named` are pairs of a name and its files."""
    first: dict[str, Word] = {}
    for name, files in named:
        for file in files:
            earlier = first.setdefault(file.casefold(), name)
            if earlier is not name:
                report.error(
                    "duplicate-worksheet",
                    name.span,
                    f"another part of this deck file writes {file} too",
                    "give worksheets and flashcards each a name of their own; it names the PDFs",
                    related=(Related("first here", earlier.span),),
                )
                break
