"""Projects to draw: copies, so that nothing of the repository changes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from PIL import Image, ImageDraw

from tools.pictures.base import ROOT

NAVY = (31, 58, 95)
GOLD = (214, 168, 66)


def sample_project(folder: Path) -> Path:
    """Copy the sample bank with its deck file into `folder`."""
    for name in ("question_bank", "decks"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def tutorial_project(folder: Path) -> Path:
    """Write the files that a reader of the tutorial has at its end into `folder`."""
    text = (ROOT / "docs" / "writing-questions.md").read_text(encoding="utf-8")
    for name, content in re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", text, re.DOTALL):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def example_project(folder: Path, page: str, heading: str) -> Path:
    """Copy the sample bank with a crest; the first YAML below `heading` becomes its deck file."""
    sample_project(folder)
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## {heading}\n")[2]
    deck = section.partition("```yaml\n")[2].partition("```")[0]
    (folder / "decks" / "example.yaml").write_text(deck, encoding="utf-8")
    media = folder / "question_bank" / "seoul-talks" / "media"
    media.mkdir()
    crest().save(media / "crest.png")
    return folder


def crest() -> Image.Image:
    """Draw a shield with a book, which is the crest of no school."""
    image = Image.new("RGB", (400, 480), "white")
    shield = (20, 20), (380, 20), (380, 260), (340, 360), (200, 460), (60, 360), (20, 260)
    pen = ImageDraw.Draw(image)
    pen.polygon(shield, NAVY)
    for left, right in ((90, 195), (205, 310)):
        pen.polygon(((left, 130), (right, 150), (right, 320), (left, 300)), GOLD)
    return image
