"""Writing stays in the project: a link in it that leads elsewhere is not followed.

``dist/`` of a stranger's project may be a link to the home folder of who builds it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from quizgen.project.layout import find_project


class LinkOutError(OSError):
    """A file that is not written. The message says which link leads out, and a way out."""


def refuse_links_out(targets: Iterable[Path], journal: Path) -> None:
    """Raise LinkOutError where one of `targets` is in the project by its path, and yet outside.

    The project is that of `journal`, or the folder of `journal` where there is none. A target
    whose path leads out of the project by itself is not refused: a user named that folder.
    """
    root = _root(journal)
    real_root = os.path.realpath(root)
    for folder in {Path(os.path.abspath(target.parent)) for target in targets}:
        leads_out = not Path(os.path.realpath(folder)).is_relative_to(real_root)
        if folder.is_relative_to(root) and leads_out:
            link = _first_link(folder, root).relative_to(root)
            raise LinkOutError(
                f"{link} is a link to outside of the project, where nothing is written: "
                "put a folder in its place, or name another with --out"
            )


def is_in_project(path: Path, journal: Path) -> bool:
    """Tell whether `path` lies in the project of `journal`, wherever links lead."""
    return Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(_root(journal)))


def _root(journal: Path) -> Path:
    project = find_project(journal.parent)
    return (project.root if project else journal.parent).absolute()


def _first_link(folder: Path, root: Path) -> Path:
    """Return the highest folder between `root` and `folder` that is a link."""
    below = [path for path in (folder, *folder.parents) if path.is_relative_to(root)]
    return next((path for path in reversed(below) if path != root and path.is_symlink()), folder)
