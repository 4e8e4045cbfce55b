"""Every kind of diagnostic by its name, and what is to be known about it.

``catalogue.md`` beside this file is a copy of ``docs/diagnostics.md``, so that an installed
quizgen can tell what a name means; a test keeps the two the same.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

from quizgen.diagnostics import Severity


class Kind(NamedTuple):
    """One name that a diagnostic can have. `page` is its explanation, in Markdown."""

    name: str
    severities: frozenset[Severity]
    page: str

    @property
    def text(self) -> str:
        """The explanation without Markdown's signs for links and code."""
        return re.sub(r"\[(.+?)\]\([^)]*\)", r"\1", self.page).replace("`", "")

    @property
    def summary(self) -> str:
        """The explanation's first sentence."""
        return re.split(r"(?<=[.?!])\s", self.text, maxsplit=1)[0]


_ENTRY = re.compile(r"^### `([\w-]+)`\n\n\*(.+?)\.\* (.+?)(?=\n#|\Z)", re.MULTILINE | re.DOTALL)


@functools.cache
def catalogue() -> Mapping[str, Kind]:
    """All kinds by name, in the order of the page."""
    page = files(__package__).joinpath("catalogue.md").read_text(encoding="utf-8")
    return {
        name: Kind(name, frozenset(map(Severity, said.lower().split(" or "))), text.strip())
        for name, said, text in _ENTRY.findall(page)
    }
