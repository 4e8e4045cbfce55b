"""The files of practice pages."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from quizgen.model.assessment import Assessment, Worksheet
from quizgen.model.bank import Bank, Media
from quizgen.model.item import Item
from quizgen.model.text import Image, Sound, Text, inline_runs
from quizgen.project.file_names import MAX_FORMS, form_letters
from quizgen.writers.base import Artifact, Context
from quizgen.writers.practice.deck_part import PRACTICE
from quizgen.writers.practice.packages import package
from quizgen.writers.practice.page import page_html
from quizgen.writers.practice.quiz import Packaging, Quiz, quiz_stem


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """Yield the page of each form of each quiz of `assessment`, and the packages around it.

    Where pages give out codes, one more file says how these are read and marked.
    A file that an earlier build may have left, for a form or a package that is no longer asked
    for, is yielded as one to remove.
    """
    quizzes = PRACTICE.of(assessment) or ()
    paths = set()
    for quiz in quizzes:
        for artifact in _files(quiz, assessment.bank, context):
            paths.add(str(artifact.path).casefold())
            yield artifact
    if not all(quiz.has_key for quiz in quizzes):
        # Few pages are without a key: the others do not pay for this import.
        from quizgen.writers.practice.page_records import practice_sheets_files

        yield from practice_sheets_files(assessment, quizzes)
    if not assessment.is_overridden:
        yield from _files_to_remove(quizzes, paths)


def _files(quiz: Quiz, bank: Bank, context: Context) -> Iterator[Artifact]:
    sheet = quiz.worksheet
    media = _media(sheet, bank)
    identities = {q.item.name: _identity(q.item, context) for q in sheet.questions}
    about = replace(bank, topics=(), media={}, glossary=())
    inputs = (quiz, about, media, identities)
    yield Artifact.rendered(f"{quiz.stem}.html", page_html, *inputs)
    for packaging in quiz.packages:
        yield Artifact.rendered(f"{quiz.stem}{packaging.ending}", package, *inputs, packaging)


def _identity(item: Item, context: Context) -> str:
    """Return the name under which browsers keep progress in `item`, whatever its id is now."""
    identity = context.ledger.identity(item)
    return f"{item.bank}/{identity}" if item.bank else identity


def _media(sheet: Worksheet, bank: Bank) -> dict[str, Media]:
    """Return the pictures and sounds of `bank` that the texts of `sheet` show."""
    runs = (run for text in _texts(sheet) for run in inline_runs(text.runs))
    names = {run.name for run in runs if isinstance(run, Image | Sound)}
    return {name: bank.media[name] for name in sorted(names & bank.media.keys())}


def _texts(sheet: Worksheet) -> Iterator[Text]:
    yield sheet.title
    yield from filter(None, [sheet.instructions])
    for _, passage in sheet.passages:
        yield from (passage.title, *passage.paragraphs)
    for entry in sheet.glossary:
        yield from (entry.term, entry.meaning)
    for section in sheet.sections:
        yield from filter(None, [section.title, section.instructions])
        for question in section.questions:
            yield from question.item.texts
            yield from filter(None, [question.item.case_stem])


def _files_to_remove(quizzes: Iterable[Quiz], paths: Iterable[str]) -> Iterator[Artifact]:
    """Yield every file that one of `quizzes` may have left in other forms or packages."""
    there = set(paths)
    endings = (".html", *(one.ending for one in Packaging))
    letters = ("", *form_letters(MAX_FORMS))
    for name in dict.fromkeys(quiz.worksheet.name for quiz in quizzes):
        for letter, ending in itertools.product(letters, endings):
            path = f"{quiz_stem(name, letter)}{ending}"
            if path.casefold() not in there:
                yield Artifact(PurePosixPath(path), None)
