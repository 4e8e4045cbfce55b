"""Links lead to pages and mail addresses, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import load_bank, write_bank
from support.packages import legacy_database, zipped

from quizgen.commands.importing import import_file
from quizgen.commands.importing.markdown import link_target

ALLOWED = [
    "https://example.org",
    "HTTP://example.org:8080/a?b=c\\d#e",
    "https://서울.example/%EC%84%9C",
    "mailto:a@example.org",
]
REFUSED = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "&#1;javascript:alert(1)",
    "\u202ejavascript:alert",
    "<java script:alert>",
    "%6aavascript:x",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "intent:#Intent;scheme=x;end",
    "ms-msdt:/id",
    "anki:x",
    "tel:112",
    "//evil.example/x",
    "\\\\\\\\evil.example",
    "/\\\\evil.example",
    "https:/\\\\evil.example",
    "https:evil.example",
    "https://",
    "https:///evil.example",
    "https://user@evil.example",
    "https://example.org\\\\@evil.example",
    "https://example.org%5c@evil.example",
    "page.html",
    "#here",
    "?q",
    "/",
]


def _found(tmp_path: Path, address: str, bank: str = "") -> list[tuple[int, int, str]]:
    text = json.dumps(f"see [here]({address})", ensure_ascii=False)
    question = f"- {{id: a, type: flashcard, front: f, back: {text}, reference: r}}"
    _, diagnostics = load_bank(write_bank(tmp_path, question, bank=bank))
    told = ((d.span.line, d.span.column, d.name) for d in diagnostics)
    return [found for found in told if found[2] in {"link-not-allowed", "bad-word"}]


@pytest.mark.parametrize("address", ALLOWED)
def test_addresses_of_pages_and_mail(tmp_path: Path, address: str) -> None:
    assert _found(tmp_path, address) == []


@pytest.mark.parametrize("address", REFUSED)
def test_every_other_address_is_an_error_with_its_place(tmp_path: Path, address: str) -> None:
    ((line, column, name),) = _found(tmp_path, address)
    assert (line, name) == (3, "link-not-allowed")
    assert column >= 43


def test_a_plain_one_is_told_at_its_own_column(tmp_path: Path) -> None:
    assert _found(tmp_path, "intent:x") == [(3, 56, "link-not-allowed")]


def test_in_code_it_is_no_link(tmp_path: Path) -> None:
    question = "- {id: a, type: flashcard, front: '`[a](javascript:x)`', back: b, reference: r}"
    assert load_bank(write_bank(tmp_path, question))[1] == []


def test_a_bank_names_what_else_it_needs(tmp_path: Path) -> None:
    assert _found(tmp_path, "TEL:112", bank="link_schemes: [tel, geo]\n") == []
    assert _found(tmp_path, "sms:112", bank="link_schemes: [tel]\n")


@pytest.mark.parametrize("scheme", ["javascript", "data", "anki", "Tel", "tel:", "a b"])
def test_no_bank_names_what_runs_something(tmp_path: Path, scheme: str) -> None:
    found = _found(tmp_path, "https://a.example", bank=f"link_schemes: ['{scheme}']\n")
    assert [name for _, _, name in found] == ["bad-word"]


@pytest.mark.parametrize(
    "arguments",
    [
        {"passage": "# T [a](intent:x)\n\nOne.\n"},
        {"passage": "# T\n\nOne [a](intent:x).\n"},
        {"bank": "reference: '[a](intent:x)'\n"},
        {"questions": "- {id: a, type: cloze, text: 'a {{c1::[b](intent:x)}}'}"},
        {"questions": "- {id: a, type: cloze, text: '[a](intent:x) {{c1::b}}'}"},
    ],
    ids=str,
)
def test_wherever_it_stands(tmp_path: Path, arguments: dict[str, str]) -> None:
    questions = arguments.pop("questions", "- {id: a, type: flashcard, front: f, back: b}")
    _, diagnostics = load_bank(write_bank(tmp_path, questions, **arguments))  # type: ignore[arg-type]
    found = [d for d in diagnostics if d.name == "link-not-allowed"]
    assert found
    for one in found:
        assert one.span.source.line(one.span.line)[one.span.column - 1 :].startswith("intent:x")


def test_an_import_makes_text_of_it() -> None:
    assert link_target("https://example.org/a") == "https://example.org/a"
    for href in ("intent:x", "//evil.example", "javascript:x", "page.html", "anki:x"):
        assert link_target(href) is None


def test_a_link_typed_in_a_field_is_imported_as_the_signs_it_is(tmp_path: Path) -> None:
    note = "see [a](javascript:alert(1)) <b>b</b>\x1f\u200b<br>a"
    (tmp_path / "p.apkg").write_bytes(zipped({"collection.anki2": legacy_database(note=note)}))
    result = import_file(tmp_path / "p.apkg", tmp_path)
    assert result.errors == []
    assert result.imported is not None
    assert "LINK" in {loss.name for loss in result.imported.losses}
    (topic,) = (tmp_path / "question_bank").glob("*/[!b]*.yaml")
    assert "[a](javascript:alert(1))" in topic.read_text("utf-8")


def test_a_field_of_invisible_characters_asks_nothing(tmp_path: Path) -> None:
    made = legacy_database(note="\u200b\u2060\x1fa")
    (tmp_path / "p.apkg").write_bytes(zipped({"collection.anki2": made}))
    result = import_file(tmp_path / "p.apkg", tmp_path)
    assert [d.name for d in result.errors] == ["nothing-to-import"]


NAMES = ("[a](javascript:x)", "![a](my own map)", "[a](data:text/html,x)")


@pytest.mark.parametrize("name", NAMES)
def test_what_looks_like_a_link_is_text_in_titles_and_questions_of_an_import(
    tmp_path: Path, name: str
) -> None:
    """An import leaves no bank with errors for what a stranger called a deck or a topic."""
    decks = json.dumps({"1": {"name": f"{name}::{name}"}})
    made = legacy_database(f"update col set decks = '{decks}'", note=f"{name}\x1fa")
    (tmp_path / "p.apkg").write_bytes(zipped({"collection.anki2": made}))
    table = f'Question,Answer,Topic\n"{name}",a,"{name}"\n"so {name}",b,\n'
    (tmp_path / "t.csv").write_text(table, "utf-8")
    for file, bank in (("p.apkg", "one"), ("t.csv", "two")):
        result = import_file(tmp_path / file, tmp_path, bank)
        assert result.files
        assert result.errors == []
        texts = [p.read_text("utf-8") for p in result.files if p.parent.name == bank]
        assert sum(name in text for text in texts) >= 1


def test_a_picture_in_code_is_no_picture(tmp_path: Path) -> None:
    text = "- {id: a, type: flashcard, front: 'Write `![a](my own map)`', back: b, reference: r}"
    assert load_bank(write_bank(tmp_path, text))[1] == []
    bare = text.replace("`", "")
    assert [d.name for d in load_bank(write_bank(tmp_path, bare))[1]] == ["raw-picture"]
