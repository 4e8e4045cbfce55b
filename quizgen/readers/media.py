"""The pictures that a bank's texts show, read from its media folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from quizgen.model.bank import Media
from quizgen.model.diagnostics import Report
from quizgen.model.did_you_mean import closest
from quizgen.model.source import Span
from quizgen.model.text import Image
from quizgen.project.images import KINDS, MAX_PIXELS, ImageError, decode
from quizgen.project.regular_files import refusal
from quizgen.readers.files import read_bytes

MAX_LISTED = 2000
"""Most files of a folder that are looked through for one of a like name."""


def read_media(
    pictures: Iterable[tuple[Image, Span]], folder: Path, report: Report
) -> dict[str, Media]:
    """Return the contents of `pictures`, files in `folder`, by the names that texts use.

    `pictures` come with the spans of their texts. A picture that is missing, or that cards and
    paper cannot show, is left out and reported at the first text that names it.
    """
    media: dict[str, Media] = {}
    for picture, span in pictures:
        if picture.name not in media:
            content = _read(picture.name, folder, span, report)
            if content is not None:
                media[picture.name] = Media(picture.name, content)
    return media


def _read(name: str, folder: Path, span: Span, report: Report) -> bytes | None:
    """Return the bytes of the picture `name`, or None once the fault is reported at `span`."""
    missing = _missing(name, folder)
    if missing is not None:
        report.error("missing-media", span, *missing)
        return None
    content = read_bytes(folder / name, report)
    return content if content is not None and _is_shown(content, name, span, report) else None


def _is_shown(content: bytes, name: str, span: Span, report: Report) -> bool:
    """Return whether cards and paper can show the picture `content`; if not, report it."""
    match decode(content):
        case ImageError.UNREADABLE:
            report.error(
                "unreadable-image",
                span,
                f"the picture {name[:60]!r} is damaged, or is not what its name says",
                f"open it in a picture editor and save it anew as one of: {', '.join(KINDS)}",
            )
            return False
        case ImageError.TOO_LARGE:
            report.error(
                "image-too-large",
                span,
                f"the picture {name[:60]!r} has more than {MAX_PIXELS // 10**6} million pixels",
                "make it smaller in a picture editor: 2,000 pixels across fill a page",
            )
            return False
        case _:
            return True


class _Missing(NamedTuple):
    """Message and help of the diagnostic for a name that is no picture in the folder."""

    message: str
    help: str


def _missing(name: str, folder: Path) -> _Missing | None:
    """Return why `name` is not a picture inside `folder`, or None if it is.

    A name can come from anyone: addresses, absolute paths, paths out of `folder` (also by a
    symbolic link) and names of more than 200 bytes are refused. File systems take 255.
    """
    help = f"put the file into the bank's folder {folder.name}/ and check its name"
    if "://" in name or name.startswith(("//", "data:")):
        where = "is on the web, and pictures are not fetched from there"
        return _Missing(f"the picture {name[:60]} {where}", help)
    relative = PurePosixPath(name)
    if len(name.encode("utf-8", "replace")) > 200:
        return _Missing(f"{name[:60]!r}… is too long for the name of a file", help)
    if not name or relative.is_absolute() or ".." in relative.parts or "\\" in name or "\0" in name:
        return _Missing(f"{name[:60]!r} is not the name of a file in {folder.name}/", help)
    if relative.suffix.lower() not in KINDS:
        return _Missing(
            f"{name[:60]!r} is no picture for cards and paper",
            f"save it as one of: {', '.join(KINDS)}",
        )
    path = folder / relative
    if (why := refusal(path)) is not None:
        return _Missing(f"the picture {name[:60]!r} {why}", "put a copy of the file itself there")
    if not path.is_file():
        likely = _likely_picture(name, folder)
        if likely:
            help = f"did you mean {likely!r}? Capitals count, and so does the end of the name"
        return _Missing(f"there is no picture {name[:60]!r}", help)
    return None


def _likely_picture(name: str, folder: Path) -> str | None:
    """Return the picture in `folder` that `name` seems to mean, or None."""
    pictures = [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))[:MAX_LISTED]
        if path.suffix.lower() in KINDS
    ]
    by_folded = {picture.lower(): picture for picture in reversed(pictures)}
    name_in_folder = name.lower().removeprefix("./").removeprefix(f"{folder.name}/")
    if name_in_folder in by_folded:
        return by_folded[name_in_folder]
    stem = name_in_folder.rpartition(".")[0]
    of_stem = [one for folded, one in by_folded.items() if folded.rpartition(".")[0] == stem]
    likely = closest(name_in_folder, by_folded)
    return of_stem[-1] if of_stem else by_folded[likely] if likely else None
