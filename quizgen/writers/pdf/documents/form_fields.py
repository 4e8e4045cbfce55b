"""The fields of a question on a worksheet that is filled in on a screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quizgen.model.assessment import Question
from quizgen.model.form_names import question_field
from quizgen.model.item import Choice
from quizgen.model.translations import Translations
from quizgen.writers.pdf.layout.display_list import FormField
from quizgen.writers.pdf.layout.form_fields import ScreenField, ScreenFieldKind
from quizgen.writers.pdf.layout.style import Edition
from quizgen.writers.pdf.layout.tags import Tag

MAX_AREA_HEIGHT = 425.0
"""Points that a page of any edition and paper holds, of half of A4 too, with a stem above them.
Text that is longer is scrolled."""
_MAX_LABEL = 250
"""Characters of what a screen reader says of a field: it has read the question before."""
_NO_CHOICE = "0", "–"
"""The first entry of a list: it takes back what was chosen."""
_LIST_WIDTH, _LIST_TEXT = 2.4, 0.78
"""The width of a list with a letter and its arrow, in answer boxes, and the size of the letter."""


class QuestionFields(NamedTuple):
    """Makes the fields of `question`. Nothing of them depends on which answers are right.

    Places are those that the sheet shows, from 1: never an index of the bank's own order, in which
    the key comes first.
    """

    question: Question
    words: Translations
    edition: Edition

    @property
    def list_width(self) -> float:
        """The width of a list to choose a letter or a number from, in points."""
        return _LIST_WIDTH * self.edition.answer_box

    def button(
        self, choice: Choice, place: int, box: tuple[float, float, float], tag: Tag
    ) -> FormField:
        """Return the button of the option at `place`; `box` is x, y and the side of its box."""
        name, several = self.question.item.name, len(choice.keys) > 1
        option = choice.options[self.question.order[place - 1]].text.plain
        letter = "" if choice.is_true_false else self.words.letter(place - 1)
        group = self._label()
        label = _label((group, " ".join(filter(None, (letter, option)))))
        x, y, side = box
        field = ScreenField(
            ScreenFieldKind.CHECK if several else ScreenFieldKind.RADIO,
            question_field(name, place if several else 0),
            label,
            side,
            str(place),
            group,
        )
        return FormField(x, y, side, side, field, Tag("Form", tag))

    def typed(self, *, lines: bool = False) -> ScreenField:
        """Return the field of a question with one; with `lines`, for several lines."""
        kind = ScreenFieldKind.LINES if lines else ScreenFieldKind.LINE
        return self._typed(kind, 0, self._label())

    def gap(self, place: int, count: int) -> ScreenField:
        """Return the field of the gap at `place`, of so many."""
        blank = f"{self.words.blank} {place}" if count > 1 else self.words.blank
        return self._typed(ScreenFieldKind.LINE, place, _label((self._label(), blank)))

    def chosen(
        self, place: int, part: str, choices: Iterable[str], at: tuple[float, float], tag: Tag
    ) -> FormField:
        """Return the list for the premise or event `part` at `place`: one of `choices`.

        `at` is the top left corner of its box, which is as high as an answer box.
        """
        pairs = [_NO_CHOICE, *((str(n), text) for n, text in enumerate(choices, 1))]
        height = self.edition.answer_box
        field = ScreenField(
            ScreenFieldKind.LIST,
            question_field(self.question.item.name, place),
            _label((self.question.label, part)),
            _LIST_TEXT * height,
            choices=tuple(pairs),
        )
        return FormField(*at, self.list_width, height, field, Tag("Form", tag))

    def _typed(self, kind: ScreenFieldKind, place: int, label: str) -> ScreenField:
        name = question_field(self.question.item.name, place)
        return ScreenField(kind, name, label, self.edition.body.font.size)

    def _label(self) -> str:
        return _label((f"{self.question.label}.", self.question.item.stem.plain))


def _label(parts: Iterable[str]) -> str:
    """Return `parts` on one line, cut where they are long."""
    text = " ".join(" ".join(parts).split())
    return text if len(text) <= _MAX_LABEL else text[: _MAX_LABEL - 1] + "…"
