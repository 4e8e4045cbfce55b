"""Every word that the sheets print by themselves, in one place."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.assessment import Flip

NAME = "Name"
CLASS = "Class"
DATE = "Date"
CHOOSE_ALL = "(Choose all that apply.)"
NUMBER_BOXES = "(Number the boxes from 1.)"
MATCH_PREMISES = "Write a letter in each box"
MATCH_RESPONSES = "Choose from"
SOURCE = "Source: "
ALSO_ACCEPT = "Also accept: "
PASSAGE = "Passage"
SEE_BELOW = "see below"
CONTINUED = "(continued)"
"""After the number of an item that goes on from the page before."""
BLANK = "blank"
BOX = "box"


def points(count: int) -> str:
    """``1 pt``, ``2 pts``: the quiet mark beside an item."""
    return f"{count} pt" if count == 1 else f"{count} pts"


def total(count: int) -> str:
    """What stands after the blank that the score is written in."""
    return f"/ {count} point" if count == 1 else f"/ {count} points"


def page(number: int, count: int) -> str:
    return f"Page {number} of {count}"


def form(letter: str) -> str:
    """What a form is called, on its sheet and key."""
    return f"Form {letter}"


def all_forms(first: str, last: str) -> str:
    """What the key of all forms is for."""
    return f"Forms {first}–{last}"


def titled(title: str, forms: str) -> str:
    """A file's title, which tells it from those of other forms."""
    return f"{title} – {forms}" if forms else title


def imprint(forms: str, digest: str, place: str) -> str:
    """What stands at the right of a page's foot: which form, of which build, which page."""
    return " · ".join(part for part in (forms, digest, place) if part)


def numbers_in_forms(numbers: Iterable[tuple[str, int]]) -> str:
    """``Form A: 3, Form B: 1``: what number a question has in each form."""
    named = (f"{form(letter)}: {number}" for letter, number in numbers)
    return ", ".join(one.replace(" ", "\xa0") for one in named)


def key_title() -> tuple[str, str]:
    """What stands before and after a worksheet's title to make it the key's."""
    return "Answer key: ", ""


def paragraph(number: int) -> str:
    """Where in the passage a quote is found."""
    return f"{PASSAGE}, paragraph {number}"


def quoted(place: str) -> tuple[str, str]:
    """What stands before and after a quote from `place`."""
    return f"{place}: “", "”"


def card_sheet(number: int, count: int, *, back: bool) -> str:
    """Above a sheet of flashcards: which side of which sheet it is."""
    return f"{'Backs' if back else 'Fronts'}, sheet {number} of {count}"


def card(number: int, *, back: bool) -> str:
    """What a flashcard's number in its corner is read as."""
    return f"Card {number}, back" if back else f"Card {number}"


def print_cards(flip: Flip) -> str:
    """How to print flashcards."""
    edge = "long" if flip is Flip.LONG_EDGE else "short"
    return f"Print on both sides at 100 %, flipped on the {edge} edge. Cut along the marks."


def letter(index: int) -> str:
    """A, B, … Z, AA, AB, …: the label of the option at `index`, counted from 0."""
    label = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        label = chr(ord("A") + rest) + label
    return label
