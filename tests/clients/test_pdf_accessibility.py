"""outloud, an accessibility checker that no one here wrote, finds nothing in any PDF."""

from __future__ import annotations

import io
from pathlib import Path

import outloud
import pikepdf
import pytest
from writers.pdf.pdf_samples import (
    EVERY_INTERACTION,
    assessment,
    built,
    choice,
    entry,
    in_every_printing,
    item,
    match,
    png,
    section,
)

from quizgen.assessment import Printing
from quizgen.words import Words

DIST = Path(__file__).parents[2] / "dist"

DEMANDING = section(
    item("long", " ".join(Words("en").letter(n) for n in range(2000)), choice("yes", "no")),
    item("pairs", "Match.", match({f"premise{n}": f"response{n}" for n in range(60)}, "x")),
    item("picture", "See ![a map](map.png).", entry("Ω Ж")),
    title="More of them",
    instructions="Read.",
    first=12,
)


def findings(path: Path) -> list[str]:
    return [f"{one.rule} {one.message}" for one in outloud.check(str(path)).findings]


@in_every_printing
def test_nothing_is_found_in_a_worksheet_or_its_key(printing: Printing, tmp_path: Path) -> None:
    made = assessment(
        EVERY_INTERACTION, DEMANDING, printing=printing, media={"map.png": png(60, 40)}
    )
    for name, content in zip(("sheet.pdf", "key.pdf"), built(made), strict=True):
        path = tmp_path / name
        path.write_bytes(content)
        assert findings(path) == []


@pytest.mark.parametrize("path", sorted(DIST.rglob("*.pdf")), ids=lambda path: path.name)
def test_nothing_is_found_in_what_is_handed_out(path: Path) -> None:
    assert findings(path) == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    sheet, _ = built(assessment(EVERY_INTERACTION))
    path = tmp_path / "untagged.pdf"
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        del pdf.Root["/StructTreeRoot"]
        pdf.save(path)
    assert findings(path) != []
