"""The words of quizgen in English, each with the context that translators see."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from quizgen.model.translations.catalogues import catalogue_for, translations
from quizgen.model.translations.sheet_words import SheetWords


@functools.cache
def translations_for(catalogue: str) -> Translations:
    """Return the words of `catalogue`, one of `LANGUAGES`."""
    return Translations(catalogue.replace("_", "-"))


class Translations:
    """The words of cards and worksheets in `language`, a BCP 47 tag.

    A message of the catalogue has a context, the first argument, and is named by its English. A
    pair of texts stands before and after a text of the author's.
    """

    def __init__(self, language: str) -> None:
        catalogue = translations(catalogue_for(language))
        self._translate = _translate = catalogue.pgettext
        self._translate_count = catalogue.npgettext
        self._points: dict[int, str] = {}
        self._letters = _translate(
            "letters of options", "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z"
        ).split()

        self.name = _translate("worksheet head", "Name")
        self.class_ = _translate("worksheet head", "Class")
        self.date = _translate("worksheet head", "Date")
        self.choose_all = _translate("worksheet", "(Choose all that apply.)")
        self.write_what_it_is = _translate("worksheet", "(Write what it is.)")
        self.number_boxes = _translate("worksheet", "(Number the boxes from 1.)")
        self.match_premises = _translate("worksheet", "Write a letter in each box")
        self.match_responses = _translate("worksheet", "Choose from")
        self.continued = _translate("worksheet", "(continued)")
        """For behind the number of an item that goes on from the page before."""
        self.truth = _translate("option", "True"), _translate("option", "False")
        """The options of a statement to judge: true, and false."""
        self.word_bank = _translate("worksheet", "Word bank")
        self.glossary = _translate("worksheet", "Glossary")
        self.across = _translate("puzzle", "Across")
        self.down = _translate("puzzle", "Down")
        self.diagonal = _translate("puzzle", "Diagonally")
        self.cut_cards = _translate("flashcards", "Print at 100 %. Cut along the marks.")
        self.fold_cards = _translate(
            "flashcards",
            "Print on one side at 100 %. Cut along the marks, fold at the lines, and glue.",
        )
        self.recording = _around(_translate("worksheet", "[Recording: {name}]"), "name")
        self.sheet = SheetWords(catalogue)
        self.hint = _translate("hint", "Hint")
        self.hints = _translate("hint", "Hints")
        self.hint_below = _around(_translate("hint", "Hint: {hint}"), "hint")
        self.blank = _translate("read aloud", "blank")
        self.box = _translate("read aloud", "box")
        self.right_answer = _translate("read aloud", "right answer")
        self.sheet_code = _translate("read aloud", "Code of this sheet")

        self.right = _translate("read aloud", "right")
        self.wrong = _translate("read aloud", "wrong")
        self.missed = _translate("read aloud", "missed")

        self.see_below = _translate("answer key", "see below")
        self.key_title = _around(_translate("answer key", "Answer key: {title}"), "title")
        self.source = _around(_translate("answer key", "Source: {source}"), "source")
        self.also_accept = _around(_translate("answer key", "Also accept: {answers}"), "answers")

        self.when = _translate("card", "When did this happen?")
        self.tap_in_order = _translate("card", "Tap the parts in order.")
        self.also_right = _around(_translate("card", "Also right: {answers}"), "answers")

    def points(self, count: int) -> str:
        """Return the points of an item for the margin beside it: ``1 pt``, ``2 pts``."""
        known = self._points.get(count)
        if known is None:
            message = self._translate_count("worksheet", "{count} pt", "{count} pts", count)
            known = self._points[count] = message.format(count=count)
        return known

    def total(self, count: int) -> str:
        """Return the most points of a worksheet, for behind the blank that takes the score."""
        message = self._translate_count("worksheet", "/ {count} point", "/ {count} points", count)
        return message.format(count=count)

    def page(self, number: int, count: int) -> str:
        """Return the page's `number` and the `count` of pages, for the foot of the page."""
        message = self._translate("worksheet", "Page {number} of {count}")
        return message.format(number=number, count=count)

    def form(self, letter: str) -> str:
        """Return the name of the form `letter`, for its sheet and answer key."""
        return self._translate("worksheet", "Form {letter}").format(letter=letter)

    def for_teacher(self, form: str) -> str:
        """Return the name of the teacher's edition of `form`, which is empty without forms."""
        return " · ".join(filter(None, (form, self._translate("worksheet", "Teacher’s edition"))))

    def all_forms(self, first: str, last: str) -> str:
        """Return the name for the answer key of the forms from `first` to `last`."""
        return self._translate("answer key", "Forms {first}–{last}").format(first=first, last=last)

    @staticmethod
    def titled(title: str, forms: str) -> str:
        """Return `title` with the name of the `forms` in the file; `forms` may be empty."""
        return f"{title} – {forms}" if forms else title

    @staticmethod
    def imprint(forms: str, digest: str, place: str) -> str:
        """Return the end of a page's foot: names of forms, digest of the build, number of the page.

        Empty parts are left out.
        """
        return " · ".join(isolated(part) for part in (forms, digest, place) if part)

    def card_sheet(self, number: int, count: int, *, back: bool) -> str:
        """Return the line above a side of flashcards: fronts or backs, and the sheet's number."""
        fronts = self._translate("flashcards", "Fronts, sheet {number} of {count}")
        backs = self._translate("flashcards", "Backs, sheet {number} of {count}")
        return (backs if back else fronts).format(number=number, count=count)

    def folded_card_sheet(self, number: int, count: int) -> str:
        """Return the line above a side of flashcards to fold: both sides, and its number."""
        both = self._translate("flashcards", "Cards to fold, sheet {number} of {count}")
        return both.format(number=number, count=count)

    def crossword_grid(self, rows: int, columns: int) -> str:
        """Return the description of an empty crossword, for a screen reader."""
        message = self._translate("read aloud", "Crossword: {rows} rows, {columns} columns")
        return message.format(rows=rows, columns=columns)

    def letter_grid(self, letters: str) -> str:
        """Return the description of a grid of `letters`, row by row, for a screen reader."""
        return self._translate("read aloud", "Letters, row by row: {letters}").format(
            letters=letters
        )

    def place_in_grid(self, row: int, column: int, step: tuple[int, int]) -> str:
        """Return where a word of a word search begins, from 1, and where it leads.

        `step` is that from letter to letter, in rows and columns.
        """
        place = self._translate("puzzle", "row {row}, column {column}, {direction}")
        direction = {(0, 1): self.across, (1, 0): self.down}.get(step, self.diagonal)
        return place.format(row=row, column=column, direction=direction.lower())

    def card(self, number: int, *, back: bool) -> str:
        """Return the words in which a screen reader reads the number in a flashcard's corner."""
        fronts = self._translate("read aloud", "Card {number}")
        backs = self._translate("read aloud", "Card {number}, back")
        return (backs if back else fronts).format(number=number)

    def print_cards(self, *, long_edge: bool) -> str:
        """Return how to print flashcards that are flipped on the long or the short edge."""
        if long_edge:
            return self._translate(
                "flashcards",
                "Print on both sides at 100 %, flipped on the long edge. Cut along the marks.",
            )
        return self._translate(
            "flashcards",
            "Print on both sides at 100 %, flipped on the short edge. Cut along the marks.",
        )

    def quoted(self, number: int | str | None) -> tuple[str, str]:
        """Return the texts before and after a quote of the passage's paragraph `number`.

        `number` is None where the paragraph has none.
        """
        if number is None:
            return _around(self._translate("source", "Passage: “{quote}”"), "quote")
        frame = self._translate("source", "Passage, paragraph {number}: “{quote}”")
        return _around(frame.replace("{number}", str(number)), "quote")

    def quoted_lines(self, number: int | None, first: int, last: int) -> tuple[str, str]:
        """Return the texts before and after a quote of a printed passage.

        The quote is in the paragraph `number`, None for a paragraph without, from the line `first`
        to the line `last`.
        """
        count = last - first + 1
        if number is None:
            frame = self._translate_count(
                "source",
                "Passage, line {lines}: “{quote}”",
                "Passage, lines {lines}: “{quote}”",
                count,
            )
        else:
            frame = self._translate_count(
                "source",
                "Passage, paragraph {number}, line {lines}: “{quote}”",
                "Passage, paragraph {number}, lines {lines}: “{quote}”",
                count,
            )
        lines = _line_range((first, last))
        frame = frame.replace("{number}", str(number)).replace("{lines}", lines)
        return _around(frame, "quote")

    def cited_lines(self, line_ranges: Iterable[tuple[int, int]]) -> str:
        """Return the lines of the passage to look at, for behind a question: ``(lines 4–6, 9)``.

        `line_ranges` are pairs of a first and a last line.
        """
        ranges = list(line_ranges)
        lines = ", ".join(map(_line_range, ranges))
        count = sum(last - first + 1 for first, last in ranges)
        return self._translate_count(
            "worksheet", "(line {lines})", "(lines {lines})", count
        ).format(lines=lines)

    def lines_of(self, edition: str) -> str:
        """Return the remark in an answer key of several editions that lines are those of `edition`.

        Each edition has lines of its own: its letters have another size.
        """
        editions = {
            "standard": self._translate(
                "answer key",
                "Line numbers are those of the standard edition; "
                "paragraph numbers hold for every edition.",
            ),
            "large-print": self._translate(
                "answer key",
                "Line numbers are those of the large-print edition; "
                "paragraph numbers hold for every edition.",
            ),
            "dyslexia": self._translate(
                "answer key",
                "Line numbers are those of the dyslexia-friendly edition; "
                "paragraph numbers hold for every edition.",
            ),
        }
        return editions[edition]

    def question(self, english: str) -> str:
        """Return the question that all items of a type share: the `stem` of a `QuestionType`."""
        return self._translate("question", english)

    def choose(self, count: int) -> str:
        """Return the order on a card with `count` right options."""
        message = self._translate_count(
            "card", "Choose {count} answer.", "Choose {count} answers.", count
        )
        return message.format(count=count)

    def keys(self, count: int) -> str:
        """Return how to choose one of `count` rows of a card by the keyboard."""
        return self._translate("card", "Keyboard: Alt+1 to Alt+{count}, from the top").format(
            count=count
        )

    def tolerance(self, most: object) -> str:
        """Return the remark on a card whose number may be off by at most `most`."""
        return self._translate("card", "Right within ± {tolerance}").format(tolerance=most)

    def criterion_points(self, points: object) -> str:
        """Return the `points` that a criterion of a rubric is worth, for a card."""
        return self._translate("card", "{points} pt").format(points=points)

    def letter(self, index: int) -> str:
        """Return the label, A, B, … Z, AA, AB, …, of the option at `index`, counted from 0."""
        label = ""
        index += 1
        while index:
            index, rest = divmod(index - 1, len(self._letters))
            label = self._letters[rest] + label
        return label


def _line_range(lines: tuple[int, int]) -> str:
    """Return the first and the last of `lines` as ``4–6``, or as ``4`` where they are the same."""
    first, last = lines
    return str(first) if first == last else f"{first}–{last}"


def isolated(part: str) -> str:
    """Return `part` of a line between the marks of an isolate (UAX #9, FSI and PDI).

    So its direction does not change the order of the parts beside it.
    """
    return f"\u2068{part}\u2069"


def _around(frame: str, name: str) -> tuple[str, str]:
    """Return the parts of `frame` before and after the placeholder ``{name}``."""
    before, _, after = frame.partition("{" + name + "}")
    return before, after
