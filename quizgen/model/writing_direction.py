"""Languages that are written from right to left."""

from __future__ import annotations

_RTL_LANGUAGES = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "lrc", "mzn", "ps", "sd", "syr")
).union(("ug", "ur", "yi"))
"""Written from right to left (CLDR, ``characterOrder``)."""


def is_rtl(language: str) -> bool:
    """Return whether `language` (a BCP 47 tag) is written from right to left."""
    primary, *rest = language.lower().split("-")
    return "latn" not in rest and (primary in _RTL_LANGUAGES or "arab" in rest or "hebr" in rest)
