from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image as PillowImage
from support import CHOICE, PIXEL, load_bank, told, write_bank

from quizgen import load
from quizgen.model.text import Image, Math

PICTURE = "- {{id: x, type: flashcard, front: '![a map]({})', back: b, reference: r}}"


def second_topic(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_topics_come_in_the_order_bank_yaml_gives_then_by_file_name(tmp_path: Path) -> None:
    entry = "questions:\n- {id: %s, type: flashcard, front: a, back: b, reference: r}\n"
    folder = write_bank(tmp_path, bank="topics: [zulu, people]\n")
    second_topic(folder, "alpha.yaml", "topic: alpha\n" + entry % "q1")
    second_topic(folder, "zulu.yml", "topic: zulu\ntitle: The *last*\n" + entry % "q2")
    bank, diagnostics = load_bank(folder)
    assert told(diagnostics) == []
    assert [(t.id, t.title.plain) for t in bank.topics] == [
        ("zulu", "The last"),
        ("people", "people"),
        ("alpha", "alpha"),
    ]


def test_what_the_bank_says_of_formulas_holds_for_its_own_texts(tmp_path: Path) -> None:
    glossary = "glossary: {Seoul: '$x^2$ with ![a map](map.png)'}\n"
    folder = write_bank(tmp_path, bank=glossary + "math: true\n", media={"map.png": PIXEL})
    bank, diagnostics = load_bank(folder)
    assert told(diagnostics) == []
    [entry] = bank.glossary
    assert [type(run) for run in entry.meaning.runs] == [Math, str, Image]
    assert set(bank.media) == {"map.png"}


def test_a_topic_that_no_file_has(tmp_path: Path) -> None:
    _, diagnostics = load_bank(write_bank(tmp_path, bank="topics: [peopel]\n"))
    assert told(diagnostics) == ["unknown-topic@4:10"]
    assert "'people'" in str(diagnostics[0].help)


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"topic: people\nquestions: [\n", "yaml-syntax"), (b"topic: caf\xe9\n", "unreadable-file")],
)
def test_a_topic_whose_file_is_broken_is_not_told_twice(
    tmp_path: Path, content: bytes, name: str
) -> None:
    folder = write_bank(tmp_path, bank="topics: [people]\n")
    (folder / "people.yaml").write_bytes(content)
    _, diagnostics = load_bank(folder)
    assert [d.name for d in diagnostics] == [name]


def test_a_topic_whose_file_has_a_slip_elsewhere_is_told(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, bank="topics: [people]\n")
    (folder / "people.yaml").write_text("topic: peopel \n" + "questions:\n" + CHOICE[1:])
    _, diagnostics = load_bank(folder)
    assert told(diagnostics) == ["trailing-space@1:14", "unknown-topic@4:10"]


def test_two_files_of_one_topic(tmp_path: Path) -> None:
    folder = write_bank(tmp_path)
    second_topic(folder, "people2.yaml", "topic: people\nquestions: [{id: q, type: cloze}]\n")
    _, diagnostics = load_bank(folder)
    (found,) = [d for d in diagnostics if d.name == "duplicate-topic"]
    assert found.span.source.path.name == "people2.yaml"
    assert found.related[0].span.source.path.name == "people.yaml"


@pytest.mark.parametrize("topic", ["people", "People"])
def test_the_file_that_is_named_for_its_topic_is_the_right_one(tmp_path: Path, topic: str) -> None:
    folder = write_bank(tmp_path)
    entry = "questions: [{id: q, type: flashcard, front: a, back: b, reference: r}]\n"
    second_topic(folder, "copy.yaml", f"topic: {topic}\n{entry}")
    bank, (found,) = load_bank(folder)
    assert (found.name, found.span.source.path.name) == ("duplicate-topic", "copy.yaml")
    assert "people.yaml" in found.message
    assert [item.id.value for item in bank.items] == ["host-city"]


def test_empty_files(tmp_path: Path) -> None:
    folder = write_bank(tmp_path)
    (folder / "people.yaml").write_text("# nothing yet\n")
    (folder / "passage.md").write_text("\n")
    _, diagnostics = load_bank(folder)
    assert [d.name for d in diagnostics] == ["empty-file", "empty-file"]
    (folder / "bank.yaml").write_text("")
    assert load(folder).bank is None
    assert "empty-file" in [d.name for d in load(folder).diagnostics]


def test_a_passage_is_a_title_and_numbered_paragraphs(tmp_path: Path) -> None:
    passage = "# A *title*\n\n1. One\n   goes on.\n\n2. Two **bold**.\n\nThree.\n"
    folder = write_bank(tmp_path, CHOICE.replace("sat down in Seoul", "Two bold"), passage=passage)
    bank, diagnostics = load_bank(folder)
    assert told(diagnostics) == []
    assert bank.passage is not None
    assert bank.passage.title.plain == "A title"
    assert [p.plain for p in bank.passage.paragraphs] == ["One goes on.", "Two bold.", "Three."]
    assert bank.passage.number("One  goes\non.") == 1
    assert bank.passage.number("Three.") is None
    assert bank.passage.holds("Three.")


@pytest.mark.parametrize(
    ("passage", "numbers"),
    [
        ("One.\n\nTwo.\n", (1, 2)),
        ("# T\n\nAn introduction.\n\n1. One.\n\n2. Two.\n", (None, 1, 2)),
        ("1. One.\n\n   Still one.\n\n2. Two.\n\nAn afterthought.\n", (1, 1, 2, None)),
        ("1. One.\n\n## Later\n\n2. Two.\n\n3. Three.\n", (1, None, 2, 3)),
        ("1. One.\n1. Two.\n1. Three.\n", (1, 2, 3)),
        ("5. Five.\n7. Seven.\n", (5, 7)),
        ("- One.\n- Two.\n", (1, 2)),
        ("0. Nought.\n\nMore.\n", (0, None)),
    ],
)
def test_paragraphs_have_the_numbers_of_their_list(
    tmp_path: Path, passage: str, numbers: tuple[int | None, ...]
) -> None:
    bank, _ = load_bank(write_bank(tmp_path, passage=passage))
    assert bank.passage is not None
    assert bank.passage.numbers == numbers


def test_texts_of_bank_yaml_may_hold_what_those_of_questions_may(tmp_path: Path) -> None:
    entry = "- {id: a, type: flashcard, front: b, back: c}"
    bank = "math: true\nreference: ['![a map](a.png)', $x^2$]\n"
    folder = write_bank(tmp_path, entry, bank=bank, media={"a.png": PIXEL})
    found, diagnostics = load_bank(folder)
    assert told(diagnostics) == []
    assert list(found.media) == ["a.png"]
    (item,) = found.items
    assert [reference.runs for reference in item.references] == [
        (Image("a.png", "a map"),),
        (Math("x^2"),),
    ]


def test_pictures_are_read_once_by_the_name_texts_use(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, PICTURE.format("map.png"), media={"map.png": PIXEL})
    bank, diagnostics = load_bank(folder)
    assert told(diagnostics) == []
    assert bank.media["map.png"].content == PIXEL
    assert next(iter(bank.items)).stem.images == (Image("map.png", "a map"),)


def test_pictures_that_cannot_be_had(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(PIXEL)
    for name, words in {
        "gone.png": "no picture",
        "../secret.png": "not the name of a file",
        str(tmp_path / "secret.png"): "not the name of a file",
        "https://example.org/a.png": "on the web",
        "notes.txt": "no picture",
    }.items():
        folder = write_bank(tmp_path, PICTURE.format(name), media={"notes.txt": b""})
        _, diagnostics = load_bank(folder)
        assert told(diagnostics) == ["missing-media@3:35"], name
        assert words in diagnostics[0].message
        kinds = ".png, .jpg, .jpeg, .gif, .webp"
        assert (kinds in str(diagnostics[0].help)) == (name == "notes.txt")


def picture(width: int, height: int, kind: str = "PNG", mode: str = "L") -> bytes:
    file = io.BytesIO()
    PillowImage.new(mode, (width, height), 128).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg/>", picture(40, 40)[:60], picture(400, 400, "JPEG")[:-200], picture(4, 4, "BMP")],
    ids=["empty", "SVG", "cut PNG", "cut JPEG", "BMP"],
)
def test_a_picture_that_cannot_be_shown(tmp_path: Path, content: bytes) -> None:
    folder = write_bank(tmp_path, PICTURE.format("map.png"), media={"map.png": content})
    _, diagnostics = load_bank(folder)
    assert told(diagnostics) == ["unreadable-image@3:35"]


def test_a_picture_beyond_all_measure(tmp_path: Path) -> None:
    media = {"map.png": picture(10_000, 5_001, mode="1")}
    _, diagnostics = load_bank(write_bank(tmp_path, PICTURE.format("map.png"), media=media))
    assert told(diagnostics) == ["image-too-large@3:35"]


def test_a_picture_may_have_damaged_remarks_on_its_making(
    tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    file = io.BytesIO()
    PillowImage.new("L", (4, 4)).save(file, "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x09\x01")
    media = {"map.jpg": file.getvalue()}
    _, diagnostics = load_bank(write_bank(tmp_path, PICTURE.format("map.jpg"), media=media))
    assert told(diagnostics) == []
    assert list(recwarn) == []


def test_a_link_out_of_the_media_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(PIXEL)
    folder = write_bank(tmp_path, PICTURE.format("link.png"))
    (folder / "media" / "link.png").symlink_to(tmp_path / "secret.png")
    _, diagnostics = load_bank(folder)
    assert [d.name for d in diagnostics] == ["missing-media"]


def test_a_passage_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, passage="# T\n\nThey met.\n")
    (folder / "passage.md").rename(folder / "passages.md")
    _, diagnostics = load_bank(folder)
    [one] = diagnostics
    assert (one.name, one.span.source.path.name) == ("unreadable-file", "bank.yaml")
    assert one.span.line > 1
    assert one.help == "did you mean 'passages.md'?"
