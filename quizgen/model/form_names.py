"""The names of the fields of a worksheet that is filled in on a screen.

The writer of the file and whoever reads it back agree on them here. A field is called
``ROOT.QUESTION`` or ``ROOT.QUESTION-PLACE``. The root says which worksheet and form it is, and
every program that fills in a form keeps it. A question is named by a digest of the item's name: it
stays the same wherever the item stands, and gives nothing away that a pupil should not read.
"""

from __future__ import annotations

from typing import NamedTuple

from quizgen.model.hashes import sha256
from quizgen.model.pattern import pattern

PREFIX = "qz1"
"""What a root begins with; the digit is the version of these names."""
NAME_FIELD = "name"
"""The field for the pupil's name, at the head of the sheet."""
OFF = "Off"
"""The value of buttons of which none is chosen. Beside another value, the file contradicts itself:
what the field says and what its buttons show differ."""
_LENGTH = 12
"""Hexadecimal digits of a question's name: no two of a worksheet are alike by chance."""
_ROOT = pattern(r"qz([0-9]+)-([0-9a-f]{8})(?:-([A-Z]))?")

_BEGINNING = pattern("qz[0-9]+-[0-9a-f]{8}")


class FormRoot(NamedTuple):
    """What the root of a field's name says: the digest of the worksheet, and its form."""

    digest: str
    form: str

    @property
    def name(self) -> str:
        """The root as it stands in the file."""
        return "-".join(filter(None, (PREFIX, self.digest, self.form)))


class OtherVersionError(ValueError):
    """Raised for names of another version of quizgen."""


def root_of(name: str) -> tuple[FormRoot, str] | None:
    """Return the root in the full `name` of a field and what is behind it; None without a root.

    Raises:
        OtherVersionError: The names are those of another version.
    """
    first, _, rest = name.partition(".")
    match = _ROOT.fullmatch(first)
    if match is None:
        return None
    if f"qz{match[1]}" != PREFIX:
        raise OtherVersionError
    return FormRoot(match[2], match[3] or ""), rest


def is_like_root(name: str) -> bool:
    """Tell whether the full `name` of a field begins like a root, as after files were merged."""
    return _BEGINNING.match(name) is not None


def head_field(place: int) -> str:
    """Return the name of a field at the head that is not the pupil's name; `place` is from 1."""
    return f"head-{place}"


def question_field(item: str, place: int = 0) -> str:
    """Return the name of the field for the question whose item is called `item`.

    `place` is that of an option, a premise, an event or a gap as the sheet shows them, from 1; 0
    for a question with one field.
    """
    digest = sha256(item.encode("utf-8", "replace")).hexdigest()[:_LENGTH]
    return f"{digest}-{place}" if place else digest
