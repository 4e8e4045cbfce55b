"""A worksheet as pupils get it: without what only its key prints.

A sheet is set from this copy. So a corrected explanation cannot show on it, and does not make
it be rendered again.
"""

from __future__ import annotations

from dataclasses import replace

from quizgen.model.assessment import EditionName, Question, Worksheet
from quizgen.model.hints import has_hints, without_hints
from quizgen.model.item import Choice, Item, Match, Order, Proof


class StudentCopy:
    """Makes copies of worksheets and questions for pupils.

    It remembers the copies of each item, with and without its hint: an item that stands on several
    forms and in several editions stays one value, whose fingerprint is computed once.
    """

    def __init__(self) -> None:
        self._items: dict[tuple[int, bool], tuple[Item, Item]] = {}

    def worksheet(self, worksheet: Worksheet) -> Worksheet:
        """Return `worksheet` with the copies of its questions."""
        hints = worksheet.printing.hints is not None
        sections = tuple(
            replace(section, questions=self.questions(section.questions, hints=hints))
            for section in worksheet.sections
        )
        return replace(worksheet, sections=sections)

    def questions(
        self, questions: tuple[Question, ...], *, hints: bool = False
    ) -> tuple[Question, ...]:
        """Return `questions` without explanations, rationales, sources and what is like them.

        Their hints are left out too, but for `hints`.
        """
        return tuple(
            replace(question, item=self._item(question.item, hints)) for question in questions
        )

    def _item(self, item: Item, hints: bool) -> Item:
        # The original is kept beside its copy, so that no other item ever gets its id().
        key = id(item), hints and has_hints(item)
        if key not in self._items:
            copy = _for_pupils(item)
            self._items[key] = item, copy if key[1] else without_hints(copy)
        return self._items[key][1]


def _for_pupils(item: Item) -> Item:
    """Return `item` without what is printed in the key alone, or nowhere."""
    interaction = item.interaction
    match interaction:
        case Choice():
            interaction = _without_rationales(interaction)
        case Match(proofs=proofs) if proofs:
            interaction = replace(interaction, proofs=())
        case Order(events=events):
            interaction = replace(
                interaction, events=tuple(event._replace(proof=Proof()) for event in events)
            )
        case _:
            pass
    return replace(
        item,
        interaction=interaction,
        explain=None,
        evidence=item.evidence if item.cites_lines else (),
        references=(),
        difficulty=None,
        tags=(),
        renamed_from=None,
        guid=None,
        is_new=False,
        ignored=(),
        speaks=False,
    )


def in_edition(worksheet: Worksheet, edition: EditionName) -> Worksheet:
    """Return `worksheet` as if it were printed in `edition` only, and not for the teacher."""
    printing = replace(worksheet.printing, editions=(edition,), teacher=False)
    return replace(worksheet, printing=printing)


def on_paper(worksheet: Worksheet) -> Worksheet:
    """Return `worksheet` as it is printed, with nothing to fill in on a screen."""
    if not worksheet.printing.fillable:
        return worksheet
    return replace(worksheet, printing=replace(worksheet.printing, fillable=False))


def _without_rationales(choice: Choice) -> Choice:
    if not any(option.rationale for option in choice.options):
        return choice
    options = tuple(option._replace(rationale=None) for option in choice.options)
    return replace(choice, options=options)
