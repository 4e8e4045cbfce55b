"""A matching question to a screen reader: all premises, then all responses."""

from __future__ import annotations

import io

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st
from support.pdf_samples import assessment, built, item, match, section
from support.pdf_structure import elements

from quizgen.model.assessment import Printing


def lists_of(content: bytes) -> list[tuple[str, list[str]]]:
    """The numbering of each list of a question, and the kinds of the elements in it, in order."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        _, *lists = [one for one in elements(pdf.Root["/StructTreeRoot"]) if one["/S"] == "/L"]
        return [
            (str(one["/A"]["/ListNumbering"]), [str(kid["/S"]) for kid in one["/K"]])
            for one in lists
        ]


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 14), st.integers(0, 4), st.sampled_from([1, 2]))
def test_all_premises_are_read_before_all_responses(pairs: int, more: int, columns: int) -> None:
    made = match({f"premise{n}": f"response{n}" for n in range(pairs)}, *map(str, range(more)))
    sheet = section(item("m", "Match.", made))
    content, _ = built(assessment(sheet, printing=Printing(columns=columns)))
    premises, responses = lists_of(content)
    assert premises == ("/Decimal", ["/Caption"] + ["/LI"] * pairs)
    assert responses == ("/UpperAlpha", ["/Caption"] + ["/LI"] * (pairs + more))
