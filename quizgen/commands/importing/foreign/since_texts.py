"""Texts of a question since its export, with what a format sets before or behind them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quizgen.readers.yaml.emit import Value


def text_since(present: str, before: str, new: str) -> str:
    """Return the part of `new` that stands where `present` does in `before`, empty for none.

    A format may have set something before or behind it, such as a title. Where that is all that
    is changed, the part is `present`: another unit in brackets, or other words in the same frame.
    What has another frame was written there by the author. Without `present` in `before` it is all
    of `new`.
    """
    if not present or present not in before:
        return new
    place = _place(present, before)
    start, end = before[:place], before[place + len(present) :]
    if new.strip() == f"{start}{end}".strip():
        return ""
    is_after_start, is_before_end = new.startswith(start), new.endswith(end)
    if is_after_start and is_before_end and len(start + end) < len(new):
        return new[len(start) : len(new) - len(end)]
    if new.endswith(f"{present}{end}"):
        is_added = _frame(new[: len(new) - len(present + end)]) == _frame(start)
    else:
        rest = new.removeprefix(f"{start}{present}")
        is_added = rest != new and _frame(rest) == _frame(end)
    if is_added:
        return present
    return new[len(start) :] if is_after_start else new.removesuffix(end)


def _place(present: str, before: str) -> int:
    """Return where `present` stands in `before`, at best as lines of its own.

    What a format adds to an explanation stands before it, so that the last place counts.
    """
    text = re.escape(present)
    for pattern in (rf"^{text}(?=\\?$)", rf"^{text}"):
        if places := [match.start() for match in re.finditer(pattern, before, re.MULTILINE)]:
            return places[-1]
    return before.rindex(present)


def _frame(text: str) -> str:
    """Return the signs of `text` without its words, and without what is in brackets."""
    return re.sub(r"(?:\w| )+", " ", re.sub(r"\(.*\)", "()", text))


def without_back(
    present: Mapping[str, Value], before: Mapping[str, Value], values: Mapping[str, Value]
) -> Mapping[str, Value]:
    """Return `values` without the answer in front of the explanation.

    There it stands in some formats, if the flashcard `present` comes back as `before`, a question
    with an answer to type. `values` are these keys, or those of the edited file.
    """
    explain = values.get("explain")
    if not isinstance(explain, str) or before.get("explain") == present.get("explain"):
        return values
    answers = {_letters(version.get("answer")) for version in (before, values)}
    for end in re.finditer(r"\\?\n+|\Z", explain):
        if _letters(explain[: end.start()]) in answers:
            rest = explain[end.end() :]
            others = {key: value for key, value in values.items() if key != "explain"}
            return {**others, "explain": rest} if rest else others
    return values


def _letters(value: Value | None) -> str:
    return re.sub(r"[\W_]", "", str(value))
