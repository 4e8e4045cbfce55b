"""Sentences of any length."""

from __future__ import annotations

WORDS = ["peace", "talks", "in", "Seoul", "about", "sanctions", "and", "many", "missiles"]


def sentence(first: str, count: int) -> str:
    return " ".join([first, *(WORDS[i % len(WORDS)] for i in range(count))])
