"""The filled-in PDF forms of a class: read, told apart from scans, and kept as data."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from quizgen.commands.grade.pupils import folded
from quizgen.commands.grade.screen_kinds import FORMS, tell
from quizgen.model.answer_sheets.readings import UnreadablePage
from quizgen.model.diagnostics import Report
from quizgen.model.form_names import NAME_FIELD, FormRoot
from quizgen.model.source import in_file
from quizgen.project.file_names import readable_name

MAX_SECONDS = 60.0
"""A form takes some hundredths of a second. One that takes so much longer is given up."""


class SentForm(NamedTuple):
    """What was filled in, in the file `source`, whose content has a `digest`."""

    source: str
    digest: str
    root: FormRoot
    values: Mapping[str, str]

    @property
    def name(self) -> str:
        """The pupil's name in it, empty without one."""
        return " ".join(self.values.get(NAME_FIELD, "").split())


class FormsAndScans(NamedTuple):
    """The forms among files, and the others, which are scans.

    `are_left`: some are neither, as was reported.
    """

    forms: list[SentForm]
    scans: tuple[Path, ...]
    faulty: list[UnreadablePage]
    are_left: bool


def part_forms(
    paths: Sequence[Path],
    digests: Collection[str],
    jobs: int,
    report: Report,
    progress: Callable[[str], None],
    *,
    has_answer_sheets: bool,
) -> FormsAndScans:
    """Return the forms among `paths`, files and folders; report those that cannot be used.

    `digests` are those of worksheets that are filled in on a screen and on no answer sheet: a file
    that names one and has no fields has lost them. Without answer sheets, there are no scans.
    """
    from quizgen.readers.filled_forms.read import FaultyForm, FilledForm, NoForm, read_form_page
    from quizgen.readers.scans.pages import PageSource, content_digest, files_in
    from quizgen.readers.scans.pool import Read, read_pages

    files = list(files_in(paths))
    sources = [PageSource(path, 0, path.as_posix()) for path in files if _is_pdf(path)]
    read = cast(Read, read_form_page)
    results: dict[Path, object] = {}
    for source, result in read_pages(sources, {}, jobs, read=read, max_seconds=MAX_SECONDS):
        results[source.path] = result
    forms, scans, faulty = [], [], list[UnreadablePage]()
    are_scans = has_answer_sheets or not (
        digests or any(isinstance(one, FilledForm) for one in results.values())
    )
    for path in files:
        match results.get(path):
            case FilledForm(root, values):
                progress(path.name)
                forms.append(
                    SentForm(readable_name(path.as_posix()), content_digest(path), root, values)
                )
            case FaultyForm(why):
                faulty.append(_faulty(path, why))
            case NoForm(sample) if any(digest in sample for digest in digests):
                faulty.append(_faulty(path, _FLAT))
            case _ if are_scans:
                scans.append(path)
            case _ if not path.exists():
                place = path.as_posix(), 1
                tell(FORMS, place, "there is no such file", report, help="see its path")
            case _:
                faulty.append(_faulty(path, _NO_FORM))
    return FormsAndScans(forms, tuple(scans), faulty, len(forms) + len(scans) < len(files))


_FLAT = "its fields are gone: it was printed to PDF, or flattened"
_NO_FORM = "it is no PDF form of a worksheet: a scan of one, flattened, locked, or another file"


def _faulty(path: Path, why: str) -> UnreadablePage:
    from quizgen.readers.scans.pages import content_digest

    try:
        digest = content_digest(path)
    except OSError:
        digest = ""
    return UnreadablePage(readable_name(path.as_posix()), 1, why, digest)


def _is_pdf(path: Path) -> bool:
    return path.suffix.lower() == ".pdf"


def with_kept(kept: Iterable[SentForm], new: Iterable[SentForm], report: Report) -> list[SentForm]:
    """Return all forms, each once. What a pupil has handed in anew takes the place of the first.

    It is the same pupil's where the file and the name in it are the same. Report files that say
    the same under another name; those without a name may be of two pupils.
    """
    forms = list(kept)
    places: dict[str, list[int]] = {}
    for place, one in enumerate(forms):
        places.setdefault(one.source, []).append(place)
    for one in new:
        alike = places.setdefault(one.source, [])
        place = next((place for place in alike if _is_same(forms[place], one)), len(forms))
        if place == len(forms):
            alike.append(place)
        forms[place:] = [one, *forms[place + 1 :]]
    first: dict[object, SentForm] = {}
    for one in forms:
        identity = (one.root, tuple(sorted(one.values.items()))) if one.name else id(one)
        before = first.setdefault(identity, one)
        if before is not one:
            report.warning(
                "second-form",
                in_file(one.source),
                f"it holds the same answers as {before.source}, under the same name",
                "it counts once",
            )
    return list(first.values())


def _is_same(old: SentForm, new: SentForm) -> bool:
    """Tell whether `new` takes the place of `old`, which was in the same file."""
    is_same_name = bool(new.name) and folded(old.name) == folded(new.name)
    return old.digest == new.digest or (old.root == new.root and is_same_name)
