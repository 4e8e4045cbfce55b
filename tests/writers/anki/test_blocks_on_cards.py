"""Lists, tables, code and quotations on cards: elements that a card's own lists leave alone."""

from __future__ import annotations

from html.parser import HTMLParser

from support import visible

from quizgen.model.text import Text, parse_gaps, parse_text
from quizgen.writers.anki.html import Html

HTML = Html({"map.png": "quizgen-1.png"})

HOSTILE = "{{c1::x}} [sound:x] <b> \\\\(x\\\\) ]]> {{Front}}"
SOURCE = f"""Look:

| {HOSTILE} | b |
|---|---|
| ![a map](map.png) | 2 |

- {HOSTILE}

  > {HOSTILE}

```
{HOSTILE}
```
"""


def elements(markup: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    found: list[tuple[str, list[tuple[str, str | None]]]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append((tag, attrs))  # type: ignore[method-assign]
    parser.feed(markup)
    return found


def test_hostile_text_in_blocks_is_text() -> None:
    field = HTML.text(parse_text(SOURCE))
    assert "{{" not in field
    assert "[sound:" not in field
    assert "<b>" not in field
    assert visible(field).count("[sound:x] <b>") == 4
    assert '<img src="quizgen-1.png" alt="a map">' in field


def test_the_lists_of_a_text_have_no_class() -> None:
    """The script and the style of a card find its own lists by theirs."""
    for tag, attributes in elements(HTML.text(parse_text(SOURCE))):
        assert "class" not in dict(attributes) or tag == "span"


def test_pictures_in_blocks_are_found() -> None:
    assert [image.name for image in parse_text(SOURCE).images] == ["map.png"]


def test_a_text_without_blocks_is_what_it_was() -> None:
    assert HTML.text(Text(("a",))) == "a"
    assert HTML.text(parse_text("a\n\nb\\\nc")) == "a<br><br>b<br>c"
    assert HTML.cloze(parse_gaps("a {{c1::b}}\n\nc").parts) == "a {{c1::b}}<br><br>c"
