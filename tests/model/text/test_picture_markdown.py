"""Pictures in Markdown whose names have spaces, and those whose authors say how wide they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.commands.importing.markdown import markdown
from quizgen.model.text import Image, Sound, parse_text
from quizgen.model.text.html import HtmlText
from quizgen.model.text.runs import PictureWidth

HALF = PictureWidth(50, True)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("![a map](my map.png)", "my map.png"),
        ("![a map]( my map.png )", "my map.png"),
        ("![a map](photo (1).JPG)", "photo (1).JPG"),
        ("![a map](50% off.png)", "50% off.png"),
        ("![a map](a folder/my map.webp)", "a folder/my map.webp"),
    ],
)
def test_a_name_may_have_spaces(source: str, name: str) -> None:
    assert parse_text(f"See {source} here").runs == ("See ", Image(name, "a map"), " here")


def test_so_may_the_name_of_a_sound() -> None:
    assert parse_text("![](two words.mp3)").runs == (Sound("two words.mp3", ""),)


@pytest.mark.parametrize(
    "source", ["`![a](my map.png)`", r"\![a](my map.png)", "![a](my map)", "![a] (b c.png)"]
)
def test_what_is_no_picture_stays_text(source: str) -> None:
    assert parse_text(source).images == ()


def test_a_title_is_not_part_of_the_name() -> None:
    assert parse_text('![a](map.png "my map.png")').runs == (Image("map.png", "a"),)


@pytest.mark.parametrize(
    ("attributes", "width", "is_beside"),
    [
        ("{width=50%}", HALF, False),
        ('{ width = "50 %" }', HALF, False),
        ("{width=4cm}", PictureWidth(40, False), False),
        ("{width=2in}", PictureWidth(50.8, False), False),
        ("{.beside}", None, True),
        ("{width=50% .beside}", HALF, True),
        ("{.beside width=50%}", HALF, True),
    ],
)
def test_behind_a_picture_stands_how_it_is_set(
    attributes: str, width: PictureWidth | None, is_beside: bool
) -> None:
    expected = Image("m.png", "a", width, is_beside)
    assert parse_text(f"*See* ![a](m.png){attributes}, and").runs[-2:] == (expected, ", and")
    assert parse_text(f"- ![a](m.png){attributes}\n- b").images == (expected,)


@pytest.mark.parametrize(
    "attributes", ["{}", "{x}", "{height=50%}", "{width=0%}", "{width=101%}", "{width=50}", "{.a}"]
)
def test_anything_else_stays_where_it_can_be_told(attributes: str) -> None:
    assert parse_text(f"![a](m.png){attributes}").runs == (Image("m.png", "a"), attributes)


def test_cards_and_pages_show_the_width() -> None:
    html = HtmlText(pictures={"m.png": "m.png"})
    assert 'style="width:50%;' in html.text(parse_text("![a](m.png){width=50%}"))
    assert "width:40mm" in html.text(parse_text("![a](m.png){width=4cm}"))


@given(
    st.floats(5, 100).map(lambda share: round(share, 2)),
    st.booleans(),
    st.sampled_from(["my map.png", "m.png", "photo (1).png", "a*b_c.png"]),
)
def test_a_picture_is_written_as_it_is_read(share: float, is_beside: bool, name: str) -> None:
    image = Image(name, "a map", PictureWidth(share, True), is_beside)
    assert parse_text(markdown([image], math=False).source).images == (image,)
