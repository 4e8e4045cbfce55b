"""All pictures, or those that are named: ``python -m tools.pictures [NAME…]``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from support.preview import chromium

from tools.pictures import PICTURES
from tools.pictures.base import ROOT, Studio

STEADY = (
    "--disable-features=IsolateSandboxedIframes",
    "--disable-gpu",
    "--disable-partial-raster",
    "--num-raster-threads=1",
)
"""Without the first, a card's frame in the preview may start before it knows which day it is
to believe; without the others, rounded corners differ by a shade in one run of eight."""

names = sys.argv[1:]
unknown = set(names) - {picture.name for picture in PICTURES}
if unknown:
    sys.exit(f"no such picture: {', '.join(sorted(unknown))}")
with chromium(*STEADY) as browser:
    for picture in PICTURES:
        if not names or picture.name in names:
            with tempfile.TemporaryDirectory() as folder:
                picture.save(Studio(Path(folder), browser))
            size = picture.path.stat().st_size
            print(f"{picture.path.relative_to(ROOT)} {size / 1000:.0f} kB", flush=True)
