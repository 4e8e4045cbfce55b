"""The head of a worksheet: what a deck file may say of it, and what it is told when it errs."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from quizgen import build

BANK = "id: b\ntitle: B\nlanguage: en\n"
TOPIC = """\
topic: t
questions:
- {id: q, type: true_false, question: Seoul is a city., answer: true, reference: An atlas}
"""


def made(folder: Path, head: str) -> set[str]:
    """Builds a worksheet with `head`; the names of what is wrong with it."""
    bank = folder / "question_bank" / "b"
    (bank / "media").mkdir(parents=True)
    (folder / "decks").mkdir()
    picture = io.BytesIO()
    Image.new("L", (60, 40)).save(picture, "PNG")
    (bank / "media" / "crest.png").write_bytes(picture.getvalue())
    (bank / "media" / "torn.png").write_bytes(picture.getvalue()[:40])
    (bank / "bank.yaml").write_text(BANK)
    (bank / "t.yaml").write_text(TOPIC)
    sheet = f"bank: b\nworksheets:\n- name: w\n  title: W\n  {head}\n  sections:\n  - title: S\n"
    (folder / "decks" / "d.yaml").write_text(sheet)
    return {found.name for found in build(folder, built=1).diagnostics}


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ('logo: "![Crest](none.png)"', "missing-media"),
        ('logo: "![Crest](torn.png)"', "unreadable-image"),
        ('logo: "![](crest.png)"', "missing-alt-text"),
        ("logo: crest.png", "bad-logo"),
        ("fields: [a, b, c, d, e, f, g, h, i]", "bad-fields"),
        ("fields: [The name that your parents gave you]", "bad-fields"),
        ('school: "![Crest](crest.png)"', "misplaced-picture"),
    ],
)
def test_a_faulty_head_is_told(tmp_path: Path, head: str, fault: str) -> None:
    assert fault in made(tmp_path, head)
    assert not (tmp_path / "dist" / "d" / "w.pdf").exists()


def test_a_logo_is_a_figure_with_its_description(tmp_path: Path) -> None:
    made(tmp_path, 'logo: "![Crest of a school](crest.png)"')
    with pikepdf.open(tmp_path / "dist" / "d" / "w.pdf") as pdf:
        described = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
        assert [(str(o.S), str(o.Alt)) for o in described] == [("/Figure", "Crest of a school")]


@pytest.mark.parametrize("count", [0, 1, 3, 8])
def test_every_field_is_printed_with_room_to_write(tmp_path: Path, count: int) -> None:
    import pdfplumber

    names = [f"Field{number}" for number in range(count)]
    made(tmp_path, f"editions: large-print\n  school: Lakeside\n  fields: [{', '.join(names)}]")
    with pdfplumber.open(next((tmp_path / "dist" / "d").glob("w-large-print.pdf"))) as pdf:
        page = pdf.pages[0]
        words = [word["text"] for word in page.extract_words()]
        assert [word for word in words if word.startswith("Field")] == names
        assert words[0] == "Lakeside"
        starts = {word["text"]: word for word in page.extract_words()}
        for name in names:
            word = starts[name]
            rules = [
                r
                for r in page.lines
                if r["x0"] > word["x1"] and word["top"] < r["top"] < word["bottom"] + 5
            ]
            assert max(r["x1"] - r["x0"] for r in rules) >= 62
