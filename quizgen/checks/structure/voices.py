"""Cards that are to be spoken need a language with a voice."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.base import StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.voices import voice_language


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic if cards of `bank` are to be spoken, in a language without a country."""
    spoken = next((item for item in bank.items if item.speaks), None)
    if spoken is not None and voice_language(bank.language) is None:
        yield NO_VOICE.at(
            spoken.id.span,
            f"this question is to be spoken, but voices have a country as well as a language, and "
            f"quizgen knows none for {bank.language!r}",
            f"name it in bank.yaml, such as `language: {bank.language}-XX`, or remove `speak:`",
        )


NO_VOICE = StructureCheck(
    name="no-voice",
    severity=Severity.ERROR,
    doc="""
    A question or its bank says `speak: true`, and the bank's `language` names no country. Voices
    are made for a language and a country, such as `de_AT`. For the more common languages quizgen
    takes the country where most people speak it; for this one, write it yourself.
    """,
    find=find,
)
