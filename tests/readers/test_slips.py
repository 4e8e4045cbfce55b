"""Every slip of a file at once, each where it was made, with the mend that is meant."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from support import load_bank, told, write_bank

GOOD = "- {{id: {0}, type: flashcard, front: f{0}, back: b{0}, reference: r}}\n"


def slips(tmp_path: Path, topic: str) -> tuple[list[str], str]:
    folder = write_bank(tmp_path, GOOD.format("unused"))
    (folder / "people.yaml").write_text(topic, encoding="utf-8")
    _, found = load_bank(folder)
    return told(found), " ".join(f"{d.message} {d.help}" for d in found)


HEAD = "topic: people\nquestions:\n"


def test_all_slips_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    topic = (
        HEAD
        + '- id: a\n  type: flashcard\n  front: "never closed\n  back: b\n  reference: r\n'
        + GOOD.format("fine")
        + "- id: b\n  type:flashcard\n  front: f\n  back: b\n  reference: r\n"
        + "- id: c\n  type: multiple_choice\n  question: Q\n  answer: a\n"
        + "  distractors: [b, c\n  reference: r\n"
        + "- id: d\n  type: flashcard\n  front: a: b\n  back: b\n  reference: r\n"
        + "- id: e\n  type: flashcard\n  frnt: x\n  back: b\n  reference: r\n"
        + GOOD.format("last")
    )
    found, _ = slips(tmp_path, topic)
    assert [place.rpartition("@")[2].split(":")[0] for place in found] == [
        "5",
        "10",
        "18",
        "22",
        "27",
    ]
    assert found[-1].startswith("unknown-key")


def test_a_question_without_a_slip_is_read_beside_one_that_has_one(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, GOOD.format("unused"))
    topic = f"{HEAD}- id: a\n  type: [flashcard\n{GOOD.format('fine')}"
    (folder / "people.yaml").write_text(topic)
    bank, _ = load_bank(folder)
    assert [item.id.value for item in bank.items] == ["fine"]


@pytest.mark.parametrize(
    ("entry", "place", "words"),
    [
        (
            "- id: a\n  type: flashcard\n  front: |\n  not indented\n  back: b\n",
            "6:3",
            "further right",
        ),
        (
            "- id: a\n  type: flashcard\n  front: a text that\ngoes on\n  back: b\n",
            "6:1",
            "indented",
        ),
        ("– id: a\n  type: flashcard\n", "3:1", "hyphen"),
        ("- id: a\n  type: ordering\n  in_order:\n  • one\n  • two\n", "6:3", "`- one`"),
        ("- id: a\n  type： flashcard\n  front: f\n", "4:7", "common colon"),
        ("- id: a\n  type: x\n  distractors: [b, c\n  reference: r\n", "5:16", "not finished"),
    ],
)
def test_a_slip_is_told_where_it_was_made(
    tmp_path: Path, entry: str, place: str, words: str
) -> None:
    found, said = slips(tmp_path, HEAD + entry + GOOD.format("last"))
    assert found[0] == f"yaml-syntax@{place}"
    assert words in said


@pytest.mark.parametrize("space", ["\u00a0", "\u2007", "\u202f", "\u3000"])
@pytest.mark.parametrize(
    "entry",
    [
        "- id:{0}a\n  type: flashcard\n  front: f\n  back: b\n  reference: r\n",
        "-{0}id: a\n  type: flashcard\n  front: f\n  back: b\n  reference: r\n",
    ],
)
def test_an_odd_space_behind_a_colon_or_a_dash_is_read_as_a_space(
    tmp_path: Path, entry: str, space: str
) -> None:
    found, _ = slips(tmp_path, HEAD + entry.format(space))
    assert [name.partition("@")[0] for name in found] == ["control-character"]


def test_marks_of_a_merge_are_named(tmp_path: Path) -> None:
    both = f"<<<<<<< HEAD\n{GOOD.format('a')}=======\n{GOOD.format('b')}>>>>>>> other\n"
    found, said = slips(tmp_path, HEAD + both)
    assert found == ["merge-conflict@3:1"]
    assert "git" in said


SLIPS = {
    "  type:flashcard": "yaml-syntax",
    "  front: a: b": "yaml-syntax",
    '  back: "never closed': "yaml-syntax",
    "  explain: [x": "yaml-syntax",
    "  hint: @x": "yaml-syntax",
    "  reference: *foo": "unknown-alias",
    "  difficulty: esay": "bad-word",
    "  frnt: x": "unknown-key",
    "  points: many": "bad-number",
}


@pytest.mark.parametrize("two", list(itertools.combinations(SLIPS, 2)), ids=" and ".join)
@pytest.mark.parametrize("between", [["  tags: [x]"], []], ids=["apart", "side by side"])
def test_two_slips_of_one_entry_are_told_at_once(
    tmp_path: Path, two: tuple[str, str], between: list[str]
) -> None:
    lines = ["- id: a", "  type: flashcard", "  front: f", "  back: b"]
    keys = {slip.strip().partition(":")[0] for slip in two}
    entry = [line for line in lines if line.strip("- ").partition(":")[0] not in keys]
    entry = [*entry, two[0], *between, two[1], "  speak: true"]
    found, _ = slips(tmp_path, HEAD + "\n".join(entry) + "\n" + GOOD.format("last"))
    places = {f"{SLIPS[slip]}@{entry.index(slip) + 3}" for slip in two}
    assert {place.rpartition(":")[0] for place in found} - {"no-source@3"} == places


def test_the_lines_of_one_slip_are_one_mistake(tmp_path: Path) -> None:
    entry = "- id: a\n  type: flashcard\n  front: |\n  one\n  two\n  three\n  back: b\n"
    found, _ = slips(tmp_path, HEAD + entry + GOOD.format("last"))
    assert found == ["yaml-syntax@6:3"]


def test_keys_in_another_column_than_the_first_are_one_mistake(tmp_path: Path) -> None:
    entry = "-  id: a\n  type: flashcard\n  front: f\n  back: b\n"
    found, _ = slips(tmp_path, HEAD + entry + GOOD.format("last"))
    assert found == ["yaml-syntax@4:3"]


def test_a_slip_hides_nothing_that_stands_below_it_in_the_only_entry(tmp_path: Path) -> None:
    entry = "- id: a\n  type:flashcard\n  front: f\n  bak: b\n"
    found, _ = slips(tmp_path, HEAD + entry)
    assert [place.rpartition(":")[0] for place in found] == ["yaml-syntax@4", "unknown-key@6"]


@pytest.mark.parametrize("merges", ["- <<: *x\n  id: b\n", "- <<: *x\n  <<: *x\n  id: b\n"])
def test_a_merge_key_is_told_once(tmp_path: Path, merges: str) -> None:
    first = "- &x\n  id: a\n  type: flashcard\n  front: f\n  back: b\n  reference: r\n"
    found, said = slips(tmp_path, HEAD + first + merges)
    assert found == ["merge-key@9:3"]
    assert "id, type, front, back, reference" in said
