"""Author text as HTML, for every format that is written in it.

Each format has its own characters to escape: Anki acts on brackets and braces, GIFT on equals
signs. So `HtmlText` is given functions that escape, and all author text goes through them.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from quizgen.model.text.runs import Break, Image, Math, Run, Sound, Style, Styled, Text
from quizgen.model.text.tex import tex_fault

_TAGS = (
    (Style.CODE, "code"),
    (Style.SUBSCRIPT, "sub"),
    (Style.SUPERSCRIPT, "sup"),
    (Style.EMPHASIS, "em"),
    (Style.STRONG, "strong"),
)
"""The tag of each style, from the innermost to the outermost."""


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
    """A converter of texts to HTML.

    `escape` is for characters between tags, `escape_attribute` for those of an attribute in quotes,
    `escape_formula` for TeX between the delimiters of MathJax. `pictures` maps the names of
    pictures and sounds in texts to addresses; a picture without an address is shown as its
    description. `play` gives the HTML that plays the sound at an address; without it, and without
    an address, a sound is shown as its description or its name.
    """

    escape: Callable[[str], str] = escape_characters
    escape_attribute: Callable[[str], str] = html.escape
    escape_formula: Callable[[str], str] = escape_characters
    pictures: Mapping[str, str] = field(default_factory=dict)
    play: Callable[[str], str] | None = None

    def text(self, text: Text | None) -> str:
        """Return the HTML of `text`, ``""`` for None."""
        if text is None:
            return ""
        runs = text.runs
        if len(runs) == 1 and isinstance(runs[0], str):
            return self.escape(runs[0])
        return "".join([self.run(run) for run in runs])

    def run(self, run: Run) -> str:
        """Return the HTML of `run`."""
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
            case Sound(name=name, label=label):
                if self.play is None or name not in self.pictures:
                    return self.escape(label)
                return self.play(self.pictures[name])
            case Math(tex=tex) if tex_fault(tex) is not None:
                return self.escape(tex)  # a command that does more than set signs
            case Math(tex=tex, display=display):
                formula = self.escape_formula(tex)
                return f"\\[{formula}\\]" if display else f"\\({formula}\\)"
            case Break(paragraph=paragraph):
                return "<br><br>" if paragraph else "<br>"
