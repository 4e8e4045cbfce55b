"""Which files of earlier builds may be in an output folder."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from quizgen.commands.build.manifest import MANIFEST, parse_manifest
from quizgen.model.diagnostics import Report
from quizgen.model.source import Source
from quizgen.project.file_names import EARLIER_OF, all_pdf_names
from quizgen.project.regular_files import MAX_OUTPUT_SIZE, read_regular
from quizgen.project.save import is_ours
from quizgen.writers import Artifact
from quizgen.writers.base import Folder

MAX_NAMES = 3
"""Files that are named in one message."""


def without_absent(artifacts: Iterable[Artifact], folder: Path) -> Iterator[Artifact]:
    """Yield `artifacts`, but for those to remove from the output `folder` that are not there."""
    is_there = names_there(folder)
    for artifact in artifacts:
        is_removal = artifact.source is None and artifact.place is Folder.OUTPUT
        if not is_removal or is_there(artifact.path.name):
            yield artifact


def left_outputs(
    folder: Path, outputs: Collection[str], removals: Collection[str], called: str, report: Report
) -> tuple[str, ...]:
    """Return the files in `folder` that its manifest names and this build has no use for, sorted.

    They were made of a worksheet, a package or an export that the deck file has no more; the other
    forms and editions of such a worksheet count as well. `outputs` are those of this build.
    `removals` it removes, but for those that somebody has changed. Records of what was handed out
    are needed for good. A manifest that cannot be read is reported: the folder is `called` so.
    """
    try:
        content = read_regular(folder / MANIFEST, MAX_OUTPUT_SIZE, anywhere=True)
    except OSError:
        return ()
    before = parse_manifest(content)
    if before is None:
        report.warning(
            "output-left-over",
            Source(folder / MANIFEST, "").whole(),
            f"{called}/{MANIFEST} was damaged, so nobody knows which files there earlier builds "
            "left",
            f"look through {called} for old worksheets; the manifest is written anew",
        )
        return ()
    names = {*before.outputs, *before.left} - set(outputs)
    if not names:
        return ()
    there = set(os.listdir(folder))
    for stem in [name.removesuffix(".pdf") for name in names if name.endswith(".pdf")]:
        names.update(there.intersection(all_pdf_names(stem)))
    names.difference_update(outputs, (MANIFEST,), EARLIER_OF, EARLIER_OF.values())
    built = {_spelling(name): name for name in outputs}
    return tuple(
        name
        for name in sorted(names & there)
        if os.path.isfile(folder / name)
        and name == name.encode(errors="replace").decode()
        and not (name in removals and is_ours(folder / name))
        and not _is_same(folder, name, built.get(_spelling(name)))
    )


def _is_same(folder: Path, name: str, other: str | None) -> bool:
    """Return whether both are one file in `folder`, as on a disk that ignores case."""
    try:
        return other is not None and os.path.samefile(folder / name, folder / other)
    except OSError:
        return False


def report_left_outputs(
    left: Collection[str], called: str, deck_file: Path, report: Report
) -> None:
    """Report files that are `left` in the folder `called` so of what `deck_file` was before."""
    if not left:
        return
    names = ", ".join(sorted(left)[:MAX_NAMES])
    more = f" and {len(left) - MAX_NAMES} more" if len(left) > MAX_NAMES else ""
    report.warning(
        "output-left-over",
        Source(deck_file, "").whole(),
        f"{called} still holds {names}{more} of earlier builds: this deck file no longer asks for "
        f"{'them' if len(left) > 1 else 'it'}, and somebody may hand out an old one",
        "delete what nobody needs any more, or move it out of the folder",
    )


def names_there(folder: Path) -> Callable[[str], bool]:
    """Return what tells whether a file of a name may be in `folder`, which is listed now.

    There are hundreds of names that a worksheet may have left in other forms and editions, and most
    often no file of them. Names that some file system takes for one count as one.
    """
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        names = []
    except OSError:  # its files may be read all the same
        return lambda name: True
    there = set(map(_spelling, names))
    return lambda name: _spelling(name) in there


def _spelling(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())
