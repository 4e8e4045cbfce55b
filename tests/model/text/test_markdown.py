from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.text import Break, Image, Style, Styled, parse_text
from quizgen.model.text.markdown import unprintable


@pytest.mark.parametrize(
    "source",
    [
        "$5 billion",
        "<EU law>",
        "a<b",
        "AT&T",
        "{{Front}}",
        "{{c1::x}}",
        "}}",
        "${name}",
        "]]>",
        "snake_case_name",
        "2 * 3 * 4",
        "<img src=x onerror=y>",
        "<font color=red>",
        "a ~ b",
        "no",
        "&lt;b&gt; &amp; &nbsp; &copy; &eacute;",
        "&#60; &#x3E; &#38;",
    ],
)
def test_what_is_not_markup_is_text(source: str) -> None:
    assert parse_text(source).runs == (source,)


def test_styles_nest_and_flatten() -> None:
    text = parse_text("A **bold *and slanted*** `code` H~2~O x^2^")
    assert text.runs == (
        "A ",
        Styled("bold ", Style.STRONG),
        Styled("and slanted", Style.STRONG | Style.EMPHASIS),
        " ",
        Styled("code", Style.CODE),
        " H",
        Styled("2", Style.SUBSCRIPT),
        "O x",
        Styled("2", Style.SUPERSCRIPT),
    )


def test_links_and_images() -> None:
    text = parse_text("See [the *site*](https://un.org) ![a *map*](my%20map.png)")
    assert text.runs == (
        "See ",
        Styled("the ", link="https://un.org"),
        Styled("site", Style.EMPHASIS, "https://un.org"),
        " ",
        Image("my map.png", "a map"),
    )
    assert text.plain == "See the site a map"


def test_script_links_stay_text() -> None:
    assert parse_text("[x](javascript:alert(1))").plain == "[x](javascript:alert(1))"


def test_an_empty_line_is_a_paragraph_and_a_single_one_a_space() -> None:
    assert parse_text("one\ntwo\n\nthree\n").runs == ("one two", Break(paragraph=True), "three")


def test_invisible_characters_become_visible() -> None:
    assert parse_text("a\x1fb\x00c\ud800d\ufdd0e").plain == "a\u241fb\u2400c\ufffdd\ufffde"


@given(st.text())
def test_any_text_parses_to_characters_that_every_writer_can_hold(source: str) -> None:
    plain = parse_text(source).plain
    plain.encode("utf-8")
    assert not any(ord(c) < 32 and c not in "\n\t" for c in plain)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_text_without_markup_characters_survives_whole(source: str) -> None:
    for character in "\\`*_[]<>&~^!#":
        source = source.replace(character, "")
    assert parse_text(source).plain.strip() == source.strip()


def test_the_number_of_a_character_is_read() -> None:
    """As CommonMark does it, but for the signs that HTML writes as codes."""
    assert parse_text("&#32;&#123;&#x1F600; &#0;").runs == (" {\U0001f600 \ufffd",)
    assert parse_text(r"\&#65; `&#65;`").runs == ("&#65; ", Styled("&#65;", Style.CODE))


def test_every_invisible_character_is_found_inside_of_a_text() -> None:
    """What Python calls printable is not looked at again, so none of these may be."""
    control = [*range(0x20), *range(0x7F, 0xA0)]
    never_a_character = [*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF]
    for code in {*control, *range(0xD800, 0xE000), *never_a_character} - {0x09, 0x0A}:
        assert unprintable(f"a{chr(code)}b") == chr(code)
    assert unprintable("a\tb\nc\u00a0d 서울 e\u0301") is None
