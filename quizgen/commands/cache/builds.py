"""Whether a build would find what the last one like it found, without reading a single bank."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from quizgen.commands.cache.file_stamps import (
    Stamp,
    digest_of,
    may_differ,
    stamp_inputs,
    stamps_of,
)
from quizgen.commands.cache.store import (
    BuildCache,
    KnownFile,
    PastBuild,
    RenderedOutput,
    read_cache,
    write_cache,
)
from quizgen.model.named_tuple import NamedTuple
from quizgen.project.layout import Project


class ProjectFiles(NamedTuple):
    """The input files of a project, by their paths from its folder, and the `tool` at work."""

    files: dict[str, KnownFile]
    tool: str


def request_key(**options: object) -> str:
    """Return the key that a build is remembered under, from all `options` it depends on."""
    return json.dumps(options, sort_keys=True, default=_as_text)


def _as_text(value: object) -> str:
    return os.path.abspath(value) if isinstance(value, Path) else repr(value)


def unchanged(project: Project, key: str, at: int | None = None) -> PastBuild | None:
    """Return the last build for the request `key` if one now would find and write the same.

    `at` is the time of the build now, in seconds since 1970. If it is earlier than that of the last
    one, a clock was wrong, and a build now finds that out.

    None where it would not, or where there was no such build. A file whose stamp has changed
    is read again, and counts as changed only if its content is another.
    """
    if project.journal.exists():  # a build was killed while it replaced files
        return None
    now = stamp_inputs(project)
    cache = read_cache(project, now.tool)
    build = cache.builds.get(key)
    # 1. The same inputs are there, and so are all outputs.
    if build is None or now.files.keys() != build.inputs.keys():
        return None
    if at is not None and at < build.built:
        return None
    outputs = dict(stamps_of((project.root / name for name in build.outputs), project))
    if outputs.keys() != build.outputs.keys():
        return None
    # 2. Each has the content it had. Most stamps say so; the other files are read.
    expected, stamps = {**build.inputs, **build.outputs}, {**now.files, **outputs}
    read_again: dict[str, KnownFile] = {}
    for name, stamp in stamps.items():
        known = cache.files.get(name)
        if known is None or may_differ(stamp, known.stamp, known.seen):
            known = KnownFile(stamp, now.taken, digest_of(project.root / name))
            read_again[name] = known
        if known.digest != expected[name]:
            return None
    # 3. The next time, the stamps of the files that were read say so too.
    if read_again:
        write_cache(project, cache._replace(files={**cache.files, **read_again}))
    return build


def observe(project: Project) -> ProjectFiles:
    """Return every file that a build of `project` is about to read, with its digest.

    Call this before the first of them is read: a change in between then shows later.
    """
    now = stamp_inputs(project)
    return ProjectFiles(_known(now.files.items(), now.taken, project), now.tool)


def remember(
    cache: BuildCache,
    project: Project,
    key: str | None,
    inputs: ProjectFiles,
    written: Iterable[Path],
    *,
    warning_count: int = 0,
    built: int = 0,
    rendered: Mapping[Path, RenderedOutput] | None = None,
) -> None:
    """Add to `cache` that a build for the request `key` went well, and write the cache.

    `inputs` are the files that it was about to read, `written` all that it wrote or found up
    to date, `warning_count` is the number of its warnings, and `built` its time in seconds since
    1970. `rendered` are the outputs that need not be rendered again. Without a `key` only these
    are remembered, not the build.
    """
    taken = time.time_ns()
    files = {**inputs.files, **_known(stamps_of(written, project), taken, project)}
    builds = dict(cache.builds)
    if key is not None:
        # What a build wrote among the inputs, such as a ledger, is an input of the next.
        names = inputs.files.keys() | (files.keys() & stamp_inputs(project).files.keys())
        builds.pop(key, None)  # so that it moves to the end
        builds[key] = PastBuild(
            {name: file.digest for name, file in files.items() if name in names},
            {name: file.digest for name, file in files.items() if name not in names},
            warning_count,
            built,
        )
    named = {os.path.relpath(path, project.root): row for path, row in (rendered or {}).items()}
    write_cache(
        project,
        cache._replace(
            files={**cache.files, **files}, builds=builds, outputs={**cache.outputs, **named}
        ),
    )


def _known(
    stamps: Iterable[tuple[str, Stamp]], seen: int, project: Project
) -> dict[str, KnownFile]:
    """Read the files that have these `stamps`, which were taken at `seen`."""
    return {name: KnownFile(stamp, seen, digest_of(project.root / name)) for name, stamp in stamps}
