"""Words in the cells of a type, by what a question of the type asks for."""

from __future__ import annotations

OPEN = ("open", "essay", "freitext", "offen", "ouverte", "abierta", "aperta")
TRUTH = ("true", "tf", "wahr", "richtig", "vrai", "verdader", "vero", "yes no", "ja nein")
TRUTH_LETTERS = ("t f", "w f", "r f", "v f")
FILL = ("fill", "blank", "lucke", "short", "type answer", "kurz", "courte", "corta")
UNASKED = ("poll", "slide", "draw", "word cloud", "survey")


def says_truth(kind: str) -> bool:
    """Return whether `kind`, the plain word of a type, is one of truths."""
    return kind in TRUTH_LETTERS or any(word in kind for word in TRUTH)
