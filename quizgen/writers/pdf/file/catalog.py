"""What a PDF file says about itself: page tree, outline, title, language, metadata."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text.markdown import visible
from quizgen.writers.pdf.file.object_writer import ObjectWriter, reference, text_string
from quizgen.writers.pdf.layout.document import Document

_CREATOR = "quizgen"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
"""No dates: they would make every build's files differ."""


class Destination(NamedTuple):
    """Where an entry of the outline leads: a page's object number, and points from its foot."""

    title: str
    page: int
    top: float


def page_tree(pages: Sequence[int]) -> str:
    """Return the source of the page tree's root, for the object numbers of `pages`."""
    kids = " ".join(map(reference, pages))
    return f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>"


def info(file: ObjectWriter, document: Document) -> str:
    """Write the document information dictionary, and return the reference to it."""
    return file.add(f"<</Title{text_string(document.title)}/Creator{text_string(_CREATOR)}>>")


def catalog(
    file: ObjectWriter,
    document: Document,
    pages: int,
    structure: str,
    outline: Sequence[Destination],
    form: str = "",
) -> str:
    """Write the catalog and what only it refers to, and return the reference to it.

    `form` is the source of the dictionary of what can be filled in, empty if nothing can.
    """
    title = escape(visible(document.title), quote=False)
    xmp = _XMP.format(title=title, creator=_CREATOR).encode("utf-8", "replace")
    metadata = file.add_stream("/Type/Metadata/Subtype/XML", xmp, deflate=False)
    entries = (
        f"/Pages {reference(pages)}/Lang{text_string(document.language)}/Metadata {metadata}"
        f"/MarkInfo<</Marked true>>/StructTreeRoot {structure}"
        f"/ViewerPreferences<</DisplayDocTitle true{'/Direction/R2L' * document.rtl}>>"
    )
    if form:
        entries += f"/AcroForm{form}"
    if outline:
        entries += f"/Outlines {_outline(file, outline)}"
    return file.add(f"<</Type/Catalog{entries}>>")


def _outline(file: ObjectWriter, destinations: Sequence[Destination]) -> str:
    """Write the outline, and return the reference to its root."""
    root = file.reserve()
    numbers = [file.reserve() for _ in destinations]
    for index, (title, page, top) in enumerate(destinations):
        entries = f"/Title{text_string(title)}/Parent {reference(root)}"
        if index:
            entries += f"/Prev {reference(numbers[index - 1])}"
        if index + 1 < len(numbers):
            entries += f"/Next {reference(numbers[index + 1])}"
        file.put(numbers[index], f"<<{entries}/Dest[{reference(page)}/XYZ 0 {top:.2f} null]>>")
    ends = f"/First {reference(numbers[0])}/Last {reference(numbers[-1])}"
    file.put(root, f"<</Type/Outlines/Count {len(numbers)}{ends}>>")
    return reference(root)
