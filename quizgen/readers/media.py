"""The pictures and sounds of a bank's texts, read from its media folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from quizgen.model.bank import Media
from quizgen.model.diagnostics import Report, Wording
from quizgen.model.did_you_mean import closest
from quizgen.model.source import Span
from quizgen.model.text import Image, Sound
from quizgen.model.text.runs import SOUND_SUFFIXES
from quizgen.project.images import KINDS, MAX_PIXELS, ImageError, decode
from quizgen.project.regular_files import refusal
from quizgen.project.sounds import is_sound
from quizgen.readers.files import read_bytes

MAX_LISTED = 2000
"""Most files of a folder that are looked through for one of a like name."""


def read_media(
    pictures: Iterable[tuple[Image | Sound, Span]], folder: Path, report: Report
) -> dict[str, Media]:
    """Return the contents of `pictures` and sounds, files in `folder`, by their names in texts.

    They come with the spans of their texts. A picture that is missing, or that cards and paper
    cannot show, is left out and reported at the first text that names it; so is a sound.
    """
    media: dict[str, Media] = {}
    for picture, span in pictures:
        if picture.name not in media:
            content = _read(picture, folder, span, report)
            if content is not None:
                media[picture.name] = Media(picture.name, content)
    return media


def _read(file: Image | Sound, folder: Path, span: Span, report: Report) -> bytes | None:
    """Return the bytes of `file`, or None once the fault is reported at `span`."""
    missing = _missing(file, folder)
    if missing is not None:
        report.error("missing-media", span, *missing)
        return None
    content = read_bytes(folder / file.name, report)
    if content is None:
        return None
    if isinstance(file, Sound):
        return content if _is_played(content, file.name, span, report) else None
    return content if _is_shown(content, file.name, span, report) else None


def _is_played(content: bytes, name: str, span: Span, report: Report) -> bool:
    """Return whether `content` is the sound that its `name` says; if not, report it."""
    suffix = PurePosixPath(name).suffix.lower()
    if is_sound(content, suffix):
        return True
    report.error(
        "unreadable-sound",
        span,
        f"the sound {name[:60]!r} is damaged, or is not what its name says",
        "save it anew, as mp3 for every phone and computer",
    )
    return False


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


def is_media_name(file: Image | Sound) -> bool:
    """Return whether `file` has the name of a picture, or a sound, in a bank's media folder."""
    return _bad_name(file, "media") is None


def _bad_name(file: Image | Sound, folder: str) -> Wording | None:
    """Return why `file` has no name of a picture or sound inside `folder`, or None if it has.

    A name can come from anyone: addresses, absolute paths, paths out of `folder` and names of more
    than 200 bytes are refused. File systems take 255.
    """
    name, what = file.name, "sound" if isinstance(file, Sound) else "picture"
    help = f"put the file into the bank's folder {folder}/ and check its name"
    if "://" in name or name.startswith(("//", "data:")):
        where = f"is on the web, and {what}s are not fetched from there"
        return Wording(f"the {what} {name[:60]} {where}", help)
    relative = PurePosixPath(name)
    if len(name.encode("utf-8", "replace")) > 200:
        return Wording(f"{name[:60]!r}… is too long for the name of a file", help)
    if not name or relative.is_absolute() or ".." in relative.parts or "\\" in name or "\0" in name:
        return Wording(f"{name[:60]!r} is not the name of a file in {folder}/", help)
    kinds = SOUND_SUFFIXES if isinstance(file, Sound) else KINDS
    if relative.suffix.lower() not in kinds:
        return Wording(
            f"{name[:60]!r} is no {what} for cards and paper",
            f"save it as one of: {', '.join(kinds)}; a sound as .mp3",
        )
    return None


def _missing(file: Image | Sound, folder: Path) -> Wording | None:
    """Return why `file` is not a picture or sound inside `folder`, or None if it is.

    A symbolic link that leads out of `folder` is refused.
    """
    if bad_name := _bad_name(file, folder.name):
        return bad_name
    name, what = file.name, "sound" if isinstance(file, Sound) else "picture"
    path = folder / name
    if (why := refusal(path)) is not None:
        return Wording(f"the {what} {name[:60]!r} {why}", "put a copy of the file itself there")
    if not path.is_file():
        help = f"put the file into the bank's folder {folder.name}/ and check its name"
        likely = _likely_file(name, folder)
        if likely:
            help = f"did you mean {likely!r}? Capitals count, and so does the end of the name"
        return Wording(f"there is no {what} {name[:60]!r}", help)
    return None


def _likely_file(name: str, folder: Path) -> str | None:
    """Return the picture or sound in `folder` that `name` seems to mean, or None."""
    files = [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))[:MAX_LISTED]
        if path.suffix.lower() in {*KINDS, *SOUND_SUFFIXES}
    ]
    by_folded = {file.lower(): file for file in reversed(files)}
    name_in_folder = name.lower().removeprefix("./").removeprefix(f"{folder.name}/")
    if name_in_folder in by_folded:
        return by_folded[name_in_folder]
    stem = name_in_folder.rpartition(".")[0]
    of_stem = [file for folded, file in by_folded.items() if folded.rpartition(".")[0] == stem]
    likely = closest(name_in_folder, by_folded)
    return of_stem[-1] if of_stem else by_folded[likely] if likely else None
