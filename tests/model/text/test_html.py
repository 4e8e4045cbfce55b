"""Author text as HTML: whatever a format escapes, no author text goes past it."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.text import (
    CodeBlock,
    Image,
    ListBlock,
    Math,
    Quotation,
    Style,
    Styled,
    Table,
    Text,
    parse_text,
)
from quizgen.model.text.html import HtmlText
from quizgen.model.text.runs import Align, Cell

INLINE = st.one_of(
    st.text(),
    st.builds(Styled, st.text(min_size=1), st.sampled_from(Style), st.none()),
    st.builds(Image, st.text(), st.text()),
    st.builds(Math, st.text(), st.booleans()),
)
CELLS = st.lists(st.builds(Cell, st.tuples(INLINE), st.sampled_from(Align)), max_size=3)
BLOCKS = st.one_of(
    st.builds(ListBlock, st.lists(st.tuples(INLINE), max_size=3).map(tuple), st.integers()),
    st.builds(Quotation, st.tuples(INLINE)),
    st.builds(CodeBlock, st.text()),
    st.builds(Table, CELLS.map(tuple), st.lists(CELLS.map(tuple), max_size=2).map(tuple)),
)
RUNS = st.one_of(INLINE, BLOCKS)


BLOCK_TAGS = ["ul", "ol", "li", "blockquote", "pre", "table", "thead", "tbody", "tr", "th", "td"]


def shown(markup: str) -> tuple[str, set[str]]:
    """The characters that a browser shows, and the tags that it sees."""
    texts: list[str] = []
    tags: set[str] = set()
    parser = HTMLParser(convert_charrefs=True)
    parser.handle_data = texts.append  # type: ignore[method-assign,assignment]
    parser.handle_starttag = lambda tag, attrs: tags.add(tag)  # type: ignore[method-assign]
    parser.feed(markup)
    parser.close()
    return "".join(texts), tags


@given(st.lists(RUNS, max_size=5))
def test_every_author_text_is_escaped_by_the_function_handed_in(runs: list[object]) -> None:
    """With functions that leave out everything, nothing is left but tags and delimiters."""
    text = Text(tuple(runs))  # type: ignore[arg-type]
    markup = HtmlText(lambda _: "", lambda _: "", lambda _: "").text(text)
    content, tags = shown(markup)
    assert set(content) <= set("\\()[]")
    assert tags <= {"code", "sub", "sup", "em", "strong", *BLOCK_TAGS}


def test_authors_write_no_tags() -> None:
    text = parse_text('a<b & *<img src="x">* `{{c1::x}}`')
    content, tags = shown(HtmlText().text(text))
    assert content == 'a<b & <img src="x"> {{c1::x}}'
    assert tags == {"em", "code"}


def test_a_picture_has_its_address_or_is_its_description() -> None:
    text = parse_text('![a "map"](map.png)')
    markup = HtmlText(pictures={"map.png": "m.png"}).text(text)
    assert markup == '<img src="m.png" alt="a &quot;map&quot;">'
    assert HtmlText().text(text) == 'a "map"'


def test_blocks_are_elements_of_their_own() -> None:
    source = """Look:

| a | b |
|---|:-:|
| <i> | **x** |

3. one
   - two
4. three

> said\\
> twice

```
if a  < b:
    x
```
"""
    assert HtmlText().text(parse_text(source)) == (
        "Look:"
        '<table><thead><tr><th scope="col">a</th>'
        '<th scope="col" style="text-align:center">b</th></tr></thead>'
        "<tbody><tr><td>&lt;i&gt;</td>"
        '<td style="text-align:center"><strong>x</strong></td></tr></tbody></table>'
        '<ol start="3"><li>one<ul><li>two</li></ul></li><li>three</li></ol>'
        "<blockquote>said<br>twice</blockquote>"
        "<pre><code>if a  &lt; b:\n    x</code></pre>"
    )
