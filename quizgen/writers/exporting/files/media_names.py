"""Pictures and sounds of a bank as files of an archive."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from quizgen.model.bank import Media
from quizgen.model.item import Item
from quizgen.model.text import Image, Sound, inline_runs
from quizgen.writers.exporting.plain_lines import texts_of

FOLDER = "media"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")
"""Characters that some reader of archives does not find again."""


def media_names(media: Mapping[str, Media] | Iterable[str]) -> dict[str, str]:
    """Return the path in an archive of each of `media`, by its name in texts; all are distinct."""
    paths: dict[str, str] = {}
    for name in sorted(media):
        taken = {path.casefold() for path in paths.values()}
        safe = _UNSAFE.sub("-", name)
        if safe != name or f"{FOLDER}/{safe}".casefold() in taken or safe.startswith("."):
            safe = f"{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}-{safe}"
        paths[name] = f"{FOLDER}/{safe}"
    return paths


def shown_in(item: Item, paths: Mapping[str, str]) -> Iterator[str]:
    """Yield those of `paths` whose pictures and sounds the texts of `item` show, each once."""
    runs = (run for text in texts_of(item) for run in inline_runs(text.runs))
    names = dict.fromkeys(run.name for run in runs if isinstance(run, Image | Sound))
    yield from (paths[name] for name in names if name in paths)
