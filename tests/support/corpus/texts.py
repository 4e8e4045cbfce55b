"""Hostile texts: the seeds as they are, and in what an author may write around them."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from support.corpus.payloads import FAMILIES

AROUND: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "code": lambda text: f"In `` {text} `` it is",
    "strong": lambda text: f"So **{text}** it is",
    "entities": lambda text: f"It is {escape(text)} &amp; more",
}

TEXTS: dict[str, str] = {
    f"{family} {number} {name}": around(seed)
    for family, seeds in FAMILIES.items()
    for number, seed in enumerate(seeds)
    for name, around in AROUND.items()
    if name == "plain" or family not in {"growing", "yaml"}
}
"""By what they are; several hundred."""
