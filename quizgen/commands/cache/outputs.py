"""Which outputs need not be rendered again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from quizgen.commands.cache.file_stamps import digest_of, may_differ, stamp_of
from quizgen.commands.cache.store import BuildCache
from quizgen.project.layout import Project


def find_rendered(
    cache: BuildCache,
    project: Project,
    path: Path,
    fingerprint: str,
    fonts: Callable[[], str],
) -> str | None:
    """Return the digest of the file at `path` if it is what was rendered from `fingerprint`.

    None where the file is gone or has been changed, or was rendered from something else.
    `fonts` gives a digest of the machine's fonts, and is called only where one was needed.
    """
    name = os.path.relpath(path, project.root)
    output = cache.outputs.get(name)
    if output is None or output.fingerprint != fingerprint:
        return None
    if output.fonts and output.fonts != fonts():
        return None
    stamp = stamp_of(path)
    if stamp is None:
        return None
    known = cache.files.get(name)
    if known is None or may_differ(stamp, known.stamp, known.seen):
        digest = digest_of(path)
    else:
        digest = known.digest
    return digest if digest == output.content else None
