"""Deck files that name several banks, hostile ones, or none, through every command."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support import CHOICE, DECK, write_project
from support.commands import run
from support.corpus import some_named
from support.corpus.trees import PLACES
from support.corpus.trying import COMMANDS, try_commands

REST = (
    "flashcards: {name: cards}\npractice: {}\n"
    "exports: [{format: moodle, name: m}, {format: qti3, name: q}]\n"
    "worksheets: [{name: s, title: T, forms: 2, passage: true, answer_sheet: true,"
    " sections: [{title: A}]}]\n"
)
OTHER = """- id: q
  type: multiple_choice
  question: Which city is the other?
  answer: Oslo
  distractors: [Rome, Bern, Lima]"""
LISTS: dict[str, str] = {
    "two": "[talks, other]",
    "one twice": "[talks, talks, talks]",
    "one two thousand times": f"[{', '.join(['talks', 'other'] * 2000)}]",
    "of another case": "[talks, TALKS]",
    "nothing": "[]",
    "lists in lists": "[[talks], [[other]]]",
    "keys": "{talks: other}",
    "null": "[~, talks]",
    "numbers": "[1, 1.5, true, 0x10]",
    "five thousand that are not there": f"[{', '.join(f'b{n}' for n in range(5000))}]",
    "an alias": "[&a talks, *a, other]",
    "a list in itself": "&a [*a, talks]",
    "a list of lists of lists": "&a [talks, other]\nfonts: [*a, *a, [*a, *a]]",
    "a tag": "!!python/object/apply:os.system ['touch owned']",
    "the folder above": "[talks, .., ../.., ../question_bank/other]",
    "places": "[talks, /etc, C:\\x, ~, ./talks, talks/, talks/people.yaml]",
    "signs": '["a\\0b", "\\e[31m", "<img src=x>", "\\u202eother", "*", "%2e%2e"]',
    "half a character": '["talks", "\\ud800"]',
    "letters alike": "[talks, t\u0430lks, ta\u200blks, TALK\u017f]",
    "a long name": f"[talks, {'a' * 5000}]",
    "a text of lines": "\n- talks\n- |\n  other\n",
    "a link to a bank": "[talks, link]",
    "a link to itself": "[talks, loop]",
    "a link out": "[talks, out]",
    "a pipe": "[talks, pipe]",
    "a bank of the same id": "[talks, twin]",
    "a bank that is damaged": "[talks, damaged]",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two banks, and the current folder."""
    root = write_project(tmp_path / "project", CHOICE)
    write_other(root, "other", "other")
    monkeypatch.chdir(root)
    return root


def write_other(root: Path, name: str, id: str) -> None:
    """Write a bank `id` in a folder `name` of the project at `root`."""
    folder = root / "question_bank" / name
    folder.mkdir()
    (folder / "bank.yaml").write_text(f"id: {id}\ntitle: {name}\nreference: r\n")
    (folder / "people.yaml").write_text(f"topic: people\nquestions:\n{OTHER}\n")


def write_odd_bank(root: Path, name: str) -> None:
    """Write what is no bank of its own, as `LISTS` calls it, into the project at `root`."""
    banks, outside = root / "question_bank", root.parent / "outside"
    if "link to a bank" in name:
        (banks / "link").symlink_to("other")
    elif "link to itself" in name:
        (banks / "loop").symlink_to("loop")
    elif "link out" in name:
        outside.mkdir()
        (outside / "bank.yaml").write_text("id: out\ntitle: SECRET\n")
        (banks / "out").symlink_to(outside)
    elif "pipe" in name:
        os.mkfifo(banks / "pipe")
    elif "same id" in name:
        write_other(root, "twin", "talks")
    elif "damaged" in name:
        write_other(root, "damaged", "damaged")
        (banks / "damaged/people.yaml").write_bytes(b"\xff[{" * 3000)


@pytest.mark.parametrize("name", some_named(LISTS, 9))
def test_every_command_answers(
    project: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = f"bank: {LISTS[name]}\n{REST}"
    (project / "decks/talks.yaml").write_text(deck, "utf-8")
    write_odd_bank(project, name)
    printed: list[str] = []
    exits = try_commands(project, capsys, [*COMMANDS, ("export", "gift")], printed)
    assert not (project / "owned").exists()
    assert "SECRET" not in "".join(printed)
    if exits["build"]:
        assert "decks/talks.yaml:" in printed[0] or "question_bank/" in printed[0]
        assert not (project / "dist").exists()
    else:
        assert (project / "dist/talks/practice.html").exists()


def test_good_lists_build(project: Path) -> None:
    """Or the others would try nothing but one error."""
    (project / "decks/talks.yaml").write_text(f"bank: [talks, other]\n{REST}", "utf-8")
    assert run("build") == 0


@pytest.mark.parametrize("file", ["bank.yaml", "people.yaml", "bank.ledger"])
@pytest.mark.parametrize("place", some_named(PLACES, 4))
def test_a_second_bank_with_a_hostile_file_changes_nothing_of_the_first(
    project: Path, file: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = f"bank: [talks, other]\n{REST}"
    (project / "decks/talks.yaml").write_text(deck, "utf-8")
    (project / "decks/first.yaml").write_text(DECK, "utf-8")
    (project / "decks/second.yaml").write_text("bank: other\nanki: {deck: Other}\n", "utf-8")
    assert run("build") == 0
    before = (project / "question_bank/talks/bank.ledger").read_bytes()
    (project / "question_bank/other" / file).unlink()
    PLACES[place](project / "question_bank/other" / file)
    try_commands(project, capsys, [*COMMANDS[:2], *COMMANDS[8:15]])
    assert (project / "question_bank/talks/bank.ledger").read_bytes() == before


@pytest.mark.parametrize("where", ["topic", "deck", "bank"])
def test_a_name_of_a_file_that_is_no_text_ends_no_command(
    project: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = os.fsdecode(b"a\xff")
    if where == "deck":
        (project / "decks" / f"{odd}.yaml").write_text(f"bank: [talks, other]\n{REST}")
    elif where == "topic":
        (project / "question_bank/talks" / f"{odd}.yaml").write_text(
            "topic: more\nquestions:\n" + CHOICE.replace("host-city", "more")
        )
    else:
        (project / "question_bank/other").rename(project / "question_bank" / odd)
    printed: list[str] = []
    exits = try_commands(project, capsys, [*COMMANDS, ("export", "gift")], printed)
    if where == "bank":
        assert "a\\udcff" in printed[0] or exits["build"] == 0
    else:
        assert exits["build"] == 2
        assert "a\\udcff.yaml:1:1: error[unreadable-file] this file has a name with" in printed[0]
        assert "rename it" in printed[0]
