"""What was read on scanned pages, as data: questions can be marked again without the scans."""

from __future__ import annotations

import enum
from typing import NamedTuple

from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.dataclass import dataclass


class Doubt(enum.Enum):
    """Why a person has to look at a row of bubbles. The values are for people to read."""

    FAINT = "a faint or unclear mark"
    DOUBLE = "more than one mark"
    ERASED = "a mark that may have been erased"
    BLANK = "a mark may be missing: pencil can vanish on a scan in black and white"
    COVERED = "the row cannot be recognised on the picture, or not all of it"
    STRAY = "ink beside the bubbles"


class FieldReading(NamedTuple):
    """What was read in a row of bubbles: the values that are marked, and the `doubt` about it.

    `field` is the row's index on its page.
    """

    field: int
    marked: tuple[str, ...]
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class PageReading:
    """What was read on a page. `source` is the file's name, and `number` the page in it, from 1.

    `digest` is that of the file's content, empty where it is not known: files may share a name.
    """

    source: str
    number: int
    code: PageCode
    fields: tuple[FieldReading, ...]
    is_bilevel: bool = False
    digest: str = ""

    @property
    def place(self) -> tuple[str, int]:
        """What tells the page from all others: the same file under another name is one."""
        return self.digest or self.source, self.number

    @property
    def key(self) -> str:
        """What names the page in decisions: the file, what is in it, and the page in it."""
        return _key(self.source, self.digest, self.number)


class UnreadablePage(NamedTuple):
    """A page that could not be read, and why. `digest` is that of the file's content.

    `code` is the text of its code where that could be read, and `picture` (PNG) shows the page.
    """

    source: str
    number: int
    why: str
    digest: str = ""
    code: str = ""
    picture: bytes = b""

    @property
    def place(self) -> tuple[str, int]:
        """What tells the page from all others."""
        return self.digest or self.source, self.number

    @property
    def key(self) -> str:
        """What names the page in decisions, as `PageReading.key`."""
        return _key(self.source, self.digest, self.number)


def _key(source: str, digest: str, number: int) -> str:
    return f"{source}{f'@{digest[:12]}' if digest else ''}#{number}"
