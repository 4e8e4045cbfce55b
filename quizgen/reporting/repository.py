"""Paths of files from the root of their repository, by which code hosts know them."""

from __future__ import annotations

import os
from pathlib import Path


def repository_path(path: Path) -> str | None:
    """Return `path` from the repository's root, with slashes; None where `path` is outside.

    The root is the folder that GitHub Actions checked out (GITHUB_WORKSPACE), or else the nearest
    folder upwards from the current one that has ``.git``, or else the current folder.
    """
    absolute = Path(os.path.abspath(path))
    roots = [Path(checked_out)] if (checked_out := os.environ.get("GITHUB_WORKSPACE")) else []
    root = next((r for r in roots if absolute.is_relative_to(r)), None) or _root_of(Path.cwd())
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else None


def _root_of(folder: Path) -> Path:
    """Return the root of the repository around `folder`; `folder` itself without a repository.

    In a second worktree, ``.git`` is a file and not a folder.
    """
    roots = (each for each in (folder, *folder.parents) if (each / ".git").exists())
    return next(roots, folder)
