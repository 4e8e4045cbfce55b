"""Makes docs/images/preview.png: ``python tests/support/preview_picture.py``.

Shows a copy of the sample bank in which one question lost its source.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.preview import chromium, running

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "images" / "preview.png"
SOURCE = "  evidence: sat down together in Seoul, the South Korean capital\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("question_bank", "decks"):
            shutil.copytree(ROOT / name, Path(folder) / name)
        path = Path(folder) / "question_bank" / "seoul-talks" / "participants.yaml"
        text = path.read_text(encoding="utf-8")
        assert SOURCE in text
        path.write_text(text.replace(SOURCE, "", 1), encoding="utf-8")
        with running(Path(folder)) as url, chromium() as browser:
            page = browser.new_page(viewport={"width": 1200, "height": 750})
            page.goto(url)
            page.frame_locator("iframe").nth(3).locator(".key").wait_for()
            page.wait_for_timeout(500)  # until every frame has grown to its card
            picture = Image.open(io.BytesIO(page.screenshot()))
    picture.quantize(128).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
