"""The words of practice pages in English, each with the context that translators see."""

from __future__ import annotations

from quizgen.model.translations.catalogues import catalogue_for, translations


class PracticeWords:
    """The words of practice pages in `language`, a BCP 47 tag.

    Places in braces, such as ``{count}``, stay: the page's script fills them in.
    """

    def __init__(self, language: str) -> None:
        _translate = translations(catalogue_for(language)).pgettext

        self.answer = _translate("practice", "Answer")
        self.your_answer = _translate("practice", "Your answer")
        self.gap = _translate("practice", "Gap {number}")
        self.place = _translate("practice", "Place of: {part}")
        self.choose = _translate("practice", "Choose")
        self.passage = _translate("practice", "Passage")
        self.questions = _translate("practice", "Questions")
        self.show_in_passage = _translate("practice", "Show in the passage")
        self.key_is_inside = _translate(
            "practice",
            "For practice, not for exams: whoever reads the source of this file finds the answers.",
        )
        self.no_key_inside = _translate(
            "practice", "There are no answers in this file. At the end it gives a code to hand in."
        )
        self.needs_script = _translate(
            "practice", "The code needs JavaScript, which is off here. Open the file in a browser."
        )
        self.keeps_nothing = _translate(
            "practice",
            "This browser keeps no progress: save it to a file before you close the page.",
        )
        self.result = _translate("practice", "Result")
        self.share = _translate("practice", "Share as text")
        self.save = _translate("practice", "Save progress")
        self.load = _translate("practice", "Load progress")
        self.again = _translate("practice", "Start again")
        self.only_wrong = _translate("practice", "Only what I got wrong")
        self.only_due = _translate("practice", "Only what is due today")
        self.all = _translate("practice", "All questions")
        self.show_code = _translate("practice", "Show the code")
        self.code = _translate("practice", "Your code")
        self.copy = _translate("practice", "Copy")
        self.not_in_code = _translate(
            "practice", "Long answers are not in the code. Hand them in as well."
        )
        self.stop_clock = _translate("practice", "Stop the clock")
        self.close = _translate("practice", "Close")
        self.spoken = {
            "check": _translate("practice", "Check"),
            "reveal": _translate("practice", "Show the answer"),
            "knew": _translate("practice", "I knew it"),
            "not": _translate("practice", "Not yet"),
            "first": _translate("practice", "Answer first."),
            "part": _translate("practice", "Partly right: {right} of {count}"),
            "up": _translate("practice", "Move up"),
            "down": _translate("practice", "Move down"),
            "moved": _translate("practice", "Place {number} of {count}"),
            "points": _translate("practice", "{points} of {most} points"),
            "open": _translate("practice", "Not answered: {count}"),
            "self": _translate("practice", "Judged by myself: {right} of {count}"),
            "box": _translate("practice", "Box {number} of 5, next: {when}"),
            "copied": _translate("practice", "Copied"),
            "saved": _translate("practice", "Progress loaded"),
            "foreign": _translate("practice", "This file holds no progress of these questions."),
            "nothing": _translate("practice", "Nothing is due today."),
            "left": _translate("practice", "Time left: {time}"),
            "over": _translate("practice", "The time is over. You can go on."),
        }
        """The words that the page's script uses, by the names that it has for them."""
