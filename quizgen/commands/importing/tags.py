"""The tags of quizgen's own notes, taken apart."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.item import Difficulty
from quizgen.readers.item_keys import NAME


def split_tags(tags: Sequence[str]) -> tuple[str, str, list[str]]:
    """Return topic, difficulty and the other tags of a note that quizgen wrote."""
    topic = difficulty = ""
    others = []
    words = {level.value for level in Difficulty}
    for tag in tags:
        kind, _, value = tag.partition("::")
        if kind == "topic" and not topic and NAME.accepts(value):
            topic = value
        elif kind == "difficulty" and not difficulty and value in words:
            difficulty = value
        else:
            others.append(tag)
    return topic, difficulty, others
