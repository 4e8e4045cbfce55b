"""The pictures that a bank's texts show, read from its media folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from quizgen.bank import Media
from quizgen.diagnostics import Report
from quizgen.readers.files import read_bytes
from quizgen.source import Span
from quizgen.text import Image

KINDS = (".png", ".jpg", ".jpeg", ".gif", ".webp")
"""What both Anki (on every platform) and the PDF writer can show."""


def read_media(
    pictures: Iterable[tuple[Image, Span]], folder: Path, report: Report
) -> dict[str, Media]:
    """Each of `pictures`, by the name texts use; what is missing is reported at its place."""
    media: dict[str, Media] = {}
    for picture, span in pictures:
        if picture.name not in media:
            content = _read(picture.name, folder, span, report)
            if content is not None:
                media[picture.name] = Media(picture.name, content)
    return media


def _read(name: str, folder: Path, span: Span, report: Report) -> bytes | None:
    fault = _fault(name, folder)
    if fault is None:
        return read_bytes(folder / name, report)
    help = f"put the file into the bank's folder {folder.name}/ and check its name"
    report.error("missing-media", span, fault, help)
    return None


def _fault(name: str, folder: Path) -> str | None:
    """Why `name` is not a picture inside `folder`, or None if it is one."""
    if "://" in name or name.startswith(("//", "data:")):
        return f"the picture {name[:60]} is on the web, and pictures are not fetched from there"
    relative = PurePosixPath(name)
    if len(name.encode("utf-8", "replace")) > 200:
        return f"{name[:60]!r}… is too long for the name of a file"
    if not name or relative.is_absolute() or ".." in relative.parts or "\\" in name or "\0" in name:
        return f"{name[:60]!r} is not the name of a file in {folder.name}/"
    if relative.suffix.lower() not in KINDS:
        return f"{name[:60]!r} is no picture for cards and paper: {', '.join(KINDS)}"
    path = folder / relative
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        return f"there is no picture {name[:60]!r}"
    return None
