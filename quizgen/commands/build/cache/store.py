"""The file of the build cache, its reader and its writer.

The file may be deleted at any time. It belongs to one machine: times of files mean nothing
on another.
"""

from __future__ import annotations

import contextlib
import json
import os
from typing import Any, NamedTuple

from quizgen.commands.build.cache.file_stamps import Stamp
from quizgen.project.layout import Project
from quizgen.project.links_out import refuse_links_out
from quizgen.project.regular_files import MAX_OUTPUT_SIZE, read_regular

FOLDER = ".quizgen/cache"
"""Below the project's folder."""

FILE = "builds.json"

MAX_BUILDS = 8
"""How many ways of building a project, such as with another ``--out``, are remembered."""


class KnownFile(NamedTuple):
    """A file whose content had this `digest` when it had this `stamp`.

    `seen` is the time of that, in ns since 1970.
    """

    stamp: Stamp
    seen: int
    digest: str


class PastBuild(NamedTuple):
    """The digests of every file that a build read (`inputs`) or only wrote (`outputs`).

    `warning_count` is the number of its warnings.
    """

    inputs: dict[str, str]
    outputs: dict[str, str]
    warning_count: int = 0


class RenderedOutput(NamedTuple):
    """The digests of an output's `content`, and of the inputs it was rendered from.

    `fonts` is a digest of the machine's fonts where one may have been needed, else empty.
    """

    content: str
    fingerprint: str
    fonts: str


class BuildCache(NamedTuple):
    """What earlier builds left. Files are named by their paths from the project's folder.

    `tool` stands for quizgen and the libraries it runs with; what another one did is
    forgotten, since it may have done otherwise. `builds` are by request, the oldest first.
    """

    tool: str
    files: dict[str, KnownFile]
    builds: dict[str, PastBuild]
    outputs: dict[str, RenderedOutput]


def read_cache(project: Project, tool: str) -> BuildCache:
    """Return what `tool` remembers; nothing where the file is gone, damaged or another's."""
    try:
        stored: Any = json.loads(read_regular(project.root / FOLDER / FILE, MAX_OUTPUT_SIZE))
        if stored["tool"] == tool:
            return BuildCache(
                tool,
                {name: _known_file(*row) for name, row in stored["files"].items()},
                {key: _past_build(*row) for key, row in stored["builds"].items()},
                {name: _rendered_output(*row) for name, row in stored["outputs"].items()},
            )
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    return BuildCache(tool, {}, {}, {})


def write_cache(project: Project, cache: BuildCache) -> None:
    """Write `cache`, without what it need not know any more.

    Where the file cannot be written, that is no failure of the build: the next one then does
    its work.
    """
    # 1. Forget the builds that were asked for least recently, and outputs that are gone.
    builds = dict(list(cache.builds.items())[-MAX_BUILDS:])
    outputs = {
        name: output for name, output in cache.outputs.items() if (project.root / name).exists()
    }
    # 2. Forget files that none of the rest mentions.
    mentioned = outputs.keys() | {
        name for build in builds.values() for name in (*build.inputs, *build.outputs)
    }
    files = {name: file for name, file in cache.files.items() if name in mentioned}
    # 3. Write the rest.
    text = json.dumps({"tool": cache.tool, "files": files, "builds": builds, "outputs": outputs})
    with contextlib.suppress(OSError):
        _write(project, text)


def _write(project: Project, text: str) -> None:
    """Replace the file in one step, so that no other process reads a part of it."""
    folder = project.root / FOLDER
    refuse_links_out([folder / FILE], project.journal)
    if not folder.exists():
        folder.mkdir(parents=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    copy = folder / f"{FILE}.{os.getpid()}"
    copy.unlink(missing_ok=True)  # a link with this name could lead anywhere
    with copy.open("x", encoding="utf-8") as file:
        file.write(text)
    os.replace(copy, folder / FILE)


def _known_file(stamp: list[int], seen: int, digest: str) -> KnownFile:
    modified, size = stamp
    return KnownFile(Stamp(int(modified), int(size)), int(seen), str(digest))


def _past_build(inputs: dict[str, str], outputs: dict[str, str], warning_count: int) -> PastBuild:
    return PastBuild(dict(inputs), dict(outputs), int(warning_count))


def _rendered_output(content: str, fingerprint: str, fonts: str) -> RenderedOutput:
    return RenderedOutput(str(content), str(fingerprint), str(fonts))
