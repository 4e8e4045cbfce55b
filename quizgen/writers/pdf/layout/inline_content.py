"""Author texts as inline items, styled as one edition shows them; measured later."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from quizgen.model.named_tuple import NamedTuple, of_fields
from quizgen.model.text import Break, Gap, Image, Math, Run, Sound, Style, Styled
from quizgen.model.translations import Translations
from quizgen.writers.pdf.fonts.faces import Font, styled
from quizgen.writers.pdf.fonts.font_selection import runs_rtl
from quizgen.writers.pdf.fonts.scripts.bidi import isolate
from quizgen.writers.pdf.layout.form_fields import ScreenField
from quizgen.writers.pdf.layout.formula_lines import set_lines
from quizgen.writers.pdf.layout.images import Pictures
from quizgen.writers.pdf.layout.itemize import InlineItem, StyledSpan
from quizgen.writers.pdf.layout.language_span import LanguageSpan, TextPart
from quizgen.writers.pdf.layout.line_breaking import InlineBlank, InlineFormula, InlineImage
from quizgen.writers.pdf.layout.links import address_after, link_at, with_addresses
from quizgen.writers.pdf.layout.math import set_formula
from quizgen.writers.pdf.layout.style import MM, Edition
from quizgen.writers.pdf.layout.tags import LinkTag, Tag

_BLANK_INDENT = 3.0
"""Between a blank's number and its line, in points."""

_MAX_INLINE_HEIGHT = 2.0
"""A picture taller than so many times the type size gets a line of its own: by eye."""


BlankLength: TypeAlias = Callable[[Gap], float]
"""The length of the line to write on that a gap leaves, in points."""


class GapStyle(NamedTuple):
    """How the gaps of a text are set.

    `blank` gives the length of the line that a gap leaves to write on; in its place stands what
    fills it, if `filled` is the font for that. `numbers` are those of the gaps of the whole text,
    by their identity: no two of them are one object. So are `fields`, to fill in on a screen.
    """

    blank: BlankLength
    filled: Font | None = None
    numbers: Mapping[int, int] = MappingProxyType({})
    fields: Mapping[int, ScreenField] = MappingProxyType({})

    def numbered(self, gaps: Iterable[Gap]) -> GapStyle:
        """Return the style for a text with `gaps`, which are numbered if there are several."""
        ids = [id(gap) for gap in gaps]
        numbers = {one: number for number, one in enumerate(ids, 1)} if len(ids) > 1 else {}
        return self._replace(numbers=numbers)


NO_GAPS = GapStyle(lambda gap: 0.0)
"""For a text that has none."""


class InlineParagraph(NamedTuple):
    """A paragraph before its words are measured."""

    items: list[InlineItem]
    spaced: bool = False


class InlineContent:
    """Turns author texts into inline items. `rtl`: their lines begin at the right."""

    def __init__(
        self, edition: Edition, pictures: Pictures, words: Translations, *, rtl: bool
    ) -> None:
        self._edition = edition
        self._pictures = pictures
        self._words = words
        self._rtl = rtl
        self._looks: dict[tuple[Font, Style], Font] = {}

    def paragraphs(
        self,
        parts: Iterable[TextPart],
        font: Font,
        width: float,
        tag: Tag | None,
        gaps: GapStyle = NO_GAPS,
    ) -> list[InlineParagraph]:
        """Return `parts` as paragraphs, at least one, of which some may be empty.

        A picture is no wider than `width`.
        """
        parts = tuple(with_addresses(parts))
        paragraphs: list[InlineParagraph] = [InlineParagraph([])]
        link: LinkTag | None = None
        for index, part in enumerate(parts):
            items = paragraphs[-1].items
            match part:
                case str():
                    items.append(StyledSpan(part, font))
                case Styled(text=text, style=style):
                    link = link_at(parts, index, tag, link)
                    items.append(StyledSpan(text, self._styled(font, style), link))
                    if address := address_after(parts, index):
                        items.append(StyledSpan(address, font, link))
                case Image() | Math():
                    for figure in self._figures(part, font, width, tag):
                        if isinstance(figure, InlineImage | InlineFormula) and figure.on_own_line:
                            paragraphs += InlineParagraph([figure]), InlineParagraph([])
                        else:
                            paragraphs[-1].items.append(figure)
                case Sound():
                    items.append(self._sound(part, font))
                case Gap():
                    items += self._gap(part, gaps, font, width, tag)
                case Break(paragraph=spaced):
                    paragraphs.append(InlineParagraph([], spaced))
                case LanguageSpan():
                    first, *others = self._in_language(part, font, width, tag)
                    items += first.items
                    paragraphs += others
        return paragraphs

    def plain_spans(self, parts: Iterable[TextPart], font: Font) -> list[StyledSpan]:
        """Return `parts` as the spans of one paragraph; none if any has more than characters."""
        spans: list[StyledSpan] = []
        for part in parts:
            text, look = part, font
            if isinstance(part, Styled) and part.link is None:
                text, look = part.text, self._styled(font, part.style)
            if not isinstance(text, str) or "://" in text:
                return []
            spans.append(of_fields(StyledSpan, (text, look, None)))
        return spans

    def _in_language(
        self, part: LanguageSpan, font: Font, width: float, tag: Tag | None
    ) -> list[InlineParagraph]:
        """Return the paragraphs of `part`, in a tag within `tag` that has its language."""
        home = Tag("Span", tag, lang=part.language) if tag else None
        paragraphs = [
            InlineParagraph([_owned(item, home) for item in items], spaced)
            for items, spaced in self.paragraphs(part.runs, font, width, home)
        ]
        if runs_rtl(part.language) is not self._rtl:
            opening, closing = (StyledSpan(mark, font) for mark in isolate(rtl=not self._rtl))
            for items, _ in paragraphs:
                items[:] = opening, *items, closing
        return paragraphs

    def _styled(self, font: Font, style: Style) -> Font:
        """Return `font` as this edition shows `style`."""
        look = self._looks.get((font, style))
        if look is None:
            displayed = style
            if style & Style.EMPHASIS:
                displayed = style & ~Style.EMPHASIS | self._edition.emphasis
            look = self._looks[font, style] = styled(font, displayed, self._edition.min_size)
        return look

    def _figures(
        self, part: Image | Math, font: Font, width: float, tag: Tag | None
    ) -> list[InlineItem]:
        """Return a picture or formula, no wider than the line, or its text if it can't be set.

        A wide formula comes in parts.
        """
        if isinstance(part, Math):
            return [*self._formula(part, font, width, tag)] or [StyledSpan(part.tex, font)]
        picture = self._picture(part, font, width, tag)
        return [picture or StyledSpan(f"[{part.alt or part.name}]", font)]

    def _sound(self, sound: Sound, font: Font) -> StyledSpan:
        """Return the words for `sound` on paper: that there is one, and what it is called."""
        opening, closing = self._words.recording
        return StyledSpan(f"{opening}{sound.label}{closing}", font)

    def _picture(
        self, image: Image, font: Font, width: float, tag: Tag | None
    ) -> InlineImage | None:
        picture = self._pictures.find(image.name)
        if picture is None:
            return None
        edition, wish = self._edition, _wished_width(image, width)
        scale = min(
            edition.picture_scale if wish is None else wish / picture.width,
            width / picture.width,
            (edition.picture_height if wish is None else edition.max_picture_height)
            / picture.height,
        )
        figure = Tag("Figure", tag, alt=image.alt or image.name)
        wide, high = picture.width * scale, picture.height * scale
        alone = high > _MAX_INLINE_HEIGHT * font.size
        return InlineImage(picture, wide, high, wide, alone, figure)

    def _formula(
        self, math: Math, font: Font, width: float, tag: Tag | None
    ) -> Iterator[InlineFormula]:
        """Yield `math` in parts that are no wider than a line; all are one element."""
        formulas = set_lines(math.tex, math.display, font.size, width)
        whole = set_formula(math.tex, math.display, font.size)
        if whole is None:
            return
        tagged = Tag("Formula", tag, alt=whole.alt_text)
        for formula in formulas:
            high = formula.ascent + formula.descent
            # A formula of spaces alone takes no room, or less than none.
            fits = width / formula.width if formula.width > 0 else 1.0
            scale = min(1.0, fits, self._edition.picture_height / high if high > 0 else 1.0)
            wide = formula.width * scale
            box = InlineFormula(formula, scale, wide, wide, font.grey, math.display, tagged)
            yield box._replace(stop=formula is not formulas[-1])

    def _gap(
        self,
        part: Gap,
        gaps: GapStyle,
        font: Font,
        width: float,
        tag: Tag | None,
    ) -> Iterator[InlineItem]:
        aside = self._aside_in(font)
        label = str(gaps.numbers.get(id(part), ""))
        if label:
            span_tag = Tag("Span", tag) if tag else None
            yield StyledSpan(f"{label}\xa0" if gaps.filled else label, aside, span_tag)
        if gaps.filled:
            yield from self._inline(part.answer.runs, gaps.filled, math.inf, tag)
        else:
            indent = _BLANK_INDENT if label else 0.0
            length, field = gaps.blank(part), gaps.fields.get(id(part))
            if field:
                end, stroke = min(indent + length, width), self._edition.writing_stroke
                yield InlineBlank(indent, end, end, stroke, Tag("Form", tag), field=field)
            else:
                tagged = Tag("Span", tag, actual=self._words.blank)
                yield from self._blank(length, indent, width, tagged)
        if part.hint:
            yield StyledSpan("\xa0(", aside)  # a unit stays on the line of its gap
            yield from self._inline(part.hint.runs, aside, width, tag)
            yield StyledSpan(")", aside)

    def _blank(self, length: float, indent: float, width: float, tag: Tag) -> Iterator[InlineBlank]:
        """Yield a line to write on of `length` points, `indent` points after what is before it.

        Where it is longer than the blanks of words, a line of the text may end within it.
        """
        edition = self._edition
        stroke = edition.writing_stroke
        if length <= edition.max_blank:
            end = indent + min(length, width)
            yield InlineBlank(indent, end, end, stroke, tag)
            return
        end = indent + edition.min_blank
        yield InlineBlank(indent, end, end, stroke, tag, stop=True)
        rest = math.ceil((length - edition.min_blank) / edition.blank_step)
        for n in range(rest, 0, -1):
            yield InlineBlank(0.0, edition.blank_step, edition.blank_step, stroke, stop=n > 1)

    def _aside_in(self, font: Font) -> Font:
        """Return the font of asides within a text in `font`.

        Its size relative to `font` is that of asides relative to the body, or their size if larger.
        """
        aside, body = self._edition.aside.font, self._edition.body.font
        return aside._replace(size=max(aside.size, aside.size * font.size / body.size))

    def _inline(
        self, runs: Sequence[Run], font: Font, width: float, tag: Tag | None
    ) -> Iterator[InlineItem]:
        """Yield the items of `runs`, a gap's answer or hint, on the line of the gap."""
        for index, run in enumerate(runs):
            match run:
                case str():
                    yield StyledSpan(run, font)
                case Styled(text=text, style=style):
                    yield StyledSpan(text, self._styled(font, style))
                    if address := address_after(runs, index):
                        yield StyledSpan(address, font)
                case Image() | Math():
                    yield from self._figures(run, font, width, tag)
                case Sound():
                    yield self._sound(run, font)
                case Break():
                    yield StyledSpan(" ", font)


def _wished_width(image: Image, width: float) -> float | None:
    """Return how wide its author wants `image` on a line of `width` points, None for no wish."""
    wish = image.width
    if wish is None or (wish.is_share and math.isinf(width)):
        return None
    return wish.amount / 100 * width if wish.is_share else wish.amount * MM


def _owned(part: InlineItem, home: Tag | None) -> InlineItem:
    """Return `part` as content of `home`, unless it belongs to a link within it."""
    return part._replace(owner=part.owner or home) if isinstance(part, StyledSpan) else part
