"""markdown-it-py's parser with the rules of this project, and its inline tokens as runs."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

from quizgen.model.pattern import compiled_when_used
from quizgen.model.text.character_codes import character_code_plugin
from quizgen.model.text.formulas import DISPLAY, INLINE, formula_plugin
from quizgen.model.text.picture_markdown import sized, spaced_name_plugin
from quizgen.model.text.runs import (
    SOUND_SUFFIXES,
    UNSTYLED,
    Break,
    Image,
    InlineRun,
    Math,
    Sound,
    Style,
    Styled,
    plain_text,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_STYLES = {
    "strong": Style.STRONG,
    "em": Style.EMPHASIS,
    "sub": Style.SUBSCRIPT,
    "sup": Style.SUPERSCRIPT,
}


@functools.cache
def markdown_parser(*, math: bool = False) -> MarkdownIt:
    """Return the parser of CommonMark with tables and without HTML; with formulas if `math`.

    Names of characters (``&lt;``) and definitions of links (``[1]: https://example.org``)
    are text: what was typed is seen.
    """
    with compiled_when_used():  # 5 ms of HTML and links that most texts have none of
        from markdown_it import MarkdownIt
        from mdit_py_plugins.subscript import sub_plugin
        from mdit_py_plugins.superscript import superscript_plugin

    parser = MarkdownIt("commonmark", {"html": False}).use(sub_plugin).use(superscript_plugin)
    parser.use(character_code_plugin).use(spaced_name_plugin)
    parser.enable("table").disable("reference")
    return parser.use(formula_plugin) if math else parser


def inline_token_runs(tokens: Sequence[Token]) -> Iterable[InlineRun]:
    """Yield flat runs for nested inline `tokens`, each with the styles and the link around it.

    What stands in braces behind a picture, ``{width=50%}``, is part of it.
    """
    image: Image | None = None
    for run in _runs(tokens):
        following = run
        if image is not None:
            if isinstance(run, str):
                image, length = sized(image, run)
                following = run[length:]
            yield image
        image = following if isinstance(following, Image) else None
        if image is None and following != "":
            yield following
    if image is not None:
        yield image


def _runs(tokens: Sequence[Token]) -> Iterable[InlineRun]:
    open_styles: list[Style] = []
    link: str | None = None
    for token in tokens:
        kind = token.type
        if kind == "text":
            yield _run(token.content, open_styles, link)
        elif kind == "code_inline":
            yield _run(token.content, [*open_styles, Style.CODE], link)
        elif kind == "image":
            alt = plain_text(inline_token_runs(token.children or ()))
            yield _picture_or_sound(unquote(str(token.attrGet("src") or "")), alt)
        elif kind == "softbreak":
            yield _run(" ", open_styles, link)
        elif kind in (INLINE, DISPLAY):
            yield Math(token.content, display=kind == DISPLAY)
        elif kind == "hardbreak":
            yield Break()
        elif kind == "link_open":
            link = str(token.attrGet("href") or "")
        elif kind == "link_close":
            link = None
        elif kind.endswith("_open"):
            open_styles.append(_STYLES[kind.removesuffix("_open")])
        elif kind.endswith("_close"):
            open_styles.pop()
        else:
            yield _run(token.content, open_styles, link)


def _picture_or_sound(name: str, alt: str) -> Image | Sound:
    """Return the sound `name` if it ends like one, else the picture."""
    is_sound = name.lower().endswith(SOUND_SUFFIXES)
    return Sound(name, alt) if is_sound else Image(name, alt)


def _run(text: str, styles: Iterable[Style], link: str | None) -> InlineRun:
    """Return the run of `text` with all of `styles` and `link`."""
    style = UNSTYLED
    for flag in styles:
        style |= flag
    return Styled(text, style, link) if style or link else text
