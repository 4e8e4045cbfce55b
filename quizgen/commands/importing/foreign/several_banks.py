"""Exports of several banks: which of their questions are those of one of them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from quizgen.readers.foreign import ForeignFile, ForeignLoss


def of_bank(file: ForeignFile, folder: str, banks: Container[str]) -> ForeignFile:
    """Return what `file` has of the bank `folder`, where it names it before the ids: ``BANK/id``.

    Questions of others of the `banks` are left out, and told: they are there already, and two
    banks may call different questions by one id. All others stay.
    """
    named = [question.id.lstrip("_").partition("/") for question in file.questions]
    if not any(bank == folder and id for bank, _, id in named):
        return file
    questions, losses = [], list(file.losses)
    for question, (bank, _, id) in zip(file.questions, named, strict=True):
        if id and bank == folder:
            questions.append(replace(question, id=id))
        elif id and bank in banks:
            losses.append((ForeignLoss.OTHER_BANK, question.id))
        else:
            questions.append(question)
    return replace(file, questions=tuple(questions), losses=tuple(losses))
