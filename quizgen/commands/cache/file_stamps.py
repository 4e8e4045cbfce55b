"""The stamps of files: their times and sizes, which say most often that nothing has changed."""

from __future__ import annotations

import contextlib
import functools
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.version import __version__
from quizgen.project.layout import CONFIGURATION, Project
from quizgen.project.regular_files import MAX_OUTPUT_SIZE, read_regular

TIME_RESOLUTION = 2_000_000_000
"""Nanoseconds between two times that every file system tells apart (FAT: two seconds).

A file that is changed so soon after it was stamped may keep its time, so it is read again (Git
calls such an entry of its index "racily clean").
"""


class Stamp(NamedTuple):
    """What is known of a file without opening it. `modified` is in ns since 1970."""

    modified: int
    size: int


NO_FILE = Stamp(0, -1)
"""That of a folder or of a link to nothing where a file is read."""


def may_differ(now: Stamp, before: Stamp, seen: int) -> bool:
    """Tell whether a file must be read to know that it still has the content it had at `seen`.

    Its stamp was `before` at `seen` (in ns since 1970), and is `now` at present.
    """
    return now != before or now.modified > seen - TIME_RESOLUTION


class InputStamps(NamedTuple):
    """The stamps of input files by their paths from the project's folder.

    They were taken at `taken`, in ns since 1970. `tool` is that of `tool`.
    """

    files: dict[str, Stamp]
    taken: int
    tool: str


def stamp_inputs(project: Project) -> InputStamps:
    """Stamp everything that a build of `project` reads; files with a leading dot are not read."""
    taken = time.time_ns()
    files = dict(_stamps_below(project.root, [str(project.banks), str(project.decks)]))
    for name in CONFIGURATION:
        if os.path.lexists(path := project.root / name):
            files[name] = stamp_of(path) or NO_FILE
    return InputStamps(files, taken, tool())


def stamps_of(paths: Iterable[Path], project: Project) -> Iterator[tuple[str, Stamp]]:
    """Yield the path from the project's folder and the stamp of each of `paths` that exists."""
    for path in paths:
        stamp = stamp_of(path)
        if stamp is not None:
            yield os.path.relpath(path, project.root), stamp


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of the regular file at `path`; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return Stamp(status.st_mtime_ns, status.st_size)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal; empty where it cannot be read."""
    import hashlib  # OpenSSL takes 2 ms to load, and most often nothing has changed

    try:
        return hashlib.sha256(read_regular(path, MAX_OUTPUT_SIZE, anywhere=True)).hexdigest()
    except OSError:
        return ""


def _stamps_below(root: Path, folders: list[str]) -> Iterator[tuple[str, Stamp]]:
    """Yield the path from `root` and the stamp of every file in `folders` and below.

    A link to nothing has no stamp. A link to a folder that has been entered by a link before
    is not followed: it would lead round and round. Nor is one out of `root`: nothing is read there.
    """
    skip = len(str(root)) + 1
    # Folders yet to be listed, each with the targets of the links that led there.
    to_list: list[tuple[str, tuple[str, ...]]] = [(folder, ()) for folder in folders]
    while to_list:
        folder, links = to_list.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name == "__pycache__":
                    continue
                try:
                    status = None if entry.is_dir() else entry.stat()
                except OSError:
                    continue
                if status is not None and not stat.S_ISREG(status.st_mode):
                    continue
                if status is not None:
                    yield entry.path[skip:], Stamp(status.st_mtime_ns, status.st_size)
                elif not entry.is_symlink():
                    to_list.append((entry.path, links))
                elif _is_new(target := os.path.realpath(entry.path), root, links):
                    to_list.append((entry.path, (*links, target)))


def _is_new(target: str, root: Path, links: tuple[str, ...]) -> bool:
    return target not in links and Path(target).is_relative_to(os.path.realpath(root))


PACKAGE = Path(__file__).parents[2]
"""The folder ``quizgen`` with all code."""

STANDARD_LIBRARY = os.path.dirname(os.__file__)

METADATA = (".dist-info", ".egg-info", ".egg-link", ".pth")
"""How the names end of what says that a package is installed; that of a wheel has its version."""

LIBRARIES = frozenset(
    (
        *("PIL", "babel", "bidi", "docx", "genanki", "latex2mathml", "markdown_it"),
        *("mdit_py_plugins", "pyphen", "reportlab", "snowballstemmer", "uharfbuzz", "yaml"),
        *("ziafont", "ziamath", "zstandard"),
    )
)
"""The packages that decide what is read and written, which may lie in a folder as they are."""


@functools.cache
def tool() -> str:
    """Return a text that changes when quizgen, Python or any installed package does.

    An installed package is known by the name of its folder of metadata, which has the version. An
    installed quizgen has a list of its files, which is written anew with them. Of any other, such
    as a checkout, each file is stamped, in 4 ms. An edit inside of another library is not seen. The
    text stays the same for as long as a process runs, which goes on with the code it began with.
    """
    record = stamp_of(PACKAGE.with_name(f"{PACKAGE.name}-{__version__}.dist-info") / "RECORD")
    stamps = [record] if record else [s for _, s in _stamps_below(PACKAGE, [str(PACKAGE)])]
    state = (
        __version__,
        sys.version,
        sum(stamp.size for stamp in stamps),
        sum(stamp.modified for stamp in stamps),
        *_installed(),
    )
    return repr(state)


def _installed() -> Iterator[tuple[object, ...]]:
    """Yield each folder that modules are imported from, with what is installed there.

    The standard library is known by the version of Python. A folder without packages is left out:
    it may be the project's own, in which every build writes.
    """
    for folder in sys.path:
        if folder.startswith(STANDARD_LIBRARY) and not folder.endswith("-packages"):
            continue
        with contextlib.suppress(OSError):
            names = os.listdir(folder or os.curdir)
            modified = os.stat(folder).st_mtime_ns if folder.endswith("-packages") else 0
            code = [os.path.join(folder, name, "__init__.py") for name in LIBRARIES & {*names}]
            # A script in ``bin/`` may have a library's name.
            stamps = sorted([(path, stamp) for path in code if (stamp := stamp_of(Path(path)))])
            packages = sorted([name for name in names if name.endswith(METADATA)])
            if modified or stamps or packages:
                yield folder, modified, stamps, packages
