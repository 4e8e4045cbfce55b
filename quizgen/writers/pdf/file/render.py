"""Pages of display lists to a tagged PDF file: everything on paper passes through here."""

from __future__ import annotations

from quizgen.writers.pdf.file.catalog import Destination, catalog, info, page_tree
from quizgen.writers.pdf.file.content_stream import ContentStream, PictureResources
from quizgen.writers.pdf.file.font_resources import FontResources
from quizgen.writers.pdf.file.object_writer import ObjectWriter, reference
from quizgen.writers.pdf.file.structure_tree import StructureTree
from quizgen.writers.pdf.layout.document import Document


def render_pdf(document: Document) -> bytes:
    """Return `document` as a tagged PDF file. The same document gives the same bytes."""
    file = ObjectWriter()
    fonts = FontResources(file)
    tree, resources = file.reserve(), file.reserve()
    structure, pictures = StructureTree(file), PictureResources(file)
    outline: list[Destination] = []
    pages: list[ContentStream] = []
    mirror = document.size[0] if document.rtl else 0.0
    for page in document.pages:
        code = ContentStream(file, fonts, structure, pictures, document.size[1], mirror)
        code.draw(page)
        outline += [Destination(title, code.number, top) for title, top in code.bookmarks]
        pages.append(code)
    width, height = document.size
    for number, code in enumerate(pages, 1):
        code.draw([document.foot(number, len(pages))])
        content = file.add_stream("", code.source)
        annotations = f"/Annots[{code.annotations}]" if code.annotations else ""
        file.put(
            code.number,
            f"<</Type/Page/Parent {reference(tree)}/MediaBox[0 0 {width:.2f} {height:.2f}]"
            f"/Resources {reference(resources)}/Contents {content}"
            f"/StructParents {code.key}/Tabs/S{annotations}>>",
        )
    file.put(tree, page_tree([code.number for code in pages]))
    file.put(resources, f"<</Font {fonts.write()}/XObject{pictures.resources()}>>")
    root = catalog(file, document, tree, structure.finish(), outline)
    return file.finish(root, info(file, document))
