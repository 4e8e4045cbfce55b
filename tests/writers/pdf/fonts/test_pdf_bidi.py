"""Directions of characters: those of another implementation, for any text, in linear time."""

from __future__ import annotations

import bidi
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.growth import grows_linearly
from support.script_fonts import NOTO, fonts

from quizgen.writers.pdf.fonts.faces import SERIF, Font
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.fonts.scripts.bidi import embedding_levels, visual_order
from quizgen.writers.pdf.layout.itemize import Itemizer, StyledSpan

ISOLATES = "\u2066\u2067\u2068\u2069"


UNSEEN = dict.fromkeys(map(ord, ISOLATES))


_BOTH_WAYS = st.text(
    st.sampled_from("abcאבגدهو0123456789٠١ ,.:;!?-+/()[]\"'–" + ISOLATES), min_size=1, max_size=40
).map(str.strip).filter(bool)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(_BOTH_WAYS, st.sampled_from([0, 1]))
@example("\u20670 \u2066", 0)  # white space at the end, in an isolate that has none
def test_directions_are_those_of_another_implementation(text: str, base: int) -> None:
    """python-bidi's own display order comes from the Rust crate unicode-bidi."""
    levels = embedding_levels(text, base)
    shown = "".join(text[place] for place in visual_order(levels))
    expected = bidi.get_display(text, base_dir="LR"[base])
    assert shown.translate(UNSEEN) == expected.translate(UNSEEN)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from([0, 1]))
def test_any_text_has_directions(text: str, base: int) -> None:
    levels = embedding_levels(text, base)
    assert len(levels) == len(text)
    assert sorted(visual_order(levels)) == list(range(len(text)))


def test_a_text_four_times_as_long_takes_about_four_times_as_long() -> None:
    spelling = Itemizer(FontBook("he", machine=fonts(*NOTO)), rtl=True)

    def act(count: int) -> None:
        spelling.paragraph([StyledSpan("א (a) 1, ", Font(SERIF, 11))] * count)

    act(10)
    assert grows_linearly(lambda: act(2_000), lambda: act(8_000), least=0.001)
