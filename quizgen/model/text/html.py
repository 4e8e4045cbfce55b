"""Author text as HTML, for every format that is written in it.

Each format has its own characters to escape: Anki acts on brackets and braces, GIFT on equals
signs. So `HtmlText` is given functions that escape, and all author text goes through them.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field

from quizgen.model.dataclass import dataclass
from quizgen.model.text.gap_parts import Gap, GapPart, filled
from quizgen.model.text.runs import (
    BLOCKS,
    Align,
    Block,
    Break,
    Cell,
    CodeBlock,
    Image,
    InlineRun,
    ListBlock,
    Math,
    Quotation,
    Refused,
    Run,
    Sound,
    Style,
    Styled,
    Table,
    Text,
)
from quizgen.model.text.tex import tex_fault

_TAGS = (
    (Style.CODE, "code"),
    (Style.SUBSCRIPT, "sub"),
    (Style.SUPERSCRIPT, "sup"),
    (Style.EMPHASIS, "em"),
    (Style.STRONG, "strong"),
)
"""The tag of each style, from the innermost to the outermost."""

_ALIGNMENTS = {
    Align.START: "",
    Align.CENTER: ' style="text-align:center"',
    Align.END: ' style="text-align:end"',
}


_MARK = "\ufdd0"
"""A noncharacter of Unicode that stands for a gap: no text of an author's has one (`visible`)."""


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
    an address, a sound is shown as its description or its name. `formula` gives the HTML of TeX, on
    a line of its own if its second argument is true; without it, delimiters of MathJax are written.
    """

    escape: Callable[[str], str] = escape_characters
    escape_attribute: Callable[[str], str] = html.escape
    escape_formula: Callable[[str], str] = escape_characters
    pictures: Mapping[str, str] = field(default_factory=dict)
    play: Callable[[str], str] | None = None
    formula: Callable[[str, bool], str] | None = None

    def text(self, text: Text | None) -> str:
        """Return the HTML of `text`, ``""`` for None."""
        if text is None:
            return ""
        runs = text.runs
        if len(runs) == 1 and isinstance(runs[0], str):
            return self.escape(runs[0])
        return self._runs(runs)

    def run(self, run: Run) -> str:
        """Return the HTML of `run`."""
        return self._block(run) if isinstance(run, BLOCKS) else self._inline(run)

    def pieces(self, parts: Iterable[GapPart]) -> Iterator[str | Gap]:
        """Yield the HTML of `parts` with the gaps, in order, between its pieces.

        A piece is no HTML of its own where a gap stands inside a block.
        """
        gaps: list[Gap] = []

        def marked(gap: Gap) -> tuple[str]:
            gaps.append(gap)
            return (_MARK,)

        first, *others = self._runs(filled(parts, marked)).split(_MARK)
        yield first
        for gap, piece in zip(gaps, others, strict=True):
            yield gap
            yield piece

    def _runs(self, runs: Iterable[Run]) -> str:
        return "".join([self.run(run) for run in runs])

    def _inline(self, run: InlineRun) -> str:
        match run:
            case str():
                return self.escape(run)
            case Styled(text=text, style=style, link=link):
                inner = in_tags(self.escape(text), style)
                return f'<a href="{html.escape(link)}">{inner}</a>' if link else inner
            case Image(name=name, alt=alt, width=width):
                if name not in self.pictures:
                    return self.escape(alt)
                source = html.escape(self.pictures[name])
                look = f' style="width:{width.css};object-fit:contain"' if width else ""
                return f'<img src="{source}" alt="{self.escape_attribute(alt)}"{look}>'
            case Sound(name=name, label=label):
                if self.play is None or name not in self.pictures:
                    return self.escape(label)
                return self.play(self.pictures[name])
            case Math(tex=tex) if tex_fault(tex) is not None:
                return self.escape(tex)  # a command that does more than set signs
            case Math(tex=tex, display=display) if self.formula is not None:
                return self.formula(tex, display)
            case Math(tex=tex, display=display):
                formula = self.escape_formula(tex)
                return f"\\[{formula}\\]" if display else f"\\({formula}\\)"
            case Break(paragraph=paragraph):
                return "<br><br>" if paragraph else "<br>"

    def _block(self, block: Block) -> str:
        match block:
            case ListBlock(items=items, start=start):
                tag = "ul" if start is None else "ol"
                begins = "" if start in (None, 1) else f' start="{start}"'
                inner = "".join(f"<li>{self._runs(item)}</li>" for item in items)
                return f"<{tag}{begins}>{inner}</{tag}>"
            case Table():
                return self._table(block)
            case CodeBlock(text=text):
                return f"<pre><code>{self.escape(text)}</code></pre>"
            case Quotation(runs=runs):
                return f"<blockquote>{self._runs(runs)}</blockquote>"
            case Refused(runs=runs):
                return f"<div>{self._runs(runs)}</div>"

    def _table(self, table: Table) -> str:
        head = self._row(table.head, 'th scope="col"', "th")
        rows = "".join(self._row(row, "td", "td") for row in table.rows)
        heads = f"<thead>{head}</thead>" if table.has_head else ""
        return f"<table>{heads}<tbody>{rows}</tbody></table>"

    def _row(self, cells: Iterable[Cell], opening: str, tag: str) -> str:
        """Return a row; `opening` is the name of each cell's `tag` with its attributes."""
        inner = "".join(
            f"<{opening}{_ALIGNMENTS[cell.align]}>{self._runs(cell.runs)}</{tag}>" for cell in cells
        )
        return f"<tr>{inner}</tr>"
