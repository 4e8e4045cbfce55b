"""Which files a build would change, and why."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from pathlib import Path

from quizgen.commands.build.manifest import MANIFEST, digest, parse_manifest
from quizgen.model.named_tuple import NamedTuple
from quizgen.project.regular_files import MAX_OUTPUT_SIZE, read_regular
from quizgen.project.save import is_ours


class OutdatedReason(enum.Enum):
    """Why a file is outdated: the rest of a sentence that begins with the file's path."""

    MISSING = "is missing"
    OUTDATED = "is not what a build makes now"
    EDITED = "has been changed since quizgen wrote it"
    UNWANTED = "is there, and nothing asks for it any more"
    INTERRUPTED = "is there: a build was stopped while it replaced files"


class OutdatedFile(NamedTuple):
    """A file that a build would change, and the reason."""

    path: Path
    why: OutdatedReason


def outdated_files(files: Mapping[Path, bytes | None], journal: Path) -> Iterator[OutdatedFile]:
    """Yield those of `files` whose content on the disk is not the one given here.

    A content of None stands for a file that a build removes if it is still as quizgen wrote
    it. `journal` is the path of the project's journal, which exists only where a build was
    stopped while it renamed files.
    """
    if journal.exists():
        yield OutdatedFile(journal, OutdatedReason.INTERRUPTED)
    for path, content in files.items():
        if content is None:
            if path.is_file() and is_ours(path):
                yield OutdatedFile(path, OutdatedReason.UNWANTED)
            continue
        try:
            on_disk = read_regular(path, MAX_OUTPUT_SIZE, anywhere=True)
        except OSError:
            yield OutdatedFile(path, OutdatedReason.MISSING)
            continue
        if on_disk != content:
            edited = _is_edited(path, on_disk)
            yield OutdatedFile(path, OutdatedReason.EDITED if edited else OutdatedReason.OUTDATED)


def _is_edited(path: Path, content: bytes) -> bool:
    """Tell whether the manifest beside the file at `path` has a digest of other content."""
    try:
        manifest = parse_manifest(
            read_regular(path.with_name(MANIFEST), MAX_OUTPUT_SIZE, anywhere=True)
        )
    except OSError:
        return False
    return manifest is not None and manifest.outputs.get(path.name) not in (None, digest(content))
