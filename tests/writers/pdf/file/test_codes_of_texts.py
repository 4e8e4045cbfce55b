"""Codes of texts: byte by byte or character by character, they are the same."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from quizgen.writers.pdf.file.font_resources import FontResources
from quizgen.writers.pdf.file.object_writer import ObjectWriter
from quizgen.writers.pdf.fonts.faces import SERIF, face

_LETTERS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x390, 0x460))))
"""More than one font of a file holds: Latin, Greek and Cyrillic."""
_TEXTS = st.lists(
    st.text(st.sampled_from(_LETTERS), max_size=60)
    | st.sampled_from(("Wie heißt die Stadt?", "C’est l’été.", "Ωμέγα", "a\xa0b", _LETTERS)),
    max_size=12,
)


@given(_TEXTS)
@example([_LETTERS[::-1], _LETTERS, "Which of these?", "Wie heißt die Stadt?"])
def test_a_text_has_the_codes_of_its_characters(texts: list[str]) -> None:
    used = face(SERIF)
    whole, single = FontResources(ObjectWriter()), FontResources(ObjectWriter())
    for text in texts:
        characters = [pair for character in text for pair in single.encode(character, used)]
        assert _joined(whole.encode(text, used)) == _joined(characters)


def _joined(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """`pairs` with those of one font joined, and no empty ones."""
    joined: list[tuple[str, str]] = []
    for name, source in pairs:
        if joined and joined[-1][0] == name:
            joined[-1] = name, joined[-1][1] + source
        elif source:
            joined.append((name, source))
    return joined
