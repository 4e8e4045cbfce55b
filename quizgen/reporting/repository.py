"""Where files are for a code host, which knows them from the root of their repository."""

from __future__ import annotations

import os
from pathlib import Path


def repository_path(path: Path) -> str | None:
    """`path` from the repository's root, with slashes; None where it does not lie below it.

    The root is what GitHub checked out, or the nearest folder upwards that git keeps a
    repository in; without either the current folder.
    """
    absolute = Path(os.path.abspath(path))
    roots = [Path(checked_out)] if (checked_out := os.environ.get("GITHUB_WORKSPACE")) else []
    root = next((r for r in roots if absolute.is_relative_to(r)), None) or _root_of(Path.cwd())
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else None


def _root_of(folder: Path) -> Path:
    """The repository around `folder`. In a second worktree, ``.git`` is a file."""
    found = (each for each in (folder, *folder.parents) if (each / ".git").exists())
    return next(found, folder)
