"""What assembling has to know about a part of a deck file."""

from __future__ import annotations

from typing import Any, Protocol


class Part(Protocol):
    """A part of deck files, such as ``worksheets:``.

    `name` is its key, and `noun` what it asks for, in messages: "no `noun`".
    """

    @property
    def name(self) -> str: ...
    @property
    def noun(self) -> str: ...
    @property
    def assemble(self) -> Any:
        """``(spec, bank, report)`` to the part's place in an assessment."""
        ...

    @property
    def override(self) -> Any:
        """``(spec, overrides)`` to the spec with what overrides say."""
        ...

    @property
    def file_names(self) -> Any:
        """``(spec)`` to pairs of a name and the files that it names."""
        ...
