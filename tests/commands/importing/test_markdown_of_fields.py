"""HTML of any kind becomes Markdown that says the same when it is read."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from quizgen.commands.importing.cloze import cloze_markdown
from quizgen.commands.importing.html import read_runs
from quizgen.commands.importing.markdown import markdown
from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.model.text import Refused, Text, parse_gaps, parse_text
from quizgen.model.text.markdown import parse_runs
from quizgen.model.text.runs import Run, plain_text, run_sequences
from quizgen.writers.anki.html import Html


def picture(source: str) -> str | None:
    return "p.png" if source else None


def ignore(loss: ImportLoss, example: str) -> None:
    pass


def source(html: str) -> str:
    return markdown(read_runs(html, picture, ignore)).source


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("a<b>b</b> <strong>c</strong>", "a**b** **c**"),
        ("<i>a <b>b</b></i><em> c</em>", "*a **b** c*"),
        ("H<sub>2</sub>O<sup>a b</sup>", r"H~2~O^a\ b^"),
        ("<code>a`b</code>", "``a`b``"),
        ("<code>`a</code>", "`` `a ``"),
        ("x<code> a </code>x", "x`  a  `x"),
        ("x<b> a </b>b<i> </i>c", "x **a** b c"),
        ("<b>a <i>b </i></b>c", "**a *b*** c"),
        ('<b>"a"</b>b', '**"a"**&#98;'),
        ("a <br>b", "a\\\nb"),
        ('<a href="http://x.y/(z)">l</a>', "[l](<http://x.y/(z)>)"),
        ("a<br>b<br><br>c", "a\\\nb\n\nc"),
        ("<div>a</div><div>b</div><div><br></div><div>c</div>", "a\\\nb\n\nc"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>", "• a\\\n• b\\\n1\\. c"),
        ("a&nbsp;b&lt;i&gt; &amp;amp;", "a\u00a0b<i> &amp;"),
        ('<span style="font-weight: bold">a</span>', "**a**"),
        ("a\n  b<!-- c --><script>d</script>", "a b"),
        ("**a** _b_ c", r"\*\*a\*\* \_b\_ c"),
        ("1 < 2 <3", "1 < 2 <3"),
        ("<b>a </b>b", "**a** b"),
        ("<b> </b><i></i><br>", ""),
    ],
)
def test_as_an_author_would_write_it(html: str, written: str) -> None:
    assert source(html) == written


PIECES = st.one_of(
    st.text(max_size=6),
    st.sampled_from(
        [
            *("<b>", "</b>", "<i>", "</i>", "<sub>", "</sub>", "<sup>", "</sup>", "<code>"),
            *("</code>", "<a href='http://x.y/?a=1&b=2'>", "</a>", "<br>", "<div>", "</div>"),
            *("<p>", "</p>", "<img src='a b.png' alt='x[y]'>", "<img>", "<ul><li>", "</ul>"),
            *("<![if", "<!--", "-->", "<!", "</", "<script>", "&nbsp;", "&lt;", "&amp;", "&#7;"),
            *("*", "**", "_", "`", "~", "^", "[", "](", "\\", "{{c1::", "{{c2::", "}}", "::"),
            *("[sound:", "]", " ", "a", "b", "1."),
        ]
    ),
)
FIELDS = st.lists(PIECES, max_size=16).map("".join)


@settings(max_examples=500, deadline=None)
@given(FIELDS)
def test_any_field_is_read_back(html: str) -> None:
    runs = read_runs(html, picture, ignore)
    written = markdown(runs)
    back = parse_runs(written.source)
    if written.is_exact:
        assert back == runs
    assert plain_text(back).split() == plain_text(runs).split()


@settings(max_examples=300, deadline=None)
@given(FIELDS)
def test_any_cloze_field_is_read_back_or_left_out(html: str) -> None:
    written = cloze_markdown(html, picture, ignore)
    if written is not None:
        found = parse_gaps(written)
        assert found.gaps
        assert not found.problems


RUNS = st.lists(
    st.sampled_from(
        [
            *("a", "b ", " c", "*", "**x**", "**x *y* z**", "_u_", "~v~", "^w\\ w^", "`k`"),
            *(
                "&amp;",
                "[l](http://x.y)",
                "[**m**](<http://u.v/w x>)",
                "![alt](p.png)",
                "\n\n",
                "\\\n",
                *("\n- ", "\n> ", "\n  1. "),
            ),
            *("<i>", "{{c1::"),
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=500, deadline=None)
@given(RUNS)
@example("b *![alt](p.png) c*")
@example("\n- ***\n\n")
def test_what_our_writer_made_of_a_text_is_made_again(typed: str) -> None:
    html = Html({"p.png": "p.png"})
    text = parse_text(f"x{typed}x")
    runs = itertools.chain.from_iterable(run_sequences(text.runs))
    assume(not any(isinstance(run, Refused) for run in runs))  # no bank holds a heading
    field = html.text(text)
    written = markdown(read_runs(field, lambda name: name, ignore, blocks=True))
    if written.is_exact:
        assert _without_seams(html.text(parse_text(written.source))) == _without_seams(field)


def _without_seams(field: str) -> str:
    """`field` with neighbours of one style as one, and no empty lines beside a block."""
    before = ""
    while field != before:
        before = field
        field = re.sub(r"<(strong|em)></\1>", "", field)
        field = re.sub(r'</(strong|em|code|sub|sup)><\1>|</a><a href="[^"]*">', "", field)
    field = re.sub(r"\s*((?:</\w+>)*<br>)\s*", r"\1", field).strip()
    edge = r"(</?(?:li|ul|ol|blockquote)>)"
    return re.sub(rf"{edge}\s*(?:<br>)+|(?:<br>)*\s*{edge}", r"\1\2", field)


def test_every_style_in_every_place() -> None:
    letters = ["a", ".", "é", '"']
    for before in letters:
        for inner in letters:
            for after in letters:
                for tag in ("b", "i", "code", "sub", "sup"):
                    runs: list[Run] = read_runs(
                        f"{before}<{tag}>{inner}</{tag}>{after}", picture, ignore
                    )
                    assert markdown(runs).is_exact
                    assert Text(tuple(parse_runs(markdown(runs).source))).runs == tuple(runs)
