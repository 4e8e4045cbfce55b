"""Questions whose lists in brackets are full of commas, quotes, remarks and anchors."""

from __future__ import annotations

import itertools

from hypothesis import strategies as st

_COUNT = itertools.count(1)

_PARTS = st.one_of(
    st.sampled_from(["1,200", "2,500", "12,5 m", "4,000", "0,5", "1,2,3", "7", "1990", "30 km"]),
    st.sampled_from(
        ["Rome", "Paris, France", "Yes, they left", "b) Bern", "A. Oslo", "C#", "x #1"]
    ),
    st.sampled_from(
        ['"1,800"', "'2,500'", '"a, b"', "'it''s'", "&k 12", "*k", "!x", "é", "e\u0301"]
    ),
)
_COMMAS = st.sampled_from([",", ", ", " , ", ",  "])
_ENDS = st.sampled_from(["", "  # a remark", " # 12, 7", "  #x", "   "])


@st.composite
def comma_questions(draw: st.DrawFn) -> str:
    """A question of type multiple_choice as YAML; not always one that can be read."""
    parts = draw(st.lists(_PARTS, min_size=1, max_size=6))
    listed = parts[0] + "".join(draw(_COMMAS) + part for part in parts[1:])
    answer = draw(_PARTS)
    ascending = draw(st.sampled_from(["", "  ascending: true\n", "  ascending: false\n"]))
    return (
        f"- id: comma{next(_COUNT)}\n"
        "  type: multiple_choice\n"
        "  question: Which is it?\n"
        f"  answer: {answer}{draw(_ENDS)}\n"
        f"  distractors: [{listed}]{draw(_ENDS)}\n"
        f"{ascending}"
        "  reference: r"
    )
