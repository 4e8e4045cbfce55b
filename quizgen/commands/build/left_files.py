"""Which files of earlier builds may be in an output folder."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from quizgen.writers import Artifact
from quizgen.writers.base import Folder


def without_absent(artifacts: Iterable[Artifact], folder: Path) -> Iterator[Artifact]:
    """Yield `artifacts`, but for those to remove from the output `folder` that are not there."""
    is_there = names_there(folder)
    for artifact in artifacts:
        is_removal = artifact.source is None and artifact.place is Folder.OUTPUT
        if not is_removal or is_there(artifact.path.name):
            yield artifact


def names_there(folder: Path) -> Callable[[str], bool]:
    """Return what tells whether a file of a name may be in `folder`, which is listed now.

    There are hundreds of names that a worksheet may have left in other forms and editions, and most
    often no file of them. Names that some file system takes for one count as one.
    """
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        names = []
    except OSError:  # its files may be read all the same
        return lambda name: True
    there = set(map(_spelling, names))
    return lambda name: _spelling(name) in there


def _spelling(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())
