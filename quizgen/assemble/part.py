"""The interface of a part of deck files, as assembling needs it."""

from __future__ import annotations

from typing import Any, Protocol


class AssembledPart(Protocol):
    """A part of deck files, such as ``worksheets:``."""

    @property
    def name(self) -> str:
        """The key of the part in deck files."""
        ...

    @property
    def noun(self) -> str:
        """The noun for the part's product in messages, for behind "no"."""
        ...

    @property
    def assemble(self) -> Any:
        """The function of spec, bank and report that returns the part of an assessment."""
        ...

    @property
    def override(self) -> Any:
        """The function of spec and overrides that returns the spec with the overrides' values."""
        ...

    @property
    def file_names(self) -> Any:
        """The function of spec that returns pairs of a name and the files that it names."""
        ...
