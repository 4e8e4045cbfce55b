"""Which answer sheets there are: those of today's decks, of files named, and of earlier builds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from quizgen.commands.grade.kept import KeptFileError, Prints, read_sheets
from quizgen.commands.grade.origins import AmbiguousSheetsError, check_prints
from quizgen.model.answer_sheets.earlier import earlier_lines, with_layouts_of
from quizgen.model.answer_sheets.records import UNKNOWN, AnswerSheets, Origin
from quizgen.model.diagnostics import Report
from quizgen.model.source import Span, in_file
from quizgen.project.file_names import (
    ANSWER_SHEETS,
    EARLIER_SHEETS,
    FORM_SHEETS,
    PRACTICE_SHEETS,
    readable_name,
)
from quizgen.project.layout import OUTPUT, Project
from quizgen.project.regular_files import MAX_HANDED_OUT_SIZE, read_regular


class NamedRecords(NamedTuple):
    """The sheets in files that a person has named: those on `paper`, and those `on_screen`."""

    paper: list[AnswerSheets]
    on_screen: list[AnswerSheets]


def named_records(paths: Iterable[Path], report: Report) -> NamedRecords:
    """Return the sheets in the files at `paths`, which builds have written.

    They are called ``answer-sheets.json``, ``form-sheets.json`` or ``practice-sheets.json``, or
    keep what builds have replaced there, a line a worksheet: lines that are damaged are reported.

    Raises:
        KeptFileError: A file cannot be used at all.
    """
    named = [sheets for path in paths for sheets in _named(path, report)]
    paper = [one for one in named if one.layouts[0].radius]  # that of its circles
    return NamedRecords(paper, [one for one in named if one not in paper])


def known_sheets(
    project: Project | None, named: Sequence[AnswerSheets], report: Report
) -> tuple[Prints, Prints]:
    """Return the sheets with the keys of today, and all that may have been printed, by digest.

    `named` are those that a person has named. Where the `project` still builds the deck of one, it
    has the keys of today, and the record says what was printed. They come before sheets of other
    decks that look like them.
    What a deck file that is gone has left in the output has no keys of today. Lines of earlier
    builds that are damaged are reported.

    Raises:
        KeptFileError: A file cannot be used.
        AmbiguousSheetsError: Two decks look alike and have other keys.
    """
    folder = project.root / OUTPUT if project else None
    decks = {path.stem for path in project.deck_files()} if project else set()
    files = sorted(folder.glob(f"*/{ANSWER_SHEETS}")) if folder else []
    built = _all_in(path for path in files if path.parent.name in decks)
    gone = _all_in(path for path in files if path.parent.name not in decks)
    origins = origins_of(named)
    chosen = [one for one in built if one.origin in origins]
    built_here = origins_of(chosen)
    chosen += [one for one in named if one.origin not in built_here]
    current = distinct(chosen)
    others = [one for one in built if one.layouts[0].digest not in current]
    # Two decks that nobody has named may look alike: what is of them is then of an unknown sheet.
    rivals = _rivals(others) if named else set()
    current |= distinct(one for one in others if one.layouts[0].digest not in rivals)
    earlier = earlier_prints(project, EARLIER_SHEETS, report)
    known = joined(current, [*named, *built, *gone, *earlier])
    return current, {digest: one for digest, one in known.items() if digest not in rivals}


def _rivals(several: Iterable[AnswerSheets]) -> set[str]:
    """Return the digests that `several` sheets have which are marked in more ways than one."""
    first: Prints = {}
    rivals: set[str] = set()
    for sheets in several:
        digest = sheets.layouts[0].digest
        try:
            check_prints(sheets, first.setdefault(digest, sheets))
        except AmbiguousSheetsError:
            rivals.add(digest)
    return rivals


def origins_of(sheets: Iterable[AnswerSheets]) -> frozenset[Origin]:
    """Return the origins of `sheets`, as far as they are known."""
    return frozenset(one.origin for one in sheets) - {UNKNOWN}


def distinct(several: Iterable[AnswerSheets]) -> Prints:
    """Return `several` sheets by digest, of one digest the first. Raises AmbiguousSheetsError."""
    result: Prints = {}
    for sheets in several:
        digest = sheets.layouts[0].digest
        check_prints(sheets, result.setdefault(digest, sheets))
    return result


def joined(prints: Prints, others: Iterable[AnswerSheets]) -> Prints:
    """Return `prints` and `others`; of one digest, the first counts, with the layouts of all."""
    result = dict(prints)
    for sheets in others:
        digest = sheets.layouts[0].digest
        known = result.get(digest)
        result[digest] = sheets if known is None else with_layouts_of(known, sheets)
    return result


def built_prints(project: Project | None, name: str) -> list[AnswerSheets]:
    """Return the sheets in the files called `name` that builds of `project` have written.

    Raises KeptFileError.
    """
    return _all_in(sorted((project.root / OUTPUT).glob(f"*/{name}"))) if project else []


def earlier_prints(project: Project | None, name: str, report: Report) -> list[AnswerSheets]:
    """Return the sheets in the files called `name`, which keep those of earlier builds.

    The latest are the first. Damaged lines are reported. Raises KeptFileError.
    """
    paths = sorted((project.root / OUTPUT).glob(f"*/{name}")) if project else []
    return [one for path in paths for one in _earlier(path, _text(path), report)][::-1]


def _named(path: Path, report: Report) -> Iterable[AnswerSheets]:
    if path.suffix != ".jsonl":
        return read_sheets(path, _WAY_OUT).values()
    text = _text(path, f"; {_WAY_OUT}")
    damaged = Report()
    sheets = list(_earlier(path, text, damaged))[::-1]
    if not sheets:
        raise KeptFileError(f"{path} holds no sheets; {_WAY_OUT}")
    report.diagnostics += damaged.diagnostics
    return sheets


_WAY_OUT = (
    f"give --sheets the {ANSWER_SHEETS}, {FORM_SHEETS} or {PRACTICE_SHEETS} of a build, or what "
    f"stands beside it of earlier ones, such as {EARLIER_SHEETS}"
)


def _all_in(paths: Iterable[Path]) -> list[AnswerSheets]:
    return [sheets for path in paths for sheets in read_sheets(path).values()]


def _earlier(path: Path, text: str, report: Report) -> Iterator[AnswerSheets]:
    """Yield the sheets in `text`, that of the file of earlier ones at `path`; report the faults."""
    for number, sheets in earlier_lines(text):
        span = in_file(readable_name(path.as_posix()), number)
        if not sheets and not _is_reported(span, report):
            report.warning(
                "damaged-line",
                span,
                "this line holds no sheets: it is damaged, or of another version of quizgen",
                "put back a copy of the file; its other lines are used",
            )
        yield from sheets


def _is_reported(span: Span, report: Report) -> bool:
    """Return whether the line at `span` is in `report`: a file of the project may be named, too."""
    place = os.path.realpath(span.source.path), span.line
    return any(
        one.name == "damaged-line"
        and (os.path.realpath(one.span.source.path), one.span.line) == place
        for one in report.diagnostics
    )


def _text(path: Path, way_out: str = "") -> str:
    """Return the text of the file at `path`. Raises KeptFileError, which ends in `way_out`."""
    try:
        return read_regular(path, MAX_HANDED_OUT_SIZE, anywhere=True).decode("utf-8", "replace")
    except OSError as error:
        why = f"{path} cannot be read: {error.strerror or error}{way_out}"
        raise KeptFileError(why) from error
