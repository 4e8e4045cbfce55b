"""Author text as HTML, for every format that is written in it.

What a format must escape is its own: Anki acts on brackets and braces, GIFT on equals signs.
So a walk is given functions that escape, and no author text goes past them.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from quizgen.model.text.runs import Break, Image, Math, Run, Style, Styled, Text
from quizgen.model.text.tex import tex_fault

_TAGS = (
    (Style.CODE, "code"),
    (Style.SUBSCRIPT, "sub"),
    (Style.SUPERSCRIPT, "sup"),
    (Style.EMPHASIS, "em"),
    (Style.STRONG, "strong"),
)
"""From the innermost tag to the outermost."""


def escape_characters(text: str) -> str:
    """Return `text` with ``&``, ``<`` and ``>`` as entities."""
    return html.escape(text, quote=False)


def in_tags(markup: str, style: Style) -> str:
    """Return `markup` inside a tag for each flag of `style`."""
    for flag, tag in _TAGS:
        if style & flag:
            markup = f"<{tag}>{markup}</{tag}>"
    return markup


@dataclass(frozen=True, slots=True)
class HtmlText:
    """Makes HTML of texts.

    `escape` is for what stands between tags, `escape_attribute` for what stands in quotes,
    `escape_formula` for TeX between the delimiters of MathJax. `pictures` maps the names that
    texts use for pictures to addresses; a picture that is not there is shown as its
    description.
    """

    escape: Callable[[str], str] = escape_characters
    escape_attribute: Callable[[str], str] = html.escape
    escape_formula: Callable[[str], str] = escape_characters
    pictures: Mapping[str, str] = field(default_factory=dict)

    def text(self, text: Text | None) -> str:
        """Return the HTML of `text`; ``""`` for none."""
        if text is None:
            return ""
        runs = text.runs
        if len(runs) == 1 and isinstance(runs[0], str):
            return self.escape(runs[0])
        return "".join([self.run(run) for run in runs])

    def run(self, run: Run) -> str:
        """Return the HTML of one run."""
        match run:
            case str():
                return self.escape(run)
            case Styled(text=text, style=style, link=link):
                inner = in_tags(self.escape(text), style)
                return f'<a href="{html.escape(link)}">{inner}</a>' if link else inner
            case Image(name=name, alt=alt):
                if name not in self.pictures:
                    return self.escape(alt)
                source = html.escape(self.pictures[name])
                return f'<img src="{source}" alt="{self.escape_attribute(alt)}">'
            case Math(tex=tex) if tex_fault(tex) is not None:
                return self.escape(tex)  # a command that does more than set signs
            case Math(tex=tex, display=display):
                formula = self.escape_formula(tex)
                return f"\\[{formula}\\]" if display else f"\\({formula}\\)"
            case Break(paragraph=paragraph):
                return "<br><br>" if paragraph else "<br>"
