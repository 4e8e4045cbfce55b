"""A worksheet as pupils get it: what only its key says is not in it.

A sheet is set from this. So a corrected explanation does not concern it, and cannot show on it.
"""

from __future__ import annotations

from dataclasses import replace

from quizgen.model.assessment import EditionName, Question, Worksheet
from quizgen.model.item import Choice, Item


class StudentCopy:
    """Worksheets and questions without what their authors say of the answers.

    An item is one value wherever it stands. So it is digested once, for all forms and editions.
    """

    def __init__(self) -> None:
        self._items: dict[int, tuple[Item, Item]] = {}

    def worksheet(self, worksheet: Worksheet) -> Worksheet:
        sections = tuple(
            replace(section, questions=self.questions(section.questions))
            for section in worksheet.sections
        )
        return replace(worksheet, sections=sections)

    def questions(self, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        return tuple(replace(question, item=self._item(question.item)) for question in questions)

    def _item(self, item: Item) -> Item:
        if id(item) not in self._items:
            self._items[id(item)] = item, _asked(item)
        return self._items[id(item)][1]


def _asked(item: Item) -> Item:
    interaction = item.interaction
    if isinstance(interaction, Choice):
        interaction = _without_rationales(interaction)
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
    )


def in_edition(worksheet: Worksheet, edition: EditionName) -> Worksheet:
    """`worksheet` as if `edition` were all that is printed of it."""
    printing = replace(worksheet.printing, editions=(edition,), teacher=False)
    return replace(worksheet, printing=printing)


def _without_rationales(choice: Choice) -> Choice:
    if not any(option.rationale for option in choice.options):
        return choice
    options = tuple(option._replace(rationale=None) for option in choice.options)
    return replace(choice, options=options)
