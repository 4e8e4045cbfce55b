"""The filled-in PDF forms of a class: read, told apart from scans, and kept as data."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from quizgen.commands.grade.kept import FORMS, Prints, by_digest, damaged, read_record
from quizgen.commands.grade.pupils import folded
from quizgen.model.answer_sheets.records import sheets_of, sheets_record, text_of
from quizgen.model.diagnostics import Report
from quizgen.model.form_names import NAME_FIELD, FormRoot
from quizgen.model.source import Position, Source, Span
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
    forms, scans = [], []
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
                tell(path.as_posix(), why, report)
            case NoForm(sample) if any(digest in sample for digest in digests):
                tell(path.as_posix(), _FLAT, report)
            case _ if are_scans:
                scans.append(path)
            case _:
                tell(path.as_posix(), _NO_FORM, report)
    return FormsAndScans(forms, tuple(scans), len(forms) + len(scans) < len(files))


_FLAT = "its fields are gone: it was printed to PDF, or flattened"
_NO_FORM = "it is no PDF form of a worksheet: a scan of one, flattened, locked, or another file"


def tell(source: str, why: str, report: Report) -> None:
    """Report that the form in the file `source` cannot be graded."""
    report.warning(
        "unreadable-form",
        at(source),
        why,
        "grade it in the project whose build was handed out, with that build's form-sheets.json"
        if why.endswith("build")
        else "ask for the file as it was saved, with its fields; all other files are graded",
    )


def at(source: str) -> Span:
    """Return the place of the file `source`."""
    return Span(Source(Path(source), ""), Position(0, 0), Position(0, 0))


def _is_pdf(path: Path) -> bool:
    return path.suffix.lower() == ".pdf"


class KeptForms(NamedTuple):
    """The forms that were read before, and the worksheets that they are of, by digest."""

    forms: list[SentForm]
    prints: Prints


def kept_forms(folder: Path) -> KeptForms:
    """Return what was read into `folder` before. Raises KeptFileError."""
    path = folder / FORMS
    if not os.path.lexists(path):
        return KeptForms([], {})
    record = read_record(path)
    try:
        forms = [
            SentForm(
                text_of(source),
                text_of(digest),
                FormRoot(text_of(sheet), text_of(form)),
                {text_of(name): text_of(value) for name, value in values.items()},
            )
            for source, digest, sheet, form, values in record["forms"]
        ]
        prints: Prints = {}
        for one in record.get("prints", ()):
            prints |= by_digest(sheets_of(one))
        return KeptForms(forms, prints)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(path) from error


def forms_text(forms: Sequence[SentForm], known: Prints) -> bytes:
    """Return the content of the file that keeps `forms` and those of `known` that they are of."""
    digests = dict.fromkeys(one.root.digest for one in forms)
    record = {
        "forms": [[one.source, one.digest, *one.root, dict(one.values)] for one in forms],
        "prints": [sheets_record(known[digest]) for digest in digests if digest in known],
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


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
                at(one.source),
                f"it holds the same answers as {before.source}, under the same name",
                "it counts once",
            )
    return list(first.values())


def _is_same(old: SentForm, new: SentForm) -> bool:
    """Tell whether `new` takes the place of `old`, which was in the same file."""
    is_same_name = bool(new.name) and folded(old.name) == folded(new.name)
    return old.digest == new.digest or (old.root == new.root and is_same_name)
