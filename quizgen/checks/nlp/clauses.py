"""The main clause of a question, without the clauses that describe what the question is about."""

from __future__ import annotations

import re
from typing import TypeAlias

from quizgen.checks.nlp.languages import Language
from quizgen.checks.nlp.sentences import parts, sentences
from quizgen.checks.nlp.tokens import words_of

_GAP = re.compile(r"(?<=\w)[ \xa0](?:…|\.\.\.|__+)")
_WORD = re.compile(r"[^\W_]")

WordsByPart: TypeAlias = list[list[str]]
"""The words of a sentence, by the parts that commas separate."""

WordPosition: TypeAlias = tuple[int, int]
"""The index of a part of a sentence, and that of a word in the part."""


def main_clause(text: str, language: Language) -> list[str]:
    """Return the words of `text` outside subordinate clauses.

    Of “What do we call a country which does not border the sea?” these are the first six. A
    question for a reason has none: in “why did they not come?” the negation belongs to the fact
    that is asked about. A sentence with a gap inside, such as “He does not … meat.”, has none
    either.
    """
    main = []
    for sentence in sentences(text, language):
        if _has_gap(sentence):
            continue
        words_by_part = [_without_fillers(part, language) for part in parts(sentence)]
        asks = sentence.rstrip("\"'”’»)").endswith("?")
        main += _main([words for words in words_by_part if words], language, asks=asks)
    return main


def _has_gap(sentence: str) -> bool:
    """Return whether words are left out inside `sentence`.

    At its end, a gap is only the place where the options go on.
    """
    gap = _GAP.search(sentence)
    return gap is not None and _WORD.search(sentence, gap.end()) is not None


def _without_fillers(part: str, language: Language) -> list[str]:
    """Return the words of `part` without phrases that negate nothing, such as “not only”."""
    text = f" {' '.join(words_of(part, language))} "
    for phrase in language.fillers:
        text = text.replace(f" {phrase} ", " ")
    return text.split()


def _main(sentence: WordsByPart, language: Language, *, asks: bool) -> list[str]:
    """Return the words of `sentence` outside subordinate clauses; `asks` if it ends in “?”."""
    question_word = _question_word(sentence, language, asks=asks)
    if question_word and _asks_for_a_reason(sentence[question_word[0]], question_word[1], language):
        return []
    main = []
    in_clause = False
    for n, part in enumerate(sentence):
        # The part that asks belongs to the main clause, whatever stands before it.
        in_clause = in_clause and not (question_word and question_word[0] == n)
        ends_with_part = False
        for index, word in enumerate(part):
            if (n, index) != question_word and _opens_clause(sentence, n, index, language):
                # A clause that begins its part ends with it; one inside goes on behind the comma.
                begins_part = _begins(part, index, n, language)
                ends_with_part = ends_with_part or (not in_clause and begins_part)
                in_clause = True
            elif not in_clause:
                main.append(word)
        in_clause = in_clause and not ends_with_part
    return main


def _question_word(sentence: WordsByPart, language: Language, *, asks: bool) -> WordPosition | None:
    """Return the position of the question word that asks; every other one begins a clause.

    The first question word that begins a part asks: “According to the text, who …?” A word that
    also begins clauses gives way to another in the last part: “When it rains, what happens?”
    """
    candidates = [
        (n, index)
        for n, part in enumerate(sentence if asks else sentence[:1])
        for index in range(min(2, len(part)))
        if part[index] in language.question_words and _begins(part, index, 1, language)
    ]
    sure = [(n, i) for n, i in candidates if sentence[n][i] not in language.clause_words]
    if not asks or not candidates or candidates[0] in sure:
        return sure[0] if sure else None
    return sure[0] if sure and sure[0][0] == len(sentence) - 1 else candidates[0]


def _begins(part: list[str], index: int, n: int, language: Language) -> bool:
    """Return whether `part` begins with its word `index`; “in” may stand before “which”.

    `n` is the number of the part: in the first one nothing stands before a question word.
    """
    return index == 0 or (index == 1 and n > 0 and part[0] in language.before_questions)


def _asks_for_a_reason(part: list[str], index: int, language: Language) -> bool:
    """Return whether `part`, or its rest from `index` on, begins with “why” or the like."""
    texts = [" ".join(part[start:]) + " " for start in (0, index)]
    return any(text.startswith(f"{reason} ") for text in texts for reason in language.reasons)


def _opens_clause(sentence: WordsByPart, n: int, index: int, language: Language) -> bool:
    """Return whether a subordinate clause begins with word `index` of part `n` of `sentence`."""
    part = sentence[n]
    word = part[index]
    relative = word in language.relatives or word in language.question_words
    if not relative and word not in language.clause_words:
        return False
    if relative and _before(sentence, n, index) in language.claims:
        return False  # “the statement that is not true” is what is asked for
    if not language.commas_before_clauses:
        return True
    return n > 0 and _begins(part, index, n, language) if relative or n else index == 0


def _before(sentence: WordsByPart, n: int, index: int) -> str:
    """Return the word before word `index` of part `n`, perhaps in the part before; or “”."""
    if index:
        return sentence[n][index - 1]
    return sentence[n - 1][-1] if n else ""
