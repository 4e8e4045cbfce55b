"""The record of past builds, its reader and its writer."""

from __future__ import annotations

import json
from typing import Any

from quizgen.commands.cache.file_stamps import Stamp
from quizgen.commands.cache.records import Records
from quizgen.model.named_tuple import NamedTuple
from quizgen.project.layout import Project

RECORD = "builds"

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

    `warning_count` is the number of its warnings, and `built` its time in seconds since 1970.
    """

    inputs: dict[str, str]
    outputs: dict[str, str]
    warning_count: int = 0
    built: int = 0


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
        stored: Any = json.loads(Records(project, tool).read(RECORD) or b"{}")
        return BuildCache(
            tool,
            {name: _known_file(*row) for name, row in stored["files"].items()},
            {key: _past_build(*row) for key, row in stored["builds"].items()},
            {name: _rendered_output(*row) for name, row in stored["outputs"].items()},
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return BuildCache(tool, {}, {}, {})


def write_cache(project: Project, cache: BuildCache) -> None:
    """Write `cache`, without what it need not know any more."""
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
    text = json.dumps({"files": files, "builds": builds, "outputs": outputs})
    Records(project, cache.tool).write(RECORD, text.encode())


def _known_file(stamp: list[int], seen: int, digest: str) -> KnownFile:
    modified, size = stamp
    return KnownFile(Stamp(int(modified), int(size)), int(seen), str(digest))


def _past_build(
    inputs: dict[str, str], outputs: dict[str, str], warning_count: int, built: int
) -> PastBuild:
    return PastBuild(dict(inputs), dict(outputs), int(warning_count), int(built))


def _rendered_output(content: str, fingerprint: str, fonts: str) -> RenderedOutput:
    return RenderedOutput(str(content), str(fingerprint), str(fonts))
