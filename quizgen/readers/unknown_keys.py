"""What is said of keys that nobody reads: misspelt, in the wrong place, or of another language."""

from __future__ import annotations

from collections.abc import Container, Sequence

from quizgen.model.diagnostics import Wording
from quizgen.model.did_you_mean import closest

_SYNONYMS = {
    "distractors": ("options", "choices", "wrong", "wrong_answers", "others"),
    "question": ("statement", "stem", "prompt", "ask"),
    "answer": ("correct", "key", "solution", "right", "answers"),
    "explain": ("explanation", "feedback", "why"),
    "reference": ("source", "sources", "references"),
    "evidence": ("quote", "passage"),
    "accept": ("alternatives", "variants", "accepted"),
    "front": ("question", "stem", "prompt", "term", "word"),
    "back": ("answer", "answers", "definition", "meaning", "solution"),
    "text": ("question", "sentence", "stem"),
    "in_order": ("answer", "answers", "items", "parts", "steps", "order"),
    "pairs": ("answer", "answers", "matches", "items"),
    "events": ("answer", "answers", "dates", "items"),
    "type": ("kind", "typ", "tipo", "question_type"),
}
"""Words that other tools, other languages or common sense have for a key."""

MAX_NAMES = 6
"""Most unknown keys that one message names (judged: a question has about so many)."""


def likely_key(name: str, known: Sequence[str], present: Container[str]) -> str | None:
    """Return the key among `known` that `name` seems to stand for, or None.

    A key that is `present` already is not meant by a misspelt name.
    """
    for key, words in _SYNONYMS.items():
        if name.lower() in words and key in known and key not in present:
            return key
    return closest(name, [key for key in known if key not in present])


MIN_SIMILARITY_OF_MISSPELT = 0.75
"""The similarity of a misspelt key ("frnt" is 0.89 like "front"). "antwort", which is "answer" in
German, has 0.62."""


def is_foreign(name: str, likely: str | None) -> bool:
    """Return whether `name`, which seems to stand for `likely`, may be of another language."""
    if likely is None:
        return True
    is_synonym = name.lower() in _SYNONYMS.get(likely, ())
    return not is_synonym and closest(name, [likely], MIN_SIMILARITY_OF_MISSPELT) is None


def unknown_key_help(name: str, likely: str | None, known: Sequence[str]) -> str:
    """Return the help for the unknown key `name`, which seems to stand for `likely`."""
    if likely is None:
        return f"its keys are: {', '.join(known)}"
    if name.lower() in _SYNONYMS.get(likely, ()):
        return f"the key for this is {likely!r}"
    return f"did you mean {likely!r}?"


def foreign_keys(what: str, names: Sequence[str], known: Sequence[str]) -> Wording:
    """Return the wording for `names`, keys of `what` of which none is like one of `known`."""
    more = ", …" if len(names) > MAX_NAMES else ""
    return Wording(
        f"{what} has no such keys: {', '.join(map(repr, names[:MAX_NAMES]))}{more}",
        "keys are English words, whatever language the texts are in; "
        f"its keys are: {', '.join(known)}",
    )


def misplaced_keys(names: Sequence[str], missing: Sequence[str]) -> Wording:
    """Return the wording for `names`, keys of a question that do not stand inside one.

    `missing` are the keys that the file lacks.
    """
    first = names[0]
    if missing:
        above = " and ".join(f"`{key}:`" for key in missing)
        return Wording(
            "a question begins here, and stands in no list of questions",
            f"write {above} above it, then `- {first}: …`, and two spaces before the lines below",
        )
    if "id" in names:
        return Wording(
            "a question begins here, without the dash that parts it from the one above",
            "write `- id: …`, and two spaces before each further line of the question",
        )
    return Wording(
        f"this key of a question stands too far left, and belongs to none: {first}",
        "put two spaces before it, and before each further line of the question",
    )
