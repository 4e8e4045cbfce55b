"""Where this machine keeps its font files."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from pathlib import Path

ENDINGS = (".ttf", ".ttc", ".otf", ".otc")
"""Outlines as TrueType or PostScript, one font or several in a file."""


class SystemFontFiles:
    """Lists this machine's font files, and says whether they `were_listed`."""

    def __init__(self) -> None:
        self.were_listed = False
        self._paths: list[Path] | None = None

    def __call__(self) -> list[Path]:
        """Return this machine's font files."""
        self.were_listed = True
        if self._paths is None:
            self._paths = system_font_files()
        return self._paths

    def digest(self) -> str:
        """Return a digest that changes when any of the files does, or when there is another."""
        seen = []
        for path in self():
            with contextlib.suppress(OSError):
                status = path.stat()
                seen.append((str(path), status.st_mtime_ns, status.st_size))
        return hashlib.sha256(ascii(seen).encode()).hexdigest()


def system_font_files() -> list[Path]:
    """Return every font file of this machine, sorted.

    These are what fontconfig lists, or, where there is no fontconfig, the files in the folders
    that the system keeps fonts in.
    """
    listed = _listed_by_fontconfig()
    paths = listed if listed is not None else [p for f in _folders() for p in _walk(f)]
    return sorted({path for path in paths if path.suffix.lower() in ENDINGS})


def is_system_font(path: Path) -> bool:
    """Return whether `path` is that of a font file of this machine, in a folder kept for fonts."""
    target = Path(os.path.realpath(path))
    if target.suffix.lower() not in ENDINGS:
        return False
    return any(target.is_relative_to(os.path.realpath(folder)) for folder in _folders())


def _listed_by_fontconfig() -> list[Path] | None:
    import shutil
    import subprocess  # most builds look for no fonts

    program = shutil.which("fc-list")
    if program is None:
        return None
    try:
        listed = subprocess.run(
            [program, "--format", "%{file}\n"], capture_output=True, timeout=60, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return [Path(os.fsdecode(line)) for line in listed.stdout.splitlines() if line]


def _folders() -> list[Path]:
    home = Path.home()
    match sys.platform:
        case "darwin":
            return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
        case "win32":
            per_user = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft/Windows/Fonts"
            return [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", per_user]
        case _:
            shared = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
            return [*shared, home / ".local/share/fonts", home / ".fonts"]


def _walk(folder: Path) -> list[Path]:
    return [Path(root, name) for root, _, names in os.walk(folder) for name in names]
