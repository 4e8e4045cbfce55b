"""What a question asks, without the clauses that only describe what it asks about."""

from __future__ import annotations

import re
from typing import TypeAlias

from quizgen.checks.nlp.languages import Language
from quizgen.checks.nlp.sentences import parts, sentences
from quizgen.checks.nlp.tokens import words_of

_GAP = re.compile(r"(?<=\w)[ \xa0](?:…|\.\.\.|__+)")
_WORD = re.compile(r"[^\W_]")

Parts: TypeAlias = list[list[str]]
"""The words of a sentence, by the parts that commas separate."""

Place: TypeAlias = tuple[int, int]
"""A part, and a word in it."""


def main_clause(text: str, language: Language) -> list[str]:
    """The words of `text` outside subordinate clauses.

    Of “What do we call a country which does not border the sea?” the first five and no more.
    None of “why did they not come?”: there a negation belongs to what is asked about. None either
    of “He does not … meat.”, a sentence to be completed inside.
    """
    found = []
    for sentence in sentences(text, language):
        if _has_gap(sentence):
            continue
        spoken = [_without_fillers(part, language) for part in parts(sentence)]
        asks = sentence.rstrip("\"'”’»)").endswith("?")
        found += _main([words for words in spoken if words], language, asks=asks)
    return found


def _has_gap(sentence: str) -> bool:
    """Whether words are left out between others; at the end it is what the options go on with."""
    gap = _GAP.search(sentence)
    return gap is not None and _WORD.search(sentence, gap.end()) is not None


def _without_fillers(part: str, language: Language) -> list[str]:
    said = f" {' '.join(words_of(part, language))} "
    for phrase in language.fillers:
        said = said.replace(f" {phrase} ", " ")
    return said.split()


def _main(sentence: Parts, language: Language, *, asks: bool) -> list[str]:
    asking = _asking(sentence, language, asks=asks)
    if asking and _asks_for_a_reason(sentence[asking[0]], asking[1], language):
        return []
    main = []
    inside = False
    for n, part in enumerate(sentence):
        inside = inside and not (asking and asking[0] == n)
        ends_here = False
        for place, word in enumerate(part):
            if (n, place) != asking and _opens_clause(sentence, n, place, language):
                ends_here = ends_here or (not inside and _begins(part, place, n, language))
                inside = True
            elif not inside:
                main.append(word)
        inside = inside and not ends_here
    return main


def _asking(sentence: Parts, language: Language, *, asks: bool) -> Place | None:
    """Where the word stands that asks; every other question word begins a clause.

    It is the first one that begins a part: “According to the text, who …?” A word that also
    begins clauses gives way to another in the last part: “When it rains, what happens?”
    """
    found = [
        (n, place)
        for n, part in enumerate(sentence if asks else sentence[:1])
        for place in range(min(2, len(part)))
        if part[place] in language.question_words and _begins(part, place, 1, language)
    ]
    sure = [(n, p) for n, p in found if sentence[n][p] not in language.clause_words]
    if not asks or not found or found[0] in sure:
        return sure[0] if sure else None
    return sure[0] if sure and sure[0][0] == len(sentence) - 1 else found[0]


def _begins(part: list[str], place: int, n: int, language: Language) -> bool:
    """Whether a part begins with the word at `place`, apart from “in” before a “which”."""
    return place == 0 or (place == 1 and n > 0 and part[0] in language.before_questions)


def _asks_for_a_reason(part: list[str], place: int, language: Language) -> bool:
    said = [" ".join(part[start:]) + " " for start in (0, place)]
    return any(text.startswith(f"{reason} ") for text in said for reason in language.reasons)


def _opens_clause(sentence: Parts, n: int, place: int, language: Language) -> bool:
    part = sentence[n]
    word = part[place]
    relative = word in language.relatives or word in language.question_words
    if not relative and word not in language.clause_words:
        return False
    if relative and _before(sentence, n, place) in language.claims:
        return False  # “the statement that is not true” is what is asked for
    if not language.commas_before_clauses:
        return True
    return n > 0 and _begins(part, place, n, language) if relative or n else place == 0


def _before(sentence: Parts, n: int, place: int) -> str:
    if place:
        return sentence[n][place - 1]
    return sentence[n - 1][-1] if n else ""
