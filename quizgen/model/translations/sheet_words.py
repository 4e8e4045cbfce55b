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
        self.no_answer = _translate("results", "none")

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
