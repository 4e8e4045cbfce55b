"""The main clause of a question, without the clauses that describe what the question is about."""

from __future__ import annotations

from typing import TypeAlias

from quizgen.checks.nlp.blanks import BLANK
from quizgen.checks.nlp.languages import Language
from quizgen.checks.nlp.sentences import parts, sentences
from quizgen.checks.nlp.tokens import words_of
from quizgen.model.pattern import pattern

_GAP = pattern(rf"(?<=\w)[ \xa0](?:{BLANK.pattern})")
MAX_CHOSEN = 4
"""Words of an order that says only what to choose: mark the small town."""

_WORD = pattern(r"[^\W_]")

WordsByPart: TypeAlias = list[list[str]]
"""The words of a sentence, by the parts that commas separate."""

WordPosition: TypeAlias = tuple[int, int]
"""The index of a part of a sentence, and that of a word in the part."""


def main_clause(text: str, language: Language) -> list[str]:
    """Return the words of `text` outside subordinate clauses.

    Of “What do we call a country which does not border the sea?” these are the first six. A
    question for a reason has none: in “why did they not come?” the negation belongs to the fact
    that is asked about. A sentence with a gap inside, such as “He does not … meat.”, has none
    either. Where a sentence asks or orders, those that only say something before it do not count:
    “Whales should not be called fish. What are they?”
    """
    main = []
    statements = sentences(text, language)
    asking = [sentence for sentence in statements if _asks(sentence) or _orders(sentence, language)]
    for sentence in asking or statements:
        if _has_gap(sentence) or _asks_what_follows_because(sentence, language):
            continue
        words_by_part = [_without_fillers(part, language) for part in parts(sentence)]
        words_by_part = [words for words in words_by_part if words]
        main += _main(words_by_part, language, asks=_asks(sentence))
    return main


def _asks(sentence: str) -> bool:
    return sentence.rstrip("\"'”’»)").endswith("?")


def _orders(sentence: str, language: Language) -> bool:
    """Return whether `sentence` tells a learner what to do, or is left for the options to end."""
    words = words_of(sentence, language)[:2]
    first = (
        words[1] if len(words) > 1 and words[0] in language.before_orders else "".join(words[:1])
    )
    return first in language.imperatives or not sentence.rstrip("\"'”’») ").endswith((".", "!"))


def _asks_what_follows_because(sentence: str, language: Language) -> bool:
    """Return whether `sentence` ends in “because …”: then the options give reasons.

    A negation in it belongs to the fact that is explained, as behind “why”.
    """
    words = " ".join(words_of(sentence, language))
    if not any(words == last or words.endswith(f" {last}") for last in language.because):
        return False
    return not _asks(sentence)


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
    if relative and _is_asked_for(sentence, n, index, language):
        return False  # “the statement that is not true” is what is asked for
    if not language.commas_before_clauses:
        return True
    return n > 0 and _begins(part, index, n, language) if relative or n else index == 0


def _is_asked_for(sentence: WordsByPart, n: int, index: int, language: Language) -> bool:
    """Return whether what the relative clause at a word describes is the answer itself.

    So it is behind “statement” and behind “something”, and where the sentence has told until then
    only to choose: “Mark the town that …”.
    """
    before = _before(sentence, n, index)
    if before in language.claims or before in language.placeholders:
        return True
    if before in language.before_questions:
        return False
    words = [word for part in sentence[:n] for word in part] + sentence[n][:index]
    words = words[1:] if words and words[0] in language.before_orders else words
    return bool(words) and words[0] in language.choosing and len(words) <= MAX_CHOSEN


def _before(sentence: WordsByPart, n: int, index: int) -> str:
    """Return the word before word `index` of part `n`, perhaps in the part before; or “”."""
    if index:
        return sentence[n][index - 1]
    return sentence[n - 1][-1] if n else ""
