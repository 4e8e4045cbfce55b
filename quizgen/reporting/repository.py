"""The paths of files relative to their repository, as code hosts name them."""

from __future__ import annotations

import os
from pathlib import Path


def repository_path(path: Path) -> str | None:
    """Return `path` relative to the repository's root, with slashes, or None if it is outside.

    The root is the folder that GitHub checked out, else the nearest folder above the current
    one with a ``.git``, else the current folder.
    """
    absolute = Path(os.path.abspath(path))
    roots = [Path(checked_out)] if (checked_out := os.environ.get("GITHUB_WORKSPACE")) else []
    root = next((r for r in roots if absolute.is_relative_to(r)), None) or _root_of(Path.cwd())
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else None


def _root_of(folder: Path) -> Path:
    """Return the root of the repository around `folder`, where ``.git`` is a folder or a file."""
    roots = (each for each in (folder, *folder.parents) if (each / ".git").exists())
    return next(roots, folder)
