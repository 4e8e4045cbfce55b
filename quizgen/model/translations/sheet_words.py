"""The words of answer sheets, and of what pupils get back."""

from __future__ import annotations

from gettext import NullTranslations


class SheetWords:
    """The words of answer sheets and results in the language of `catalogue`."""

    def __init__(self, catalogue: NullTranslations) -> None:
        self._translate = _translate = catalogue.pgettext
        self.answer_sheet = _translate("answer sheet", "Answer sheet")
        self.pupil_number = _translate("answer sheet", "Pupil number")
        self.how_to_mark = _translate(
            "answer sheet",
            "Fill in the circles completely, with a dark pen or a soft pencil. To change an "
            "answer, erase it cleanly; in ink, cross out the wrong circle and fill in the right "
            "one. Framed circles are for the teacher.",
        )
        self.how_to_write_numbers = _translate(
            "answer sheet",
            "Numbers: write one character into each box, from the top down, and fill in its circle "
            "in the same row. Boxes that you do not need stay empty, and no unit is written.",
        )
        self.no_answer = _translate("results", "none")

    def several_right(self, numbers: str) -> str:
        """Return the sentence for questions of which several answers may be right."""
        frame = self._translate(
            "answer sheet",
            "Several answers may be right, and all of them are to be filled in: {numbers}.",
        )
        return frame.replace("{numbers}", numbers)

    def not_marked(self, count: int) -> str:
        """Return the line with the `count` of answers without points yet."""
        return self._translate("results", "Not marked yet: {count}").format(count=count)

    def your_answer(self, answer: str) -> str:
        """Return the line with what a pupil answered."""
        return self._translate("results", "Your answer: {answer}").replace("{answer}", answer)

    def right_one(self, answer: str) -> str:
        """Return the line with what is right."""
        return self._translate("results", "Right answer: {answer}").replace("{answer}", answer)

    def points_of(self, points: str, most: str) -> str:
        """Return how many points of the `most` there are were reached: ``3 of 5 points``."""
        frame = self._translate("results", "{points} of {most} points")
        return frame.format(points=points, most=most)
