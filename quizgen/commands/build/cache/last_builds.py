"""What is remembered of a build, and asked again before the next."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from quizgen.commands.build.cache.cache import read_cache, write_cache
from quizgen.commands.build.cache.file_stamps import (
    Stamp,
    digest_of,
    may_differ,
    stamps_of,
    take_inventory,
)
from quizgen.project.layout import Project

FILE = "last-builds.json"

KEPT = 8
"""So many ways of building a project, such as with another ``--out``, are remembered."""


class Record(NamedTuple):
    """One build: stamp and digest of every file that it read or wrote. `inputs` are read.

    `findings` is how many warnings it had.
    """

    files: dict[str, tuple[Stamp, str]]
    inputs: frozenset[str]
    taken: int
    tool: str
    findings: int = 0


def request(**asked: object) -> str:
    """What a build is remembered under: everything asked of it that its files depend on."""
    return json.dumps(asked, sort_keys=True, default=_as_text)


def _as_text(value: object) -> str:
    return os.path.abspath(value) if isinstance(value, Path) else repr(value)


def unchanged(project: Project, request: str) -> Record | None:
    """The last build for `request`, if one now would find and write the same; None otherwise."""
    records = _read(project)
    record = records.get(request)
    if record is None or project.journal.exists():
        return None
    now = take_inventory(project)
    if now.tool != record.tool or now.files.keys() != record.inputs:
        return None
    outputs = [project.root / name for name in record.files.keys() - record.inputs]
    found = {**now.files, **dict(stamps_of(outputs, project))}
    if found.keys() != record.files.keys():
        return None
    moved = [name for name, stamp in found.items() if _moved(stamp, record, name)]
    if any(digest_of(project.root / name) != record.files[name][1] for name in moved):
        return None
    if moved:
        files = {name: (stamp, record.files[name][1]) for name, stamp in found.items()}
        _keep(project, {**records, request: record._replace(files=files, taken=now.taken)})
    return record


def _moved(stamp: Stamp, record: Record, name: str) -> bool:
    """Whether the file `name` has to be read to know that it is the same."""
    return may_differ(stamp, record.files[name][0], record.taken)


def observe(project: Project) -> Record:
    """Every file that a build of `project` is about to read.

    To be called before the first of them is read: what changes in between then shows later.
    """
    found = take_inventory(project)
    seen = _with_digests(found.files.items(), project)
    return Record(seen, frozenset(seen), found.taken, found.tool)


def remember(
    project: Project, request: str, before: Record, written: Iterable[Path], findings: int = 0
) -> None:
    """Note that a build for `request` that began at `before` went well and wrote `written`."""
    files = {**before.files, **_with_digests(stamps_of(written, project), project)}
    inputs = before.inputs | (files.keys() & take_inventory(project).files.keys())
    records = _read(project)
    records.pop(request, None)
    records[request] = before._replace(files=files, inputs=frozenset(inputs), findings=findings)
    _keep(project, records)


def _keep(project: Project, records: dict[str, Record]) -> None:
    kept = dict(list(records.items())[-KEPT:])
    write_cache(project, FILE, {name: _as_json(record) for name, record in kept.items()})


def _with_digests(
    stamps: Iterable[tuple[str, Stamp]], project: Project
) -> dict[str, tuple[Stamp, str]]:
    return {name: (stamp, digest_of(project.root / name)) for name, stamp in stamps}


def _as_json(record: Record) -> dict[str, object]:
    return {**record._asdict(), "inputs": sorted(record.inputs)}


def _read(project: Project) -> dict[str, Record]:
    """What is remembered; nothing where the file is gone or damaged."""
    try:
        stored: Any = read_cache(project, FILE)
        return {name: _record(fields) for name, fields in stored.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _record(fields: dict[str, object]) -> Record:
    files = fields["files"]
    inputs = fields["inputs"]
    taken, findings = fields["taken"], fields["findings"]
    if not (isinstance(files, dict) and isinstance(inputs, list)):
        raise TypeError("not a record")
    if not (isinstance(taken, int) and isinstance(findings, int)):
        raise TypeError("not a record")
    seen = {name: (Stamp(*stamp), str(digest)) for name, (stamp, digest) in files.items()}
    return Record(seen, frozenset(inputs), taken, str(fields["tool"]), findings)
