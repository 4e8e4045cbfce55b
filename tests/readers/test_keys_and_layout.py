"""Keys that nobody reads and entries that begin wrongly: one message each, with the right mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import PIXEL, load_bank, mistakes, told, write_bank, write_project

from quizgen import check

HEAD = "topic: people\nquestions:\n"
FINE = "- {{id: {0}, type: flashcard, front: f{0}, back: b{0}, reference: r}}\n"
CARD = "  type: flashcard\n  front: f\n  back: b\n  reference: r\n"
LEFT = CARD.replace("  ", "")
MC = "- id: a\n  type: multiple_choice\n  question: Q\n  reference: r\n  answer: x\n"


def slips(tmp_path: Path, topic: str | bytes) -> tuple[list[str], str]:
    folder = write_bank(tmp_path, FINE.format("unused"))
    raw = topic if isinstance(topic, bytes) else topic.encode()
    (folder / "people.yaml").write_bytes(raw)
    _, found = load_bank(folder)
    return told(found), " ".join(f"{d.message} {d.help}" for d in found)


@pytest.mark.parametrize("key", ["colour", "weight", "mint", "frist"])
def test_another_word_is_no_misspelt_key(tmp_path: Path, key: str) -> None:
    _, said = slips(tmp_path, f"{HEAD}- id: a\n{CARD}  {key}: x\n")
    assert f"no key {key!r}" in said
    assert "did you mean" not in said
    assert "its keys are: front, back" in said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Type", "type"), ("typ", "type"), ("tpye", "type"), ("frnt", "front"), ("Back", "back")],
)
def test_a_misspelt_key_gets_the_right_one_and_no_second_message(
    tmp_path: Path, typed: str, meant: str
) -> None:
    entry = f"- id: a\n{CARD}".replace(f"{meant}:", f"{typed}:")
    found, said = slips(tmp_path, HEAD + entry)
    assert [name.partition("@")[0] for name in found] == ["unknown-key"]
    assert repr(meant) in said


@pytest.mark.parametrize("typed", ["Flashcard", "FLASHCARD"])
def test_a_type_in_capitals_hides_no_other_mistake(tmp_path: Path, typed: str) -> None:
    entry = f"- id: a\n{CARD}".replace("flashcard", typed).replace("front:", "frnt:")
    assert slips(tmp_path, HEAD + entry)[0] == ["unknown-type@4:9", "unknown-key@5:3"]


@pytest.mark.parametrize(
    ("topic", "names"),
    [
        (f"{HEAD}- id: a\n  typ: karte\n  frage: f\n  antwort: b\n", "type, question, answer"),
        (f"{HEAD}- id: a\n  type: flashcard\n  frage: f\n  antwort: b\n", "front, back"),
        (
            f"{HEAD}- id: a\n  type: short_answer\n  frage: f\n  antwort: b\n",
            "its keys are: question, answer",
        ),
        ("thema: x\nfragen:\n- id: a\n", "topic, title, cases, questions"),
    ],
)
def test_keys_of_another_language_get_one_message_with_the_english_ones(
    tmp_path: Path, topic: str, names: str
) -> None:
    found, said = slips(tmp_path, topic)
    assert [name.partition("@")[0] for name in found] == ["unknown-key"]
    assert "keys are English words" in said
    assert names in said


def test_one_key_of_another_language_is_told_with_the_one_that_is_missing(tmp_path: Path) -> None:
    entry = f"- id: a\n{CARD}".replace("front:", "frage:")
    found, said = slips(tmp_path, HEAD + entry)
    assert found == ["unknown-key@5:3"]
    assert "if it stands for 'front', which is missing" in said


def test_a_bank_with_keys_of_another_language_gets_one_message(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "question_bank/talks/bank.yaml").write_text("kennung: x\ntitel: T\nsprache: de\n")
    (found,) = [d for d in check(root) if d.span.source.path.name == "bank.yaml"]
    assert "its keys are: id, title" in str(found.help)


FIRST, LAST = FINE.format("first"), FINE.format("last")


@pytest.mark.parametrize(
    ("topic", "expected", "mend"),
    [
        # a question at column 0, below another one and at the end of the file
        (
            HEAD + FIRST + f"id: b\n{LEFT}" + LAST,
            "yaml-syntax@4:1",
            "write `- ` before",
        ),
        (HEAD + FIRST + f"id: b\n{LEFT}", "unknown-key@4:1", "write `- id: …`"),
        (
            HEAD + FIRST + f"- id: b\n{LEFT}{LAST}",
            "yaml-syntax@5:1",
            "two spaces",
        ),
        (HEAD + FIRST + f"- id: b\n{LEFT}", "unknown-key@5:1", "two spaces"),
        (
            "topic: people\nquestions:\n  - id: a\n    type: flashcard\n    front: f\n    back: b\n"
            "    reference: r\n  id: b\n  type: flashcard\n  - {id: c, type: flashcard, front: g, "
            "back: h, reference: r}\n",
            "yaml-syntax@8:3",
            "write `- ` before",
        ),
        # the first line of a question as a remark
        (HEAD + FIRST + f"# - id: b\n{CARD}{LAST}", "yaml-syntax@4:1", "write # before each"),
        (f"{HEAD}- id: a\n{CARD}# - id: b\n{CARD}{LAST}", "duplicate-key@8:1", "write # before"),
        (f"{HEAD}#- id: b\n{CARD}{LAST}", "yaml-syntax@3:1", "write # before each"),
        # no list, or no key above it
        (f"topic: people\n- id: b\n{CARD}", "yaml-syntax@2:1", "`questions:`"),
        (f"- id: b\n{CARD}", "wrong-kind@1:1", "`topic: …` and `questions:`"),
        (f"id: b\n{LEFT}", "unknown-key@1:1", "`topic:` and `questions:`"),
        # dashes
        (f"{HEAD}{MC}  distractors:\n  - b\n  c\n{LAST}", "yaml-syntax@10:3", "`- c`"),
        (f"{HEAD}{MC}  distractors:\n    b\n    c\n{LAST}", "wrong-kind@9:5", "`- b`"),
        (f"{HEAD}{MC}  distractors:\n    • b\n    • c\n", "wrong-kind@9:5", "`- b`"),
        (f"{HEAD}{MC}  distractors:\n  * b\n  * c\n{LAST}", "yaml-syntax@9:3", "`- b`"),
        (f"{HEAD}- id： b\n  type： flashcard\n{LAST}", "wrong-kind@3:3", "common colon"),
        # quotation marks and colons
        (f"{HEAD}- id: a\n  front: “f: x”\n{LAST}", "yaml-syntax@4:10", '"f: x"'),
        (f"{HEAD}{MC}  distractors:\n  - Elwha: low\n  - c\n", "wrong-kind@9:5", '"Elwha: low"'),
        (f'{HEAD}- id: a\n  front: "f is x”\n{LAST}', "yaml-syntax@4:10", "” does not close"),
        (f"{HEAD}{MC}  distractors: [R #1695, c]\n{LAST}", "text-cut-off@8:19", "double quotes"),
        (f"{HEAD}{MC}  distractors: [Elwha: low, c]\n", "wrong-kind@8:17", '"Elwha: low"'),
        # marks of YAML
        (f"{HEAD}{MC}  distractors: [!a, c]\n", "yaml-tag@8:17", "quotes"),
        (f"{HEAD}{MC}  distractors: [*a, c]\n", "unknown-alias@8:17", "quotes"),
        (f"{HEAD}{MC}  distractors: [&a, c]\n", "unused-anchor@8:17", "quotes"),
        (f"{HEAD}{MC.replace('x', '>5')}  distractors: [c]\n", "yaml-syntax@7:11", '">5"'),
        (f"{HEAD}{MC.replace('x', '|')}  distractors: [c]\n", "empty-value@7:11", "further right"),
    ],
)
def test_one_slip_gets_one_message_and_its_mend(
    tmp_path: Path, topic: str, expected: str, mend: str
) -> None:
    found, said = slips(tmp_path, topic)
    assert found == [expected]
    assert mend in said


def test_a_question_too_far_left_does_not_hide_the_one_above(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, FINE.format("unused"))
    (folder / "people.yaml").write_text(HEAD + FIRST + "id: b\ntype: flashcard\n" + LAST)
    bank, _ = load_bank(folder)
    assert [item.id.value for item in bank.items] == ["first", "last"]


@pytest.mark.parametrize("typed", ["Real.PNG", "reel.png", "real.jpg", "media/real.png"])
def test_a_picture_of_a_like_name_is_suggested(tmp_path: Path, typed: str) -> None:
    entry = f"- id: a\n{CARD}".replace("front: f", f"front: '![a dam]({typed})'")
    _, found = load_bank(write_bank(tmp_path, entry, media={"real.png": PIXEL}))
    assert [d.name for d in found] == ["missing-media"]
    assert "did you mean 'real.png'?" in str(found[0].help)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml\xff", "Word (.docx)"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", ".odt"),
        (b"PK\x03\x04\xff", "a ZIP file"),
        (b"{\\rtf1\\ansi topic: people}", "Rich Text Format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"%PDF-1.7\n%\xe2", "a PDF"),
        (PIXEL, "a picture"),
        (b"<!DOCTYPE html>\n<p>topic: people</p>", "a web page"),
    ],
)
@pytest.mark.parametrize("name", ["people.yaml", "passage.md", "bank.yaml"])
def test_a_file_of_another_program_is_named(
    tmp_path: Path, content: bytes, kind: str, name: str
) -> None:
    root = write_project(tmp_path)
    (root / "question_bank/talks" / name).write_bytes(content)
    found = [d for d in mistakes(check(root)) if d.span.source.path.name == name]
    assert [d.name for d in found] == ["unreadable-file"]
    assert kind in found[0].message
