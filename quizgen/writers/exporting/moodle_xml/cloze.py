"""Texts with gaps in Moodle XML: what its editor calls embedded answers.

Moodle reads ``{1:SHORTANSWER:=answer}`` in the finished HTML. In the answer it resolves codes of
characters before it looks at it (``question/type/multianswer/questiontype.php``), and stops at no
sign that is written as a code.
"""

from __future__ import annotations

import re

from quizgen.model.item import GapFill, Item
from quizgen.model.text import Gap, Text
from quizgen.model.text.html import in_tags
from quizgen.writers.exporting.item_html import case_markup
from quizgen.writers.exporting.moodle_xml.texts import Texts, typed

_CONTROLS = re.compile(r"[}{#~/\"\\&<>%=]")


def cloze_html(item: Item, gap_fill: GapFill, texts: Texts) -> str:
    """Return the stem of `item` and the text of `gap_fill`, with each gap in Moodle's notation."""
    weight = max(1, item.points // len(gap_fill.gaps))
    text = "".join(
        _gap(piece, weight, texts) if isinstance(piece, Gap) else _braceless(piece)
        for piece in texts.html.pieces(gap_fill.parts)
    )
    case = _braceless(case_markup(item, texts.html))
    return case + "<br>".join(filter(None, (_braceless(texts.html.text(item.stem)), text)))


def _gap(gap: Gap, weight: int, texts: Texts) -> str:
    answer = in_tags(f"{{{weight}:SHORTANSWER:={_answer(gap.answer)}}}", gap.style)
    return f"{answer} ({_braceless(texts.html.text(gap.hint))})" if gap.hint else answer


def _braceless(markup: str) -> str:
    """Return `markup` without braces, behind which Moodle would look for a gap."""
    return markup.replace("{", "&#123;")


def _answer(answer: Text) -> str:
    return _CONTROLS.sub(lambda sign: f"&#{ord(sign[0])};", typed(answer))
