"""The words, in English, and where each belongs."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from quizgen.model.translations.catalogues import catalogue_for, translations


@functools.cache
def translations_for(catalogue: str) -> Translations:
    """Return the words of one of `LANGUAGES`."""
    return Translations(catalogue.replace("_", "-"))


class Translations:
    """What cards and paper say by themselves in a bank of `language` (a BCP 47 tag).

    Each message has a context, its first argument, and the English as its name. A pair is
    what stands before and after something else.
    """

    def __init__(self, language: str) -> None:
        catalogue = translations(catalogue_for(language))
        self._say = _say = catalogue.pgettext
        self._count = catalogue.npgettext
        self._letters = _say(
            "letters of options", "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z"
        ).split()

        self.name = _say("worksheet head", "Name")
        self.class_ = _say("worksheet head", "Class")
        self.date = _say("worksheet head", "Date")
        self.choose_all = _say("worksheet", "(Choose all that apply.)")
        self.number_boxes = _say("worksheet", "(Number the boxes from 1.)")
        self.match_premises = _say("worksheet", "Write a letter in each box")
        self.match_responses = _say("worksheet", "Choose from")
        self.continued = _say("worksheet", "(continued)")
        """After the number of an item that goes on from the page before."""
        self.truth = _say("option", "True"), _say("option", "False")
        """The options of a statement to judge: first the one for a true one."""
        self.word_bank = _say("worksheet", "Word bank")
        self.glossary = _say("worksheet", "Glossary")
        self.blank = _say("read aloud", "blank")
        self.box = _say("read aloud", "box")
        self.right_answer = _say("read aloud", "right answer")

        self.right = _say("read aloud", "right")
        self.wrong = _say("read aloud", "wrong")
        self.missed = _say("read aloud", "missed")

        self.see_below = _say("answer key", "see below")
        self.key_title = _around(_say("answer key", "Answer key: {title}"), "title")
        self.source = _around(_say("answer key", "Source: {source}"), "source")
        self.also_accept = _around(_say("answer key", "Also accept: {answers}"), "answers")

        self.when = _say("card", "When did this happen?")
        self.tap_in_order = _say("card", "Tap the parts in order.")
        self.also_right = _around(_say("card", "Also right: {answers}"), "answers")

    def points(self, count: int) -> str:
        """``1 pt``, ``2 pts``: the quiet mark beside an item."""
        return self._count("worksheet", "{count} pt", "{count} pts", count).format(count=count)

    def total(self, count: int) -> str:
        """Return what stands after the blank that the score is written in."""
        said = self._count("worksheet", "/ {count} point", "/ {count} points", count)
        return said.format(count=count)

    def page(self, number: int, count: int) -> str:
        """At the foot of each page."""
        said = self._say("worksheet", "Page {number} of {count}")
        return said.format(number=number, count=count)

    def form(self, letter: str) -> str:
        """Return what a form is called, on its sheet and key."""
        return self._say("worksheet", "Form {letter}").format(letter=letter)

    def for_teacher(self, form: str) -> str:
        """Return the name of a sheet of `form`, empty for none, with the answers in place."""
        return " · ".join(filter(None, (form, self._say("worksheet", "Teacher’s edition"))))

    def all_forms(self, first: str, last: str) -> str:
        """Return what the key of all forms is for."""
        return self._say("answer key", "Forms {first}–{last}").format(first=first, last=last)

    @staticmethod
    def titled(title: str, forms: str) -> str:
        """Return a file's title, which tells it from those of other forms."""
        return f"{title} – {forms}" if forms else title

    @staticmethod
    def imprint(forms: str, digest: str, place: str) -> str:
        """Return the end of a page's foot: which form, of which build, which page."""
        return " · ".join(isolated(part) for part in (forms, digest, place) if part)

    def card_sheet(self, number: int, count: int, *, back: bool) -> str:
        """Above a sheet of flashcards: which side of which sheet it is."""
        fronts = self._say("flashcards", "Fronts, sheet {number} of {count}")
        backs = self._say("flashcards", "Backs, sheet {number} of {count}")
        return (backs if back else fronts).format(number=number, count=count)

    def card(self, number: int, *, back: bool) -> str:
        """Return what a flashcard's number in its corner is read as."""
        fronts = self._say("read aloud", "Card {number}")
        backs = self._say("read aloud", "Card {number}, back")
        return (backs if back else fronts).format(number=number)

    def print_cards(self, *, long_edge: bool) -> str:
        """How to print flashcards."""
        if long_edge:
            return self._say(
                "flashcards",
                "Print on both sides at 100 %, flipped on the long edge. Cut along the marks.",
            )
        return self._say(
            "flashcards",
            "Print on both sides at 100 %, flipped on the short edge. Cut along the marks.",
        )

    def quoted(self, number: int | str | None) -> tuple[str, str]:
        """Return what stands around a quote of the passage's paragraph `number`, if known."""
        if number is None:
            return _around(self._say("source", "Passage: “{quote}”"), "quote")
        frame = self._say("source", "Passage, paragraph {number}: “{quote}”")
        return _around(frame.replace("{number}", str(number)), "quote")

    def quoted_lines(self, number: int | None, first: int, last: int) -> tuple[str, str]:
        """Return the same where the passage is printed, with the lines that the quote stands on."""
        count = last - first + 1
        if number is None:
            frame = self._count(
                "source",
                "Passage, line {lines}: “{quote}”",
                "Passage, lines {lines}: “{quote}”",
                count,
            )
        else:
            frame = self._count(
                "source",
                "Passage, paragraph {number}, line {lines}: “{quote}”",
                "Passage, paragraph {number}, lines {lines}: “{quote}”",
                count,
            )
        lines = _stretch((first, last))
        frame = frame.replace("{number}", str(number)).replace("{lines}", lines)
        return _around(frame, "quote")

    def cited_lines(self, stretches: Iterable[tuple[int, int]]) -> str:
        """Behind a question, where in the passage to look: ``(lines 4–6, 9)``."""
        found = list(stretches)
        said = ", ".join(map(_stretch, found))
        count = sum(last - first + 1 for first, last in found)
        return self._count("worksheet", "(line {lines})", "(lines {lines})", count).format(
            lines=said
        )

    def lines_of(self, edition: str) -> str:
        """In the one key of several editions: which of them it counts the passage's lines in."""
        editions = {
            "standard": self._say(
                "answer key",
                "Line numbers are those of the standard edition; "
                "paragraph numbers hold for every edition.",
            ),
            "large-print": self._say(
                "answer key",
                "Line numbers are those of the large-print edition; "
                "paragraph numbers hold for every edition.",
            ),
            "dyslexia": self._say(
                "answer key",
                "Line numbers are those of the dyslexia-friendly edition; "
                "paragraph numbers hold for every edition.",
            ),
        }
        return editions[edition]

    def choose(self, count: int) -> str:
        """On a card with `count` right options."""
        said = self._count("card", "Choose {count} answer.", "Choose {count} answers.", count)
        return said.format(count=count)

    def keys(self, count: int) -> str:
        """On a card with a keyboard: how to choose one of `count` rows."""
        return self._say("card", "Keyboard: Alt+1 to Alt+{count}, from the top").format(count=count)

    def tolerance(self, most: object) -> str:
        """On a card whose number may be wrong by `most`."""
        return self._say("card", "Right within ± {tolerance}").format(tolerance=most)

    def criterion_points(self, points: object) -> str:
        """On a card, what a criterion is worth."""
        return self._say("card", "{points} pt").format(points=points)

    def letter(self, index: int) -> str:
        """Return the label, A, B, … Z, AA, AB, …, of the option at `index`, counted from 0."""
        label = ""
        index += 1
        while index:
            index, rest = divmod(index - 1, len(self._letters))
            label = self._letters[rest] + label
        return label


def _stretch(lines: tuple[int, int]) -> str:
    """``4–6``, or ``4`` alone."""
    first, last = lines
    return str(first) if first == last else f"{first}–{last}"


def isolated(part: str) -> str:
    """`part` of a line, kept from running into those beside it where they run the other way."""
    return f"\u2068{part}\u2069"


def _around(frame: str, name: str) -> tuple[str, str]:
    """Return what stands before and after the place of `name` in `frame`."""
    before, _, after = frame.partition("{" + name + "}")
    return before, after
