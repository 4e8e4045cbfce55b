"""All pictures, or those that are named: ``python -m pictures [NAME…]``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from support.preview import chromium

from pictures import PICTURES
from pictures.base import ROOT, Studio

names = sys.argv[1:]
unknown = set(names) - {picture.name for picture in PICTURES}
if unknown:
    sys.exit(f"no such picture: {', '.join(sorted(unknown))}")
with chromium() as browser:
    for picture in PICTURES:
        if not names or picture.name in names:
            with tempfile.TemporaryDirectory() as folder:
                picture.save(Studio(Path(folder), browser))
            size = picture.path.stat().st_size
            print(f"{picture.path.relative_to(ROOT)} {size / 1000:.0f} kB", flush=True)
