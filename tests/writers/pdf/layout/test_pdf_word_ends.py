"""Lines of scripts without spaces end where a word does."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.pdf_samples import assessment, built, entry, item, section
from support.script_fonts import fonts

from quizgen.model.diagnostics import Report
from quizgen.model.translations import Translations
from quizgen.writers.pdf.documents import unprintable
from quizgen.writers.pdf.fonts.font_selection import FontBook
from quizgen.writers.pdf.layout.editions import STANDARD
from quizgen.writers.pdf.layout.images import Pictures
from quizgen.writers.pdf.layout.line_breaking import break_lines, natural_width
from quizgen.writers.pdf.layout.text_runs import TextBox
from quizgen.writers.pdf.layout.typesetter import Typesetter
from quizgen.writers.pdf.layout.word_ends import ends_of_words, needs_dictionary

SENTENCES = {
    "th": ["ประเทศไทย", "รวม", "เลือด", "เนื้อ", "ชาติ", "เชื้อ", "ไทย"],
    "km": ["ព្រះរាជាណាចក្រ", "កម្ពុជា", "ជា", "ប្រទេស"],
    "lo": ["ສາທາລະນະລັດ", "ປະຊາທິປະໄຕ", "ປະຊາຊົນ", "ລາວ"],
}
"""The first words of anthems and names of states, as ICU's dictionaries part them."""


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("width", [60.0, 80.0, 110.0])
def test_a_line_ends_with_a_word(language: str, width: float) -> None:
    words = SENTENCES[language]
    book = FontBook(language, (), fonts("Noto"))
    typesetter = Typesetter(STANDARD, Pictures({}), book, Translations(language))
    [paragraph] = typesetter.paragraphs(["".join(words)], STANDARD.body.font, width, None)
    lines = list(break_lines(paragraph.boxes, width))
    assert len(lines) > 1
    texts = ["".join(box.text for box in line if isinstance(box, TextBox)) for line in lines]
    assert "".join(texts) == "".join(words)
    ends = {"".join(words[: n + 1]) for n in range(len(words))}
    for number, line in enumerate(lines, 1):
        assert "".join(texts[:number]) in ends or len(line) == 1
        assert natural_width(line) <= width + 0.1


@given(st.text("กาที่ไปะำ ABC-1/មកាំ", max_size=30))
@example("/ีา")
def test_no_line_ends_beside_other_letters_or_before_a_mark(text: str) -> None:
    for index in ends_of_words(text):
        assert needs_dictionary(text[index : index + 2])
        assert text[index + 1] not in "าี่ะำាំ"


@pytest.mark.parametrize(("stem", "count"), [("".join(SENTENCES["th"]), 1), ("Why?", 0)])
def test_without_the_dictionary_an_author_is_told_once(
    monkeypatch: pytest.MonkeyPatch, stem: str, count: int
) -> None:
    monkeypatch.setattr(unprintable, "has_dictionary", lambda: False)
    report = Report()
    two = section(item("a", stem, entry("x")), item("b", stem, entry("y")))
    built(assessment(two), report, fonts("Noto") if count else tuple)
    told = [d for d in report.diagnostics if d.name == "missing-dictionary"]
    assert len(told) == count
    assert all("quizgen[words]" in (d.help or "") for d in told)
