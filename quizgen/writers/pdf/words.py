"""Every word that the sheets print by themselves, in one place."""

from __future__ import annotations

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


def key_title() -> tuple[str, str]:
    """What stands before and after a worksheet's title to make it the key's."""
    return "Answer key: ", ""


def paragraph(number: int) -> str:
    """Where in the passage a quote is found."""
    return f"{PASSAGE}, paragraph {number}"


def quoted(place: str) -> tuple[str, str]:
    """What stands before and after a quote from `place`."""
    return f"{place}: “", "”"


def letter(index: int) -> str:
    """A, B, … Z, AA, AB, …: the label of the option at `index`, counted from 0."""
    label = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        label = chr(ord("A") + rest) + label
    return label
