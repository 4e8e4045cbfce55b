"""The filled-in forms of a class as the folder of results keeps them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from quizgen.commands.grade.filled_forms import SentForm
from quizgen.commands.grade.kept import FORMS, Prints, damaged, kept_prints, read_record
from quizgen.model.answer_sheets.readings import UnreadablePage
from quizgen.model.answer_sheets.record_values import text_of
from quizgen.model.answer_sheets.records import record_text, sheets_record
from quizgen.model.form_names import FormRoot


class KeptForms(NamedTuple):
    """The forms that were read before, the worksheets that they are of, by digest, and faulty ones.

    These are files that could not be used, until a person drops them or they are read anew.
    """

    forms: list[SentForm]
    prints: Prints
    faulty: list[UnreadablePage]


def kept_forms(folder: Path) -> KeptForms:
    """Return what was read into `folder` before. Raises KeptFileError."""
    path = folder / FORMS
    if not os.path.lexists(path):
        return KeptForms([], {}, [])
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
        prints = kept_prints(record.get("prints", ()))
        faulty = [
            UnreadablePage(text_of(source), 1, text_of(why), text_of(digest))
            for source, digest, why in record.get("faulty", ())
        ]
        return KeptForms(forms, prints, faulty)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(path) from error


def forms_text(
    forms: Sequence[SentForm], known: Prints, faulty: Sequence[UnreadablePage] = ()
) -> bytes:
    """Return the content of the file that keeps `forms` and files that are `faulty`.

    The worksheets among `known` that they are of are in it as well.
    """
    digests = dict.fromkeys(one.root.digest for one in forms)
    record = {
        "forms": [[one.source, one.digest, *one.root, dict(one.values)] for one in forms],
        "prints": [sheets_record(known[digest]) for digest in digests if digest in known],
        "faulty": [[one.source, one.digest, one.why] for one in faulty],
    }
    return record_text(record).encode()


def faulty_left(
    kept: Sequence[UnreadablePage], new: Sequence[UnreadablePage], forms: Sequence[SentForm]
) -> list[UnreadablePage]:
    """Return all faulty files, each once, but those that are among `forms` by now."""
    sources = {one.source for one in forms} | {one.source for one in new}
    digests = ({one.digest for one in forms} | {one.digest for one in new}) - {""}
    before = [one for one in kept if one.source not in sources and one.digest not in digests]
    return [*before, *new]
