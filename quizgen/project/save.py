"""The only place that writes to the disk: all files of a build, or none.

A set of files cannot be replaced in one step. So contents are first written out beside
their targets, then a journal says which copy belongs where, and only then are they renamed
into place. Killed before the journal is there, nothing has changed; killed after, the next
`recover` finishes what was begun.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from quizgen.project.alone import alone_in, keep
from quizgen.project.links_out import is_in_project, refuse_links_out
from quizgen.project.pdf_integrity import is_unmodified
from quizgen.project.regular_files import MAX_OUTPUT_SIZE, NotReadableError, read_regular
from quizgen.project.seal import is_sealed

_SUFFIX = ".quizgen-tmp"


def save(files: Mapping[Path, bytes | None], journal: Path) -> tuple[Path, ...]:
    """Replace every file of `files` by its new content; remove those without one.

    A file that anyone has changed since quizgen wrote it is left where it is. Returns the
    files that were removed. `journal` is a path that exists only while files are being renamed.
    Raises OSError, and leaves every target as it was, when a folder cannot be made, lies outside
    of the project by a link, or the disk is full.
    """
    refuse_links_out([*files, journal], journal)
    with alone_in(journal.parent):
        # 1. Finish what a killed save began.
        _finish(journal)
        # 2. Decide what is written and what is removed.
        contents = {target: content for target, content in files.items() if content is not None}
        removals = tuple(t for t in files if t not in contents and t.is_file() and is_ours(t))
        # 3. Write all contents, and the journal, to copies beside their targets.
        with _prepared(contents), _staged({**contents, journal: b""}) as copies:
            steps = {
                "moves": {
                    _relative(copies[target], journal): _relative(target, journal)
                    for target in contents
                },
                "removals": [_relative(target, journal) for target in removals],
            }
            _write(copies[journal], json.dumps(steps).encode())
            # 4. The journal appears: from here on the save will be finished, whatever happens.
            os.replace(copies[journal], journal)
            copies.clear()  # they belong to the journal now
        # 5. Rename the copies into place, and remove the journal.
        _finish(journal)
        keep(journal.parent)
    _finished.append(journal)
    return removals


_finished: list[Path] = []


def saves_so_far() -> int:
    """Return how often this process has saved, for messages that say what a failure left."""
    return len(_finished)


def recover(journal: Path) -> None:
    """Finish a `save` that was killed while it renamed files. Cheap where there was none."""
    if journal.exists():
        with alone_in(journal.parent):
            _finish(journal)


def _finish(journal: Path) -> None:
    """Do what the journal says is left to do, and remove it.

    A journal may have come with someone else's project. So it may only rename our own copies
    to the names they were made for, and remove nothing but what can be built again: and, outside
    of the project, only where copies show that we were writing there. Raises OSError for any
    other.
    """
    try:
        steps = json.loads(read_regular(journal, MAX_OUTPUT_SIZE, anywhere=True))
        moves = [(journal.parent / c, journal.parent / t) for c, t in steps["moves"].items()]
        removals = [journal.parent / target for target in steps["removals"]]
    except FileNotFoundError:
        return
    except NotReadableError as error:
        raise OSError(f"{journal} {error}: move it away, and run this again") from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise OSError(f"{journal} is damaged: delete it and build again") from error
    # Refuse the journal as a whole before the first step.
    if not all(_is_copy(copy, target) for copy, target in moves) or not all(
        is_ours(target) or not target.exists() for target in removals
    ):
        raise OSError(f"{journal} is not quizgen's: delete it and build again")
    refuse_links_out([target for _, target in moves] + removals, journal)
    ours = {copy.parent.resolve() for copy, _ in moves if copy.exists()}
    for target in removals:
        if target.parent.resolve() in ours or is_in_project(target, journal):
            target.unlink(missing_ok=True)
    for copy, target in moves:
        with contextlib.suppress(FileNotFoundError):  # renamed before we were killed
            os.replace(copy, target)
    journal.unlink()


def _is_copy(copy: Path, target: Path) -> bool:
    """Tell whether `copy` has a name that `_staged` gives to a copy of `target`."""
    ours = copy.name.startswith(f".{target.name}.") and copy.name.endswith(_SUFFIX)
    return ours and copy.parent == target.parent


def is_ours(target: Path) -> bool:
    """Tell whether `target` can be built again: an update package, or a file as we wrote it.

    Of the others these are PDF files, and practice pages with their packages.
    """
    if target.name.endswith("-update.apkg"):
        return True
    is_as_written = is_unmodified if target.suffix == ".pdf" else is_sealed
    if target.suffix not in (".pdf", ".html", ".zip", ".imscc"):
        return False
    try:
        return is_as_written(read_regular(target, MAX_OUTPUT_SIZE, anywhere=True))
    except OSError:
        return False


def _relative(path: Path, journal: Path) -> str:
    """Return `path` from the journal's folder, so that the project may move in between."""
    return os.path.relpath(path, journal.parent)


@contextlib.contextmanager
def _prepared(targets: Iterable[Path]) -> Iterator[None]:
    """Prepare `targets`; folders that are new go again where an exception leaves them empty.

    Else a command that failed, such as `quizgen new`, would find them in its way the next time.
    """
    parents = {target.parent for target in targets}
    folders = {folder for parent in parents for folder in (parent, *parent.parents)}
    new = [folder for folder in folders if not os.path.lexists(folder)]
    try:
        for target in targets:
            _prepare(target)
        yield
    except BaseException:
        for folder in sorted(new, key=lambda folder: len(folder.parts), reverse=True):
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _prepare(target: Path) -> None:
    """Make the folder, and clear away copies that a killed build left there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        raise IsADirectoryError(f"{target} is a folder; a file is to be written there")
    for stray in target.parent.glob(f".{_escaped(target.name)}.*{_SUFFIX}"):
        stray.unlink(missing_ok=True)


def _escaped(name: str) -> str:
    """Return `name` for `Path.glob`, which would take ``[`` for the start of a set."""
    return name.replace("[", "[[]")


@contextlib.contextmanager
def _staged(files: Mapping[Path, bytes]) -> Iterator[dict[Path, Path]]:
    """Yield a finished copy beside each target, by target; copies left at the end are removed."""
    copies: dict[Path, Path] = {}
    try:
        for target, content in files.items():
            handle, name = tempfile.mkstemp(
                prefix=f".{target.name}.", suffix=_SUFFIX, dir=target.parent.absolute()
            )
            os.close(handle)
            copies[target] = Path(name)
            _write(copies[target], content)
            copies[target].chmod(_mode(target))
        yield copies
    finally:
        _remove(copies.values())


def _mode(target: Path) -> int:
    """Return the permissions of `target`, which it keeps when it is replaced."""
    return stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()


def _write(path: Path, content: bytes) -> None:
    """Write and flush to the disk itself."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
