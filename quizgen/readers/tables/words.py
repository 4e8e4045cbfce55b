"""The words over the columns of teachers' tables, in several languages, and of quiz programs."""

from __future__ import annotations

import enum
import functools
import re
import unicodedata
from collections.abc import Iterable
from importlib.resources import files


class ColumnRole(enum.Enum):
    """The part of a question that a column holds; the values are those of ``--column``."""

    QUESTION = "question"
    ANSWER = "answer"
    OPTION = "option"
    WRONG = "wrong"
    FRONT = "front"
    BACK = "back"
    TYPE = "type"
    EXPLAIN = "explain"
    WHY_RIGHT = "why-right"
    WHY_WRONG = "why-wrong"
    PART_WHY = "part-why"
    PART_HINT = "part-hint"
    QUOTE = "quote"
    HINT = "hint"
    TOPIC = "topic"
    TAGS = "tags"
    DIFFICULTY = "difficulty"
    REFERENCE = "reference"
    POINTS = "points"
    TOLERANCE = "tolerance"
    UNIT = "unit"
    RUBRIC = "rubric"
    CASE = "case"
    ID = "id"
    NUMBER = "number"
    TIME = "time"
    PICTURE = "picture"


_LEVELS = {
    "easy": "easy leicht einfach facile facil makkelijk 1 쉬움",
    "medium": "medium mittel moyen moyenne media medio gemiddeld 2 보통",
    "hard": "hard difficult schwer schwierig difficile dificil moeilijk 3 어려움",
}
_DIFFICULTY = {word: level for level, words in _LEVELS.items() for word in words.split()}
_SERIAL = re.compile(r"^(.+?)[ .:_#-]*(?:\d{1,2}|[a-j])$")
_REPEATED = {
    ColumnRole.OPTION: ColumnRole.OPTION,
    ColumnRole.ANSWER: ColumnRole.OPTION,
    ColumnRole.WRONG: ColumnRole.WRONG,
    ColumnRole.WHY_WRONG: ColumnRole.WHY_WRONG,
}
TRUTH_MARK = re.compile(
    r"\s*[(\[]?\s*(?:(?:true\s*(?:or|/)\s*false|wahr\s*(?:oder|/)\s*falsch|richtig\s*(?:oder|/)\s*"
    r"falsch|vrai\s*(?:ou|/)\s*faux|verdadero\s*[o/]\s*falso|vero\s*[o/]\s*falso|"
    r"yes\s*(?:or|/)\s*no|ja\s*(?:oder|/)\s*nein|oui\s*(?:ou|/)\s*non)[?:.]?"
    r"|(?<=[(\[])[TWRV]\s*/\s*F)\s*[)\]]?\s*",
    re.IGNORECASE,
)
"""What says in a stem that its answer is a truth, where it begins or ends it."""
_STATEMENT = re.compile(r"[^?_]+[.。]")
_ROMAN_LETTER = re.compile(r"^\(?[a-j][).]?$")


def plain_word(text: str) -> str:
    """Return the letters and digits of `text`, small and without accents, spaces between words."""
    small = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    bare = "".join(c for c in small if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", bare)))


@functools.cache
def _words() -> dict[str, dict[str, str]]:
    """Return what ``words.txt`` holds: the words of headings, and those for true and false."""
    text = files(__package__).joinpath("words.txt").read_text(encoding="utf-8")
    words: dict[str, dict[str, str]] = {"heading": {}, "truth": {}}
    for line in text.splitlines():
        meaning, _, listed = line.partition(": ")
        if listed and not line.startswith("#"):
            kind = "truth" if meaning in ("true", "false") else "heading"
            words[kind] |= {plain_word(word): meaning for word in listed.split(",")}
    return words


def part_of(heading: str) -> ColumnRole | None:
    """Return the part of a question that a column with `heading` holds, or None.

    What stands in brackets, behind a dash or on further lines is a remark. A number or a letter at
    the end makes an option of an answer: ``Answer 2``, ``Antwort B``.
    """
    if len(heading) > 300:
        return None
    head = re.split(r"[(\[\n\r]|\s[-–—]\s", heading.strip())[0]
    word = plain_word(head) or plain_word(heading)
    if _ROMAN_LETTER.match(word):
        return ColumnRole.OPTION
    known = _words()["heading"]
    if head.rstrip().endswith("#") and known.get(word) == ColumnRole.QUESTION.value:
        return ColumnRole.NUMBER
    if word in known:
        return ColumnRole(known[word])
    if match := _SERIAL.match(word):
        return _REPEATED.get(ColumnRole(known.get(match[1].strip(), ColumnRole.NUMBER.value)))
    return None


def difficulty_of(text: str) -> str:
    """Return the difficulty that `text` is a word for, as a bank has it; empty where it is none."""
    return _DIFFICULTY.get(plain_word(text), "")


def truth_of(text: str) -> bool | None:
    """Return whether `text` is a word for true, or for false; None where it is neither."""
    word = _words()["truth"].get(plain_word(text))
    return None if word is None else word == "true"


def asks_truth(stem: str, answer: str) -> bool:
    """Return whether `stem` says that `answer` is a truth; a statement says it of a whole word."""
    if any(
        m.end() - m.start() and (not m.start() or m.end() == len(stem))
        for m in TRUTH_MARK.finditer(stem)
    ):
        return True
    return len(plain_word(answer)) > 1 and bool(_STATEMENT.fullmatch(stem))


def are_truths(answers: Iterable[str]) -> bool:
    """Return whether `answers`, several, are all truths.

    Letters may be abbreviations of other things: they must be two, of which one stands twice.
    """
    words = [plain_word(answer) for answer in answers if answer]
    kinds = set(words)
    if len(words) < 2 or any(truth_of(word) is None for word in kinds):
        return False
    is_pair = len(kinds) == 2 == len({truth_of(word) for word in kinds})
    has_letters = any(len(word) == 1 for word in kinds)
    return not has_letters or (is_pair and (len(words) > 2 or kinds == {"t", "f"}))
