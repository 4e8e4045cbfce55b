"""What the QR code of a page says: which worksheet, form, edition, page and pupil it is of."""

from __future__ import annotations

import re

from quizgen.model.named_tuple import NamedTuple

_EDITIONS = {"standard": "S", "large-print": "L", "dyslexia": "D"}
_LETTERS = {letter: edition for edition, letter in _EDITIONS.items()}
_CODE = re.compile(
    r"QG1-([0-9A-F]{8})-([A-Z]?)-([SLD])-([1-9][0-9]{0,2})-([1-9][0-9]{0,2})-([0-9A-F]{4})?"
    r"-([0-9A-Z.$%*+/:]{0,24})"
)
PUPIL_CODE = re.compile(r"[0-9A-Z.$%*+/:]{1,24}")
"""The pupils' numbers that a code holds: characters that QR codes store densely (ISO/IEC 18004,
alphanumeric mode), without the hyphen and the space."""


class PageCode(NamedTuple):
    """The content of a code. `pupil` is the pupil's number in a class list, empty without one.

    `places` is `AnswerSheetLayout.places`, by which sheets of one digest that were set otherwise
    are told apart; empty where it is not known.
    """

    digest: str
    form: str
    edition: str
    page: int
    pages: int
    pupil: str = ""
    places: str = ""

    @property
    def text(self) -> str:
        """The text of the code: capitals, digits and hyphens."""
        edition = _EDITIONS[self.edition]
        place = f"{self.form}-{edition}-{self.page}-{self.pages}-{self.places.upper()}"
        return f"QG1-{self.digest.upper()}-{place}-{self.pupil}"

    @classmethod
    def parse(cls, text: str) -> PageCode | None:
        """Return what `text` says; None where it is no code of an answer sheet."""
        match = _CODE.fullmatch(text)
        if match is None:
            return None
        digest, form, edition, page, pages, places, pupil = match.groups()
        return cls(
            digest.lower(),
            form,
            _LETTERS[edition],
            int(page),
            int(pages),
            pupil,
            (places or "").lower(),
        )
