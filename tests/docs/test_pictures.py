"""The pictures of the documentation: all made by `make pictures`, all shown, all described."""

from __future__ import annotations

import re
from pathlib import Path
from unittest.mock import Mock

import pytest
from PIL import Image, ImageChops, ImageStat

from tools.pictures import PICTURES, paper
from tools.pictures.base import IMAGES, ROOT, DocumentPicture, Studio, few_colours
from tools.pictures.screens import as_html

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
NAMES = [picture.name for picture in PICTURES]
SHEETS = [picture for picture in PICTURES if picture.draw.__module__ == paper.__name__]

MOST_BYTES = 150_000
"""A page with two of them opens at once on a slow line. Judged by use."""

SMALL_CHANGE = 0.3
"""How much of 255 a pixel may differ on average. Measured on sheets: the code at their foot
0.12, a word of a question 0.13; another title 0.48, a question less 3."""


def shown() -> list[tuple[str, str]]:
    """Description and name of each picture on a page."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        found += re.findall(r"!\[([^\]]*)\]\((?:docs/)?images/([\w-]+)\.png\)", text)
        for tag in re.findall(r'<img src="[^>]*>', text):
            values = dict(re.findall(r'(\w+)="([^"]*)"', tag))
            found.append((values.get("alt", ""), Path(values["src"]).stem))
    return found


def test_every_picture_is_made_by_the_script() -> None:
    assert sorted(path.name for path in IMAGES.glob("*.png")) == [f"{name}.png" for name in NAMES]


def test_every_picture_is_shown_once() -> None:
    assert sorted(name for _, name in shown()) == NAMES


@pytest.mark.parametrize(("description", "name"), shown())
def test_a_picture_says_what_it_shows(description: str, name: str) -> None:
    assert len(description.split()) >= 10
    assert not description.lower().startswith(("picture", "image", "screenshot"))


@pytest.mark.parametrize("picture", PICTURES, ids=NAMES)
def test_a_picture_is_small(picture: DocumentPicture) -> None:
    assert picture.path.stat().st_size <= MOST_BYTES


@pytest.mark.parametrize("picture", SHEETS, ids=[picture.name for picture in SHEETS])
def test_a_picture_of_a_sheet_shows_what_is_built_now(
    picture: DocumentPicture, tmp_path: Path
) -> None:
    drawn = few_colours(picture.draw(Studio(tmp_path, Mock())), picture.colours)
    now, kept = drawn.convert("RGB"), Image.open(picture.path).convert("RGB")
    assert now.size == kept.size, f"run: make pictures NAMES={picture.name}"
    (difference,) = ImageStat.Stat(ImageChops.difference(now, kept).convert("L")).mean
    assert difference < SMALL_CHANGE, f"run: make pictures NAMES={picture.name}"


def test_what_a_terminal_shows_in_colour_is_in_colour() -> None:
    said = "\x1b[1;31merror[a]\x1b[0m 1 < 2"
    shown = '<span style="color:#ff8a80;font-weight:bold">error[a]</span> 1 &lt; 2'
    assert as_html(said) == shown
