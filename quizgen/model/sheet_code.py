"""What the code on a named sheet says: which build, form and pupil it belongs to."""

from __future__ import annotations

import re

from quizgen.model.named_tuple import NamedTuple

_TEXT = re.compile(r"quizgen:1:([^:\s]*):([A-Z]?):(\S*)")


class SheetCode(NamedTuple):
    """The content of a code, which names no pupil: `key` is `quizgen.model.roster.Pupil.key`.

    `digest` is that of the worksheet, `form` a letter, empty where there is one form.
    """

    digest: str
    form: str = ""
    key: str = ""

    @property
    def text(self) -> str:
        """The characters in the code; 1 is the version of what follows."""
        return f"quizgen:1:{self.digest}:{self.form}:{self.key}"

    @classmethod
    def parse(cls, text: str) -> SheetCode | None:
        """Return the code that reads as `text`, or None if it is not one of these."""
        match = _TEXT.fullmatch(text.strip())
        return cls(*match.groups()) if match else None
