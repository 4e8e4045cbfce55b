"""Every number of the page, named, with where it comes from.

Lengths are points (1/72 inch) and sizes are type sizes in points. "Rule" marks the project's
rules for worksheets, collected from exam.cls, R/exams, Auto-Multiple-Choice and accessibility
guides; every other number was chosen by eye, on pages rendered at 80 and 200 dpi.
"""

from __future__ import annotations

import math

from quizgen.model.assessment import Imposition, Paper, WritingLines
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Style
from quizgen.writers.pdf.fonts.faces import SANS, SERIF, Font

MM = 72 / 25.4

SIZES = {
    Paper.A4: (210 * MM, 297 * MM),
    Paper.LETTER: (612.0, 792.0),
    Paper.LEGAL: (612.0, 1008.0),
}
"""Width and height (ISO 216; ANSI/ASME Y14.1)."""

WRITING_LINES = {
    WritingLines.COMPACT: 6.5 * MM,
    WritingLines.STANDARD: 8 * MM,
    WritingLines.PRIMARY: 10 * MM,
}
"""Rule: from one line to write on to the next."""

CAP_HEIGHT = 0.66
"""The height of capitals in ems, in both families: boxes and pictures are aligned with it."""

BLACK, DARK, QUIET, LINE, HAIR, TINT, WHITE = 0.0, 0.25, 0.4, 0.55, 0.78, 0.93, 1.0
"""Grey levels, 0 black to 1 white: text; labels; asides (5.7:1 on white, above WCAG's 4.5:1);
lines to write on; hairlines between rows; the ground behind code; letters on a dark ground."""


class TextStyle(NamedTuple):
    """A font and the distance from one baseline to the next, in points."""

    font: Font
    leading: float

    @property
    def baseline(self) -> float:
        """From the top of a line down to its baseline: ascent less descent is 0.48 em here."""
        return self.leading / 2 + 0.24 * self.font.size


def serif(size: float, leading: float, **how: bool) -> TextStyle:
    """Return a style in the serif family; lengths in points."""
    return TextStyle(Font(SERIF, size, **how), leading)


def sans(size: float, leading: float, grey: float = BLACK, **how: bool) -> TextStyle:
    """Return a style in the sans-serif family; lengths in points."""
    return TextStyle(Font(SANS, size, grey=grey, **how), leading)


class Edition(NamedTuple):
    """One way of setting a whole document. The defaults are the standard edition."""

    margin: float = 20 * MM
    """Rule: 20 mm."""
    imposition: Imposition | None = None
    binding: float = 0
    duplex: bool = False
    """How pages are put on sheets of paper; the width that stays free where these are bound."""
    footer: float = 11 * MM
    """From the foot of the page up to the footer's baseline: within the margin."""
    max_columns: int = 2
    columns: int = 1
    gutter: float = 10 * MM
    """How many columns items may stand in, how many they do, and the white between those."""
    measure: float = math.inf
    """The longest line of running text."""
    emphasis: Style = Style.EMPHASIS
    """The style that emphasis is set in."""

    body: TextStyle = serif(11, 14)
    """Rule: 10 to 12 pt, leading 1.25 to 1.3."""
    answer: TextStyle = serif(11, 14, strong=True)
    note: TextStyle = serif(10, 13)
    """Explanations in the key, which is never set below 9 pt."""
    source: TextStyle = sans(9, 12, QUIET)
    title: TextStyle = sans(21, 25, strong=True)
    heading: TextStyle = sans(13, 17, strong=True)
    label: TextStyle = sans(10, 14, strong=True)
    """Numbers and letters: in sans, a little smaller than the body that they label."""
    part: TextStyle = sans(10, 14, QUIET)
    """Letters and numbers that the key only refers to."""
    aside: TextStyle = sans(9, 12, QUIET)
    """Points, hints, footers, field names."""
    min_size: float = 9
    """The smallest size on any page, but for the small signs in a formula: code and sub- and
    superscripts are no smaller than this, and may be as large as the text around them."""
    column_head: TextStyle = sans(9, 12, DARK, strong=True)

    label_gap: float = 7
    """Between a number or letter and what it labels."""
    key_label_gap: float = 13
    """The same in the key, where another letter or number follows the question's own."""
    points_gap: float = 14
    stem_to_options: float = 4
    stem_to_boxes: float = 6
    option_gap: float = 3
    item_gap: float = 20
    """Rule: item spacing at least twice option spacing, and above stem to option. So it is
    from baseline to baseline, too: 34 between items, 17 between options."""
    four_columns: float = 0.22
    two_columns: float = 0.46
    """Rule: the widest option's part of the line for options in four and in two columns."""
    option_column_gap: float = 10.5
    """From an option to the next letter beside it: it is nearer to its own."""

    box_row_gap: float = 6
    """Between events whose boxes stand below each other."""
    table_row_gap: float = 4.5
    """Above and below the text of a table's row."""
    table_gutter: float = 22
    """Between a table's two columns."""

    list_gap: float = 1.5
    quote_indent: float = 12
    quote_bar: float = 1.5
    code_pad: float = 4
    cell_gap: float = 16
    """Blocks of a text: between the items of a list; from the edge to a quotation, and the bar
    beside it; around code; between the columns of a table."""

    tick_box: float = 8.5
    answer_box: float = 14
    """A box to tick, and one that a digit is written in (5 mm)."""
    badge_pad: float = 2
    """Around a letter that is marked as right."""
    stroke: float = 0.7
    min_writing_line: float = 0
    writing_line: float = WRITING_LINES[WritingLines.STANDARD]
    """How close lines to write on may be, and how close they are."""
    square: float = 5 * MM
    """The side of a square to do sums in, as in exercise books."""
    writing_stroke: float = 0.5
    """Rule: at least 0.4 pt, grey."""
    hairline: float = 0.4
    number_line: float = 40 * MM
    min_blank: float = 25 * MM
    blank_step: float = 7 * MM
    max_blank: float = 60 * MM
    """Rule: at least 25 mm; the cap keeps two blanks to a line. From one to the other in
    steps: a blank of any length would measure what belongs into it."""
    handwriting: float = 1.7
    """How much wider a hand writes than 11 pt type sets."""
    blank_leading: float = 21
    """Lines with blanks stand far enough apart to write between."""

    field_gap: float = 14
    field_word_gap: float = 5
    field_row: float = 20
    min_field: float = 22 * MM
    """What pupils fill in at the head: between fields, between a field's word and its line,
    the height of both, and the shortest that a line is if another row can be had."""
    score_line: float = 34
    logo_height: float = 16 * MM
    logo_part: float = 0.4
    """A logo is so high, and so much of the line wide, at most."""

    paragraph_gap: float = 5
    key_gap: float = 11
    key_line_gap: float = 1.5
    """Between the entries of the key, and between the lines of one."""

    grid_row: float = 17
    """The height of an answer at the head of the key."""
    form_number_gap: float = 4
    form_numbers: float = 0.3
    """Where the key of all forms numbers an answer: between a form and the number in it, and
    how much of the line the numbers take at most."""

    heading_gap: float = 27
    heading_rule_gap: float = 8
    heading_rule: float = 1
    """Above a section's rule, from there to its title, and how thick it is: thicker and
    darker than lines to write on."""
    first_gap: float = 11
    """From a heading to the first item under it."""
    title_gap: float = 12
    picture_height: float = 65 * MM
    """The tallest that a picture is set: three fit on a page."""
    max_picture_height: float = 170 * MM
    """The tallest that one is set whose author says how wide it is: any page holds it."""
    option_picture: float = 25 * MM
    """Options that are pictures stand side by side where each is at least so wide: by eye."""
    picture_beside: float = 0.4
    max_picture_beside: float = 0.65
    picture_beside_gap: float = 12
    """How much of the line a picture beside a text takes if its author does not say, and at most;
    and the white between both: by eye."""
    min_beside: float = 120
    """The shortest line beside a picture: some four words."""
    picture_scale: float = 0.75
    """Points a pixel: 96 pixels an inch, CSS's reference pixel."""
