"""The filled-in PDF forms of a class: read, told apart from scans, and kept as data."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from quizgen.commands.grade.kept import FORMS, damaged, read_record
from quizgen.model.answer_sheets.records import text_of
from quizgen.model.diagnostics import Report
from quizgen.model.form_names import FormRoot
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
        "grade it in the project as it was when that worksheet was built"
        if why.endswith("build")
        else "ask for the file as it was saved, with its fields; all other files are graded",
    )


def at(source: str) -> Span:
    """Return the place of the file `source`."""
    return Span(Source(Path(source), ""), Position(0, 0), Position(0, 0))


def _is_pdf(path: Path) -> bool:
    return path.suffix.lower() == ".pdf"


def kept_forms(folder: Path) -> list[SentForm]:
    """Return the forms that were read into `folder` before. Raises KeptFileError."""
    path = folder / FORMS
    if not os.path.lexists(path):
        return []
    record = read_record(path)
    try:
        return [
            SentForm(
                text_of(source),
                text_of(digest),
                FormRoot(text_of(sheet), text_of(form)),
                {text_of(name): text_of(value) for name, value in values.items()},
            )
            for source, digest, sheet, form, values in record["forms"]
        ]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(path) from error


def forms_text(forms: Iterable[SentForm]) -> bytes:
    """Return the content of the file that keeps `forms`."""
    record = {"forms": [[one.source, one.digest, *one.root, dict(one.values)] for one in forms]}
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def with_kept(kept: Iterable[SentForm], new: Iterable[SentForm], report: Report) -> list[SentForm]:
    """Return all forms, each once. What a file had in it before gives way to what it has now.

    Report files that say the same under another name.
    """
    by_source = {one.source: one for one in kept}
    for one in new:
        by_source[one.source] = one
    first: dict[object, SentForm] = {}
    for one in by_source.values():
        identity = one.root, tuple(sorted(one.values.items()))
        before = first.setdefault(identity, one)
        if before is not one and one.values:
            report.warning(
                "second-form",
                at(one.source),
                f"it holds the same answers as {before.source}, under the same name",
                "it counts once",
            )
        elif before is not one:
            first[one.source] = one  # two blank sheets may be those of two pupils
    return list(first.values())
