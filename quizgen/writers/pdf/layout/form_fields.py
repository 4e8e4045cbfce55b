"""What can be filled in on a screen: fields, without their places on a page."""

from __future__ import annotations

import enum
from typing import NamedTuple

FIELD_HEIGHT = 1.4
"""The height of a field for one line, in type sizes: with less, viewers make letters smaller."""


class ScreenFieldKind(enum.Enum):
    """How a field is filled in: a line of text, several lines, a button, a list to choose from.

    Of the radio buttons of one name, one can be chosen.
    """

    LINE = "line"
    LINES = "lines"
    RADIO = "radio"
    CHECK = "check"
    LIST = "list"


class ScreenField(NamedTuple):
    """A field called `name`. `label` is what a screen reader says.

    `value` is what a button stands for, and `group` what a screen reader says of all radio
    buttons of one name. `choices` are the values of a list with what is shown for them. `size` is
    that of the letters, in points.
    """

    kind: ScreenFieldKind
    name: str
    label: str
    size: float
    value: str = ""
    group: str = ""
    choices: tuple[tuple[str, str], ...] = ()
