"""LibreOffice opens the documents of Word that an export writes, and sets what is in them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support import PIXEL, write_project
from support.clients import missing

from quizgen.commands.build.build import build
from quizgen.readers.question_types import QUESTION_TYPES

BLOCKS = """
- id: blocks
  reference: r
  type: flashcard
  front: |
    Read:

    | head | number |
    |------|-------:|
    | cell | 1      |

    - bullet

    ![picture](a.png)
  back: b
"""


@pytest.mark.slow
def test_libreoffice_sets_numbers_letters_and_tables(tmp_path: Path) -> None:
    office = shutil.which("soffice") or missing("LibreOffice is not on this machine")
    source = "".join(one.example for one in QUESTION_TYPES) + BLOCKS
    deck = "bank: talks\nexports: {format: docx}\n"
    build(write_project(tmp_path, source, deck=deck, media={"a.png": PIXEL}), built=1)  # type: ignore[arg-type]
    files = [tmp_path / "dist/talks" / name for name in ("docx.docx", "docx-key.docx")]
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files],
        check=True,
        capture_output=True,
        timeout=180,
    )
    sheet, key = (
        subprocess.run(
            ["pdftotext", "-layout", tmp_path / f"{file.stem}.pdf", "-"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for file in files
    )
    numbers = re.findall(r"(?m)^\f? {0,4}(\d+)\. ", sheet)
    assert numbers == [str(number) for number in range(1, len(QUESTION_TYPES) + 2)]
    options = re.findall(r"(?m)^ +([A-D])\. +(Vienna|New York|Geneva|Nairobi)$", sheet)
    assert [letter for letter, _ in options] == ["A", "B", "C", "D"]
    right = next(letter for letter, city in options if city == "New York")
    assert f"{right}. New York" in key
    assert re.search(r"head\s+number", sheet)
    assert re.search(r"cell\s+1", sheet)
