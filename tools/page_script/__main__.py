"""Write the scripts of practice pages: ``PYTHONPATH=tests python -m tools.page_script``."""

from __future__ import annotations

from tools.page_script import built_scripts

for path, script in built_scripts().items():
    path.write_text(script, encoding="utf-8")
