"""The style and the scripts of pages.

The scripts are the files of ``script/``, joined and made small: `python -m tools.page_script`
writes them, and the tests hold that they are those of the sources.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

STYLES = ("colours.css", "page.css", "questions.css", "result.css", "print.css")
"""The files of the style, in order."""
WITH_KEY = "right_options.css"
"""The file of the style that says what is right, behind the others."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*([{};,])\s*|(?<=:)[ ]|\n\s*")
"""Spaces in a stylesheet that mean nothing. None stands behind a colon in a selector here."""


@cache
def stylesheet(*, has_key: bool) -> str:
    """Return the style of a page, without what only people read."""
    names = (*STYLES, WITH_KEY) if has_key else STYLES
    source = _COMMENT.sub("", "".join(map(_asset, names)))
    return _SPACE.sub(r"\1", source).replace(";}", "}").strip()


@cache
def script_for(*, has_key: bool, for_scorm: bool = False) -> str:
    """Return the script of a page; with `for_scorm`, it reports to a platform."""
    if not has_key:
        return _asset("without-key.min.js")
    return _asset("on-platform.min.js" if for_scorm else "with-key.min.js")


def _asset(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")
