"""The passage beside the questions, with the glossary below it."""

from __future__ import annotations

from quizgen.model.assessment import Worksheet
from quizgen.model.bank import GlossaryEntry, Passage
from quizgen.writers.practice.context import PageContext, language_attributes, paragraph_id
from quizgen.writers.practice.rich_text import escape


def aside_html(worksheet: Worksheet, page: PageContext) -> str:
    """Return what stands beside the questions of `worksheet`; empty for nothing."""
    inner = "".join(
        _passage(at, passage, page) for at, (_, passage) in enumerate(worksheet.passages)
    )
    if worksheet.glossary:
        terms = "".join(_term(entry, page) for entry in worksheet.glossary)
        inner += f"<h2>{escape(page.words.glossary)}</h2><dl>{terms}</dl>"
    if not inner:
        return ""
    name = escape(page.practice.passage if worksheet.passages else page.words.glossary)
    back = f'<p class="back"><a href="#quiz">{escape(page.practice.questions)}</a></p>'
    close = f'<button type="button" class="close" hidden>{escape(page.practice.close)}</button>'
    return f'<aside id="passage" tabindex="0" aria-label="{name}">{close}{inner}{back}</aside>'


def _passage(at: int, passage: Passage, page: PageContext) -> str:
    paragraphs = "".join(
        _paragraph(passage, at, index, page) for index in range(len(passage.paragraphs))
    )
    language = passage.language or page.bank.language
    title = f"<h2{page.dir(passage.title)}>{page.html(passage.title)}</h2>"
    return f"<div {language_attributes(language)}>{title}{paragraphs}</div>"


def _paragraph(passage: Passage, at: int, index: int, page: PageContext) -> str:
    number = passage.numbers[index]
    label = "" if number is None else f"<span class=no>{number}</span> "
    text = page.html(passage.paragraphs[index])
    return f'<div class=para id="{paragraph_id(at, index)}">{label}{text}</div>'


def _term(entry: GlossaryEntry, page: PageContext) -> str:
    language = page.dir(entry.term)
    if entry.language:
        language = f" {language_attributes(entry.language)}"
    term = f"<dt{language}>{page.html(entry.term)}</dt>"
    return f"{term}<dd{page.dir(entry.meaning)}>{page.html(entry.meaning)}</dd>"
