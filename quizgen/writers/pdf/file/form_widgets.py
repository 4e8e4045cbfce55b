"""Fields to fill in on a screen, as widget annotations (ISO 32000-1, 12.7).

Each widget brings how it looks (an appearance stream), so that no viewer has to make that up, and
is the only content of its structure element, as PDF/UA-1 (7.18.4) wants it. Fields are kept
in a tree of two levels: the name of the root says which worksheet it is.
"""

from __future__ import annotations

from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.file.annotations import LinkRectangle
from quizgen.writers.pdf.file.circles import circle_path
from quizgen.writers.pdf.file.form_font import write_form_font
from quizgen.writers.pdf.file.object_writer import ObjectWriter, reference, text_string
from quizgen.writers.pdf.file.structure_tree import StructureTree
from quizgen.writers.pdf.layout.form_fields import ScreenField, ScreenFieldKind
from quizgen.writers.pdf.layout.tags import Tag

_PRINT = 4
"""The flag that says that paper shows what the screen does (table 165)."""
_SEVERAL_LINES, _RADIO, _COMBO = 1 << 12, 1 << 15, 1 << 17
"""Flags of fields (tables 226, 228 and 230). A radio button that is chosen can be taken back."""
_RIGHT = 2
"""Text is flush right (12.7.3.3)."""
FONT = "/QzForm"
"""The name of the font for what is typed."""
_DOT, _TICK_STROKE = 0.55, 0.13
"""The dot of a chosen radio button and the stroke of a tick, in widths of their boxes: by eye."""


class _Group(NamedTuple):
    """The radio buttons of one name: the field's object, and references to its widgets."""

    number: int
    field: ScreenField
    widgets: list[str]


class FormWidgets:
    """The fields of a file. With `rtl`, what is typed begins at the right."""

    def __init__(self, file: ObjectWriter, structure: StructureTree, *, rtl: bool) -> None:
        self._file = file
        self._structure = structure
        self._rtl = rtl
        self._root = 0
        self._fields: list[str] = []
        self._groups: dict[str, _Group] = {}
        self._new = ""
        self._looks: dict[tuple[str, float, float], str] = {}

    def add(self, field: ScreenField, area: LinkRectangle, tag: Tag, page: int) -> None:
        """Add `field` in `area` of the page that is object `page`, as the content of `tag`."""
        self._root = self._root or self._file.reserve()
        number = self._file.reserve()
        width, height = area.right - area.left, area.top - area.bottom
        entries = (
            f"/Type/Annot/Subtype/Widget/Rect[{area.left:.2f} {area.bottom:.2f} "
            f"{area.right:.2f} {area.top:.2f}]/F {_PRINT}/P {reference(page)}"
            f"/StructParent {self._structure.annotation(tag, number)}"
            f"/TU{text_string(field.label)}/Contents{text_string(field.label)}"
        )
        match field.kind:
            case ScreenFieldKind.RADIO:
                group = self._groups.get(field.name)
                if group is None:
                    group = _Group(self._file.reserve(), field, [])
                    self._groups[field.name] = group
                    self._fields.append(reference(group.number))
                group.widgets.append(reference(number))
                entries += f"/Parent {reference(group.number)}"
                entries += self._button(field, f"{_dot(width)} f", width, height)
                entries += "/MK<</CA(l)>>"
            case ScreenFieldKind.CHECK:
                entries += self._as_field(field, number) + "/FT/Btn/V/Off"
                entries += self._button(field, _tick(width, height), width, height)
                entries += "/MK<</CA(4)>>"
            case ScreenFieldKind.LINE | ScreenFieldKind.LINES:
                flags = f"/Ff {_SEVERAL_LINES}" if field.kind is ScreenFieldKind.LINES else ""
                entries += self._as_field(field, number) + f"/FT/Tx{flags}"
                entries += self._typed(field, width, height)
            case ScreenFieldKind.LIST:
                pairs = "".join(
                    f"[{text_string(value)}{text_string(text)}]" for value, text in field.choices
                )
                entries += self._as_field(field, number) + f"/FT/Ch/Ff {_COMBO}/Opt[{pairs}]"
                entries += self._typed(field, width, height)
        self._file.put(number, f"<<{entries}>>")
        self._new += f"{reference(number)} "

    def take_references(self) -> str:
        """Return references to the annotations that were added since the last call."""
        new, self._new = self._new, ""
        return new

    def finish(self, root: str, language: str) -> str:
        """Return the source of the dictionary of all fields, which is empty if there are none.

        `root` is the first part of their names, and `language` (BCP 47) that of what is typed.
        """
        if not self._fields:
            return ""
        for number, field, widgets in self._groups.values():
            self._file.put(
                number,
                f"<</FT/Btn/Ff {_RADIO}/T{text_string(field.name)}/TU{text_string(field.group)}"
                f"/Parent {reference(self._root)}/V/Off/Kids[{' '.join(widgets)}]>>",
            )
        kids = " ".join(self._fields)
        self._file.put(self._root, f"<</T{text_string(root)}/Kids[{kids}]>>")
        font = write_form_font(self._file, language)
        return (
            f"<</Fields[{reference(self._root)}]/DR<</Font<<{FONT} {font}>>>>/DA({FONT} 0 Tf 0 g)>>"
        )

    def _as_field(self, field: ScreenField, number: int) -> str:
        """Return what makes the widget that is object `number` a field of its own."""
        self._fields.append(reference(number))
        return f"/T{text_string(field.name)}/Parent {reference(self._root)}"

    def _typed(self, field: ScreenField, width: float, height: float) -> str:
        flush = f"/Q {_RIGHT}" if self._rtl else ""
        empty = self._look("/Tx BMC\nEMC", width, height)
        return f"/DA({FONT} {field.size:.2f} Tf 0 g){flush}/AP<</N {empty}>>/MK<<>>"

    def _button(self, field: ScreenField, chosen: str, width: float, height: float) -> str:
        on, off = self._look(chosen, width, height), self._look("", width, height)
        return f"/AS/Off/AP<</N<</{field.value} {on}/Off {off}>>>>"

    def _look(self, source: str, width: float, height: float) -> str:
        """Return the reference to what draws `source` in an area of this size; each is there once.

        Boxes and lines are drawn on the page itself, so that they are there on paper as well.
        """
        size = round(width, 2), round(height, 2)
        key = source, *size
        if key not in self._looks:
            entries = (
                f"/Type/XObject/Subtype/Form/BBox[0 0 {size[0]:.2f} {size[1]:.2f}]/Resources<<>>"
            )
            self._looks[key] = self._file.add_stream(entries, source.encode("latin-1"))
        return self._looks[key]


def _dot(width: float) -> str:
    margin = (1 - _DOT) / 2 * width
    return f"0 g {circle_path(margin, margin, _DOT * width)}"


def _tick(width: float, height: float) -> str:
    points = [(x * width, y * height) for x, y in ((0.2, 0.5), (0.42, 0.24), (0.82, 0.78))]
    (x, y), *rest = points
    lines = " ".join(f"{a:.2f} {b:.2f} l" for a, b in rest)
    return f"0 G 1 J 1 j {_TICK_STROKE * width:.2f} w {x:.2f} {y:.2f} m {lines} S"
