"""The page: one HTML document with its style and its script inside, and a policy for both."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping

from quizgen.model.assessment import Worksheet
from quizgen.model.bank import Bank, Media
from quizgen.model.item import ExtendedText
from quizgen.model.translations import PracticeWords, Translations
from quizgen.project.seal import sealed_page
from quizgen.writers.practice.assets import script_for, stylesheet
from quizgen.writers.practice.context import PageContext, language_attributes
from quizgen.writers.practice.passages import aside_html
from quizgen.writers.practice.questions import sections_html
from quizgen.writers.practice.quiz import Quiz
from quizgen.writers.practice.rich_text import RichText, escape


def page_html(
    quiz: Quiz,
    bank: Bank,
    media: Mapping[str, Media],
    identities: Mapping[str, str],
    for_scorm: bool = False,
) -> bytes:
    """Return the page of `quiz`; `media` are the pictures and sounds of its texts.

    `identities` are those of its items, by their names. With `for_scorm`, the page tells the
    score to the platform around it.
    """
    sheet = quiz.worksheet
    has_titles = any(section.title.runs for section in sheet.sections)
    page = PageContext(
        bank,
        RichText(media),
        Translations(bank.language),
        PracticeWords(bank.language),
        tuple(passage for _, passage in sheet.passages),
        identities,
        quiz.has_key,
        "h3" if has_titles else "h2",
    )
    body = _body(quiz, page)
    signs = _words(page.words) if quiz.has_key else ""
    style = stylesheet(has_key=quiz.has_key) + signs + page.texts.rules
    script = script_for(has_key=quiz.has_key, for_scorm=for_scorm)
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_digest(script)}",
            f"style-src {_digest(style)}",
            "img-src data:",
            "media-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    title = escape(page.words.titled(sheet.title.plain, _form(sheet, page.words)))
    content = (
        f"<!DOCTYPE html>\n<html {language_attributes(bank.language)}><head>"
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        '<meta name="color-scheme" content="light dark">'
        f'<link rel="icon" href="data:,"><title>{title}</title><style>{style}</style></head>\n'
        f"{body}\n<script>{script}</script></body></html>"
    )
    return sealed_page(content.encode())


def _digest(content: str) -> str:
    """Return the source expression that allows `content` (W3C, Content Security Policy 3)."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _words(words: Translations) -> str:
    """Return the rule with the words that the style sets beside options, once one is chosen."""
    signs = {
        "right": f" ✓ {words.right}",
        "wrong": f" ✗ {words.wrong}",
        "missed": f" {words.missed}",
    }
    rules = (f"--{name}:{json.dumps(word, ensure_ascii=False)}" for name, word in signs.items())
    return f":root{{{';'.join(rules)}}}"


def _form(sheet: Worksheet, words: Translations) -> str:
    return words.form(sheet.form) if sheet.form else ""


def _body(quiz: Quiz, page: PageContext) -> str:
    sheet, words, practice = quiz.worksheet, page.words, page.practice
    form = _form(sheet, words)
    title = page.html(sheet.title) + (f" – {escape(form)}" if form else "")
    lead = page.html(sheet.instructions)
    lead = f"<div class=lead{page.dir(sheet.instructions)}>{lead}</div>" if lead else ""
    aside = aside_html(sheet, page)
    to_aside = practice.passage if sheet.passages else words.glossary
    link = f'<a class="open" href="#passage">{escape(to_aside)}</a>' if aside else ""
    clock = f' data-minutes="{quiz.minutes}"' if quiz.minutes else ""
    bar = f'<nav class="bar" aria-label="{escape(sheet.title.plain)}"><span class="score"></span>'
    stop = _button("stop", practice.stop_clock, hidden=True) if quiz.minutes else ""
    bar += f'<span class="clock"></span>{stop}{link}</nav>'
    notes = practice.key_is_inside if quiz.has_key else practice.no_key_inside
    notes = f'<p class="note">{escape(notes)}</p>'
    if not quiz.has_key:
        notes += f'<noscript><p class="note">{escape(practice.needs_script)}</p></noscript>'
    notes += f'<p class="note keeps" hidden>{escape(practice.keeps_nothing)}</p>'
    spoken = {**practice.spoken, "right": words.right, "wrong": words.wrong, "missed": words.missed}
    about = {
        "file": sheet.name,
        "bank": page.bank.id,
        "digest": sheet.digest,
        "form": sheet.form,
        "words": spoken,
    }
    data = escape(json.dumps(about, ensure_ascii=False, separators=(",", ":")))
    questions = sections_html(sheet.sections, page)
    head = f"<header><h1{page.dir(sheet.title)}>{title}</h1>{lead}{notes}</header>"
    main = f"<main id=quiz tabindex=-1>{head}\n{questions}\n{_end(quiz, page)}</main>"
    wide = ' class="two"' if aside else ""
    return f'<body{wide} data-about="{data}"{clock}>{bar}<div class="cols">{main}{aside}</div>'


def _end(quiz: Quiz, page: PageContext) -> str:
    """Return the end of the page, which its script fills in and shows."""
    practice = page.practice
    if quiz.has_key:
        buttons = (
            ("wrong", practice.only_wrong),
            ("due", practice.only_due),
            ("all", practice.all),
            ("again", practice.again),
            ("share", practice.share),
            ("save", practice.save),
        )
        inner = "".join(_button(name, words) for name, words in buttons)
        inner += (
            f'<label class="button">{escape(practice.load)}'
            '<input type="file" class="load" accept=".json,application/json"></label>'
        )
        inner = f'<p class="total" role="status"></p><div class="acts">{inner}</div>'
        return _result(practice.result, inner + '<p class="told" role="status"></p>')
    inner = f'<p class="typed"><label><span>{escape(page.words.name)}</span> '
    inner += '<input type="text" class="name" autocomplete="name"></label></p>'
    if any(isinstance(q.item.interaction, ExtendedText) for q in quiz.worksheet.questions):
        inner += f'<p class="note">{escape(practice.not_in_code)}</p>'
    inner += f'<div class="acts">{_button("show", practice.show_code)}</div>'
    code = f'<output class="code" aria-label="{escape(practice.code)}" dir="ltr"></output>'
    inner += f'<p>{code}</p><div class="acts">{_button("copy", practice.copy)}</div>'
    return _result(practice.code, inner + '<p class="told" role="status"></p>')


def _button(name: str, words: str, *, hidden: bool = False) -> str:
    rest = " hidden" if hidden else ""
    return f'<button type="button" class="{name}"{rest}>{escape(words)}</button>'


def _result(title: str, inner: str) -> str:
    heading = f'<h2 id="rt">{escape(title)}</h2>'
    return f'<section id="result" hidden aria-labelledby="rt">{heading}{inner}</section>'
