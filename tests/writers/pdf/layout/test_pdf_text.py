"""Author texts come out as text, whatever is in them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.pdf_samples import (
    assessment,
    built,
    choice,
    entry,
    item,
    picture,
    plain,
    png,
    read,
    reveal,
    section,
    squeezed,
    text,
)

from quizgen.model.diagnostics import Report, Severity
from quizgen.model.text import Break, Run, Style, Styled, Text
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.layout.editions import STANDARD
from quizgen.writers.pdf.layout.glyph_lookup import glyph, is_invisible

HOSTILE = [
    "<img src=x>",
    "<img src='file:///etc/passwd'/>",
    "<font color=red>",
    "<para>",
    "</para><b>",
    "a<b",
    "a && b",
    "&amp; &lt; &#60;",
    "{{c1::x}}",
    "{{Field}}",
    "]]>",
    "${x} %s {0}",
    "`ticks`",
    "back\\slash (paren) (un(balanced",
    "(cid:12)",
    "EMC BT ET endstream",
    "naïve Ångström Ελλάδα Кирилл Việt",
    "soft-hyphen and/or non-breaking",
]


def printed(source: Text) -> str:
    """What a stem of `source` looks like on the sheet, white space aside."""
    sheet, _ = built(assessment(section(item("q", source, entry("x")))))
    body = squeezed("".join(page.rpartition("\n")[0] for page in read(sheet)))
    return body.partition("Whotookpart1")[2].removesuffix("1pt").replace("1pt", "", 1)


def expected(source: str) -> str:
    """`source` with what no font has replaced by its code, white space aside."""
    shown = [
        glyph(one, STANDARD.body.font, FontBook()) for one in unicodedata.normalize("NFC", source)
    ]
    return squeezed("".join(one.text for one in shown if one))


@pytest.mark.parametrize("source", HOSTILE)
def test_markup_of_any_language_is_text(source: str) -> None:
    assert printed(plain(source)) == squeezed(source)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("smile 😀 here", "smile‹U+1F600›here"),
        ("東京", "‹U+6771›‹U+4EAC›"),
        ("שלום", "‹U+05E9›‹U+05DC›‹U+05D5›‹U+05DD›"),
        ("one\u3000two", "onetwo"),
        ("e\u0301", "é"),
        ("q\u0301", "q\u0301"),
        ("zero\u200bwidth\u200djoiner\ufe0f", "zerowidthjoiner"),
        ("\u241f", "‹U+241F›"),
    ],
)
def test_what_no_font_has_is_printed_as_its_code(source: str, shown: str) -> None:
    assert printed(plain(source)) == shown


def left_to_right(characters: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Those of `characters` whose order on paper is that of the text."""
    return characters.filter(lambda one: unicodedata.bidirectional(one) not in {"R", "AL", "AN"})


@settings(max_examples=120, deadline=None)
@given(st.text(left_to_right(st.characters()), max_size=80), st.sampled_from([Style(0), *Style]))
@example("\x00\x1f\x7f\x85\u2028\ud7a3\ufffe\U0010ffff", Style.STRONG)
@example("\u0301\u0301\u0301", Style(0))
@example("\u200b", Style.CODE)
def test_any_text_in_any_style_is_printed(source: str, style: Style) -> None:
    runs: tuple[Run, ...] = (source, Styled(source, style), Break(), source)
    body = unicodedata.normalize("NFKC", printed(Text(("begin", *runs, "end"))))
    assert body.startswith("begi")  # the n may bear an accent
    assert body.endswith("end")
    if source.isascii() and source.isprintable():
        assert body.count(squeezed(source)) >= (3 if squeezed(source) else 0)


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        left_to_right(st.characters(codec="utf-8", categories=["L", "N", "P", "S"])), max_size=60
    )
)
def test_no_character_is_lost(source: str) -> None:
    assert unicodedata.normalize("NFKD", printed(plain(source))) == unicodedata.normalize(
        "NFKD", expected(source)
    )


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_text_may_stand_anywhere(source: str) -> None:
    everywhere = plain(source)
    made = item("q", everywhere, choice("x", "y"), references=["r"])
    answer = item("r", everywhere, reveal("b"), "why")
    sheet, key = built(assessment(section(made, answer, title=source), title=source))
    assert read(sheet)
    assert read(key)


def test_a_missing_character_is_a_warning_that_names_item_and_character() -> None:
    report = Report()
    built(assessment(section(item("host", "Hello 😀 and 東京", entry("x")))), report)
    [found] = report.diagnostics
    assert (found.name, found.severity) == ("missing-glyph", Severity.WARNING)
    for wanted in ("host", "😀", "U+1F600", "GRINNING FACE", "2 more"):
        assert wanted in found.message


def test_characters_that_cannot_be_seen_are_no_warning() -> None:
    report = Report()
    built(
        assessment(section(item("q", plain("a\u200db\u3000c\ufe0f\u2011d"), entry("é Ω Ж")))),
        report,
    )
    assert report.diagnostics == []


def test_italics_borrow_what_they_lack() -> None:
    assert printed(text("*Ελλάδα → Россия*")) == "Ελλάδα→Россия"


@pytest.mark.parametrize(
    "content",
    [b"", b"not a picture", png(40, 40)[:60], picture(400, 400, "JPEG")[:2000], None],
    ids=["empty", "foreign", "damaged PNG", "damaged JPEG", "missing"],
)
def test_a_picture_that_cannot_be_read_is_an_error_and_its_description_is_printed(
    content: bytes | None,
) -> None:
    report = Report()
    media = {} if content is None else {"map.png": content}
    made = item("where", "See ![the border](map.png) here.", entry("x"))
    sheet, _ = built(assessment(section(made), media=media), report)
    assert "See [the border] here." in read(sheet)[0]
    [found] = report.diagnostics
    assert (found.name, found.severity) == ("unreadable-image", Severity.ERROR)
    assert "map.png" in found.message
    assert "where" in found.message


def test_invisible_characters_are_few() -> None:
    assert not any(is_invisible(chr(code)) for code in range(0x20, 0x2FF) if code != 0xAD)
