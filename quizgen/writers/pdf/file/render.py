"""Pages of display lists to a tagged PDF file: everything on paper passes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from quizgen.model.assessment import Imposition
from quizgen.writers.pdf.file.catalog import Destination, catalog, info, page_tree
from quizgen.writers.pdf.file.content_stream import ContentStream, PictureResources
from quizgen.writers.pdf.file.font_parts import FontParts
from quizgen.writers.pdf.file.font_resources import FontResources
from quizgen.writers.pdf.file.form_widgets import FormWidgets
from quizgen.writers.pdf.file.imposition import count_sides, page_place, side_size
from quizgen.writers.pdf.file.object_writer import ObjectWriter, reference
from quizgen.writers.pdf.file.structure_tree import StructureTree
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.pagination import Page


def render_pdf(document: Document, *others: Document, parts: FontParts | None = None) -> bytes:
    """Return `document`, and `others` of the same size behind it, as a tagged PDF file.

    The file has the title of `document`. The same documents give the same bytes, with `parts` of
    fonts at hand or without.
    """
    file = ObjectWriter()
    fonts = FontResources(file, parts)
    tree, resources = file.reserve(), file.reserve()
    structure, pictures = StructureTree(file), PictureResources(file)
    widgets = FormWidgets(file, structure, rtl=document.rtl)
    outline: list[Destination] = []
    sides: list[ContentStream] = []
    width, height = side_size(document)
    mirror = document.size[0] if document.rtl else 0.0

    def new_side() -> ContentStream:
        return ContentStream(file, fonts, structure, pictures, widgets, height, mirror)

    for each in (document, *others):
        sides += _draw(each, new_side, outline)
    for side in sides:
        content = file.add_stream("", side.source)
        annotations = f"/Annots[{side.annotations}]" if side.annotations else ""
        file.put(
            side.number,
            f"<</Type/Page/Parent {reference(tree)}/MediaBox[0 0 {width:.2f} {height:.2f}]"
            f"/Resources {reference(resources)}/Contents {content}"
            f"/StructParents {side.key}/Tabs/S{annotations}>>",
        )
    file.put(tree, page_tree([side.number for side in sides]))
    file.put(resources, f"<</Font {fonts.write()}/XObject{pictures.resources()}>>")
    form = widgets.finish(document.form_root, document.language)
    root = catalog(file, document, tree, structure.finish(), outline, form)
    return file.finish(root, info(file, document))


def _draw(
    document: Document, new_side: Callable[[], ContentStream], outline: list[Destination]
) -> list[ContentStream]:
    """Draw all pages of `document`, and return the sides that they stand on.

    Pages are drawn in the order of reading, which is that of the structure tree, also where a
    booklet has them in another. Headings are added to `outline`.
    """
    sides: list[ContentStream] = []
    pages: Iterable[Page] = document.pages
    count = 0
    if document.imposition is Imposition.BOOKLET:
        # The place of a page depends on how many there are.
        pages = list(document.pages)
        count = len(pages)
        sides = [new_side() for _ in range(count_sides(document, count))]
    for number, page in enumerate(pages, 1):
        place = page_place(document, number, count)
        if place.side == len(sides):
            _complete(sides[-1:])
            sides.append(new_side())
        side = sides[place.side]
        bookmarks = side.draw(page, place.left)
        outline += [Destination(title, side.number, top) for title, top in bookmarks]
        count = max(count, number)
    _complete(sides if document.imposition is Imposition.BOOKLET else sides[-1:])
    for number in range(1, count + 1):
        place = page_place(document, number, count)
        sides[place.side].draw([document.foot(number, count)], place.left)
    empty = [new_side() for _ in range(count_sides(document, count) - len(sides))]
    _complete(empty)
    return [*sides, *empty]


def _complete(sides: Iterable[ContentStream]) -> None:
    """Have what belongs to the structure on `sides` written: only feet of pages will be added."""
    for side in sides:
        side.complete()
