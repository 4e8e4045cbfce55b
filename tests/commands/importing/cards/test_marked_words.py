"""What is marked in a cloze text and is no gap is told where an author may have meant one."""

from __future__ import annotations

import pytest

from quizgen.commands.importing.cloze import cloze_markdown, marked_as_no_gap


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("{{four}}", ["{{four}}"]),
        ("[[four]] and ｛｛five｝｝", ["[[four]]", "｛｛five｝｝"]),
        ("<code>{{four}}</code>", []),
        ("<code>[[four]]</code>", []),
        (r"\(x^{{2}}\)", []),
        ("[four]", []),
        ("{{ }}", []),
        ("[[{{c1::five}}]]", []),
    ],
)
def test_marked_words_are_told_outside_of_code_and_formulas(html: str, told: list[str]) -> None:
    written = cloze_markdown(
        f"{html} of {{{{c1::us}}}}", lambda name: None, lambda loss, what: None, math=True
    )
    assert written is not None
    assert list(marked_as_no_gap(written, math=True)) == told
