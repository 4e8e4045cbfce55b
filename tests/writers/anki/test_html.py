"""Author text comes out on the card as the characters the author typed."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support import visible

from quizgen.model.text import Image, Text, parse_gaps, parse_text
from quizgen.writers.anki.html import Html, escape, media_name

HTML = Html({"map.png": "quizgen-1.png"})

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "a<b && c>d",
    "&lt;b&gt;",
    "{{Front}} {{c1::x}} }}",
    "[sound:x.mp3]",
    "[anki:tts lang=en]x[/anki:tts]",
    "[latex]x[/latex] [$]y[/$] [$$]z[/$$]",
    "]]>",
    "\x1f",
    "`${x}`",
    "\u3000",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    field = escape(text)
    assert visible(field) == " ".join(text.replace("\x1f", "\u241f").split())
    assert "\x1f" not in field
    assert re.findall(r"<[^>]*>", field) == []
    assert not re.search(r"\[/?(sound:|anki:|latex|\$)", field)


def test_mathjax_delimiters_are_kept_apart() -> None:
    assert "\\(" not in escape("a \\(x\\) b \\[y\\]")
    assert visible(escape("a \\(x\\) b \\[y\\]")) == "a \\(x\\) b \\[y\\]"


@given(st.text())
def test_any_text_survives(source: str) -> None:
    text = parse_text(source)
    assume(not text.images)
    assert visible(HTML.text(text)) == " ".join(text.plain.split())


def test_markup() -> None:
    source = '**a** *b* `c<d` H~2~O x^2^ [e](https://un.org/?a=1&b=2) ![a "map"](map.png)'
    assert HTML.text(parse_text(source)) == (
        "<strong>a</strong> <em>b</em> <code>c&lt;d</code> H<sub>2</sub>O x<sup>2</sup> "
        '<a href="https://un.org/?a=1&amp;b=2">e</a> '
        '<img src="quizgen-1.png" alt="a &quot;map&quot;">'
    )


def test_paragraphs() -> None:
    assert HTML.text(parse_text("a\n\nb  \nc")) == "a<br><br>b<br>c"


def test_cloze() -> None:
    parts = parse_gaps("**By {{c1::three::how many}}** & {{c2::a::b}}").parts
    assert HTML.cloze(parts) == (
        "<strong>By </strong><strong>{{c1::three::how many}}</strong> &amp; {{c2::a::b}}"
    )


@pytest.mark.parametrize("answer", ["a}b", "x {y} z", "\\{\\{c2\\:\\:z\\}\\}", "c\\:\\:d"])
def test_nothing_inside_a_gap_can_end_it(answer: str) -> None:
    field = HTML.cloze(parse_gaps("{{c1::" + answer + "}} :: {{ }}").parts)
    assert len(re.findall(r"\{\{c\d+::", field)) == 1
    assert field.count("}}") == 1
    assert field.count("::") == 1


def test_media_names_come_from_the_content() -> None:
    assert media_name("a b/Ma'p.PNG", b"x") == media_name("c.png", b"x")
    assert media_name("a.png", b"x") != media_name("a.png", b"y")
    assert re.fullmatch(r"quizgen-[0-9a-f]{24}\.png", media_name("a b/Ma'p.PNG", b"x"))


def test_a_pictures_description_can_do_nothing_either() -> None:
    alt = '{{c9::z}} [sound:boo.mp3] \\(x\\) "quoted"'
    field = HTML.text(Text((Image("map.png", alt),)))
    assert "{{" not in field
    assert "[sound" not in field
    assert "\\(" not in field
    assert field.count('"') == 4
    assert unescape(field.split('alt="')[1].removesuffix('">')) == alt
