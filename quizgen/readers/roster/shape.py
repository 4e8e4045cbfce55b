"""The roster that a deck file names."""

from __future__ import annotations

from pathlib import Path

from quizgen.model.roster import Roster
from quizgen.readers.shapes import Reading, scalar
from quizgen.readers.yaml import Node


class RosterPath:
    """A list of pupils, named by its path from the deck file's folder; ``~`` is the user's."""

    noun = "the path of a list of pupils"

    def read(self, node: Node, reading: Reading) -> Roster | None:
        """Return the roster that `node` names, or None once the reason has been reported."""
        name = scalar(node, self.noun, reading)
        if name is None:
            return None
        path = node.source.path.parent / _expanded(name.value.strip())
        if not path.is_file():
            reading.report.error(
                "missing-roster",
                node,
                f"there is no list of pupils {path.name!r} there",
                "write its path from the folder of the deck file, such as ../7b.csv, or a whole "
                "path; it may lie outside of the project",
            )
            return None
        from quizgen.readers.roster.read import read_roster  # most deck files name none

        return read_roster(path, reading.report)


def _expanded(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # there is no such user
        return Path(name)
