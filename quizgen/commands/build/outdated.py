"""Which files a build would change, and why."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from quizgen.commands.build.manifest import MANIFEST, digest, parse_manifest
from quizgen.project.save import is_ours


class Why(enum.Enum):
    """Why a file is stale, as a sentence goes on that begins with its path."""

    MISSING = "is missing"
    OUTDATED = "is not what a build makes now"
    EDITED = "has been changed since quizgen wrote it"
    UNWANTED = "is there, and nothing asks for it any more"
    INTERRUPTED = "is there: a build was stopped while it replaced files"


class Stale(NamedTuple):
    path: Path
    why: Why


def stale_files(files: Mapping[Path, bytes | None], journal: Path) -> Iterator[Stale]:
    """Those of `files`, each with what a build makes of it now, that are not so on the disk.

    None stands for a file that a build removes if it is still as quizgen wrote it. `journal`
    is there only where a build was stopped too late for nothing to have changed.
    """
    if journal.exists():
        yield Stale(journal, Why.INTERRUPTED)
    for path, content in files.items():
        if content is None:
            if path.is_file() and is_ours(path):
                yield Stale(path, Why.UNWANTED)
            continue
        try:
            found = path.read_bytes()
        except OSError:
            yield Stale(path, Why.MISSING)
            continue
        if found != content:
            yield Stale(path, Why.EDITED if _is_edited(path, found) else Why.OUTDATED)


def _is_edited(path: Path, content: bytes) -> bool:
    """Whether the manifest beside the file `path` remembers another content."""
    try:
        manifest = parse_manifest(path.with_name(MANIFEST).read_bytes())
    except OSError:
        return False
    return manifest is not None and manifest.outputs.get(path.name) not in (None, digest(content))
