"""What a file is that no reader takes, and what to do instead."""

from __future__ import annotations

import re
from pathlib import Path

from quizgen.readers.apkg.archive import Archive
from quizgen.readers.apkg.errors import PackageError
from quizgen.readers.file_kinds import program_of
from quizgen.readers.foreign.texts import decode
from quizgen.readers.foreign.xml import root_tag

SAVE_AGAIN = "save it as one of them; a table of CSV needs a name that ends in .csv or .tsv"
_UNPACK = "unpack it, and import the files in it"
_WHOLE = "import the package that it is from, the .zip or .imscc, and not a file of it"
_ROOTS = {
    "manifest": ("the list of the files of a package", _WHOLE),
    "assessmentTest": ("a test of QTI without its questions", _WHOLE),
    "qti-assessment-test": ("a test of QTI without its questions", _WHOLE),
    "assignmentGroups": ("settings of a course of Canvas", _WHOLE),
    "course": ("settings of a course of Canvas", _WHOLE),
    "quiz": ("settings of a quiz of Canvas", _WHOLE),
    "moodle_backup": (
        "a part of a backup of Moodle",
        "in Moodle, choose Question bank, Export, Moodle XML format, and import that file",
    ),
    "POOL": ("a pool of Blackboard", "in Blackboard, export the pool, and import the .zip"),
    "examview": ("a file of ExamView", "in ExamView, export it for Blackboard, or as QTI"),
}
_ROOTS["question_categories"] = _ROOTS["moodle_backup"]
_IN_ZIP = (
    ("moodle_backup.xml", "a backup of Moodle (.mbz)", _ROOTS["moodle_backup"][1]),
    ("h5p.json", "a package of H5P", "type its questions into a table, or export them as text"),
    ("ppt/", "slides of PowerPoint (.pptx)", "copy the questions into a document of Word"),
)
_IN_TEXT = (
    (
        re.compile(r"#(?:separator|html|notetype|deck|guid column|tags column):"),
        "a list of notes as Anki exports them in text",
        "in Anki, choose File, Export, Anki Deck Package (.apkg), and import that file",
    ),
    (
        re.compile(r"\s*[\[{]\s*[\"{\[]"),
        "JSON",
        "save the questions as a table, with a column for each part",
    ),
)


def kind_and_way_out(content: bytes, path: Path) -> tuple[str, str]:
    """Return what the file `path` with these bytes is, empty if unknown, and what to do."""
    if content.startswith(b"PK"):
        return _of_zip(content)
    if content.startswith(b"\x1f\x8b"):
        if path.suffix.lower() == ".mbz":
            return _IN_ZIP[0][1:]
        return "an archive (.gz)", _UNPACK
    if kind := program_of(content):
        return kind, SAVE_AGAIN
    if (root := root_tag(content)) and content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _ROOTS.get(root, (f"XML, of the kind {root[:40]!r}", SAVE_AGAIN))
    text = decode(content[:4000], path).text
    if not text.strip():
        return "empty", "save the questions again, and look that it has some"
    return next(((kind, way) for sign, kind, way in _IN_TEXT if sign.match(text)), ("", SAVE_AGAIN))


def _of_zip(content: bytes) -> tuple[str, str]:
    try:
        names = Archive(content).names
    except PackageError as error:
        return f"a ZIP file that cannot be read ({error})", "save or download it again"
    for sign, kind, way in _IN_ZIP:
        if any(name.startswith(sign) for name in names):
            return kind, way
    listed = ", ".join(name for name in names[:3] if not name.endswith("/"))
    return f"a ZIP file with {listed or 'nothing'} in it", _UNPACK
