"""A worksheet with every interaction, and a way through the structure of a PDF file."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from support.pdf_samples import EVERY_INTERACTION, assessment, entry, item, png, section

SAMPLE = assessment(
    EVERY_INTERACTION,
    section(item("pic", "See ![a map](map.png).", entry("Ω Ж →")), title="More", first=12),
    media={"map.png": png(30, 20, "RGBA")},
)


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The structure elements in `node`, in reading order."""
    for kid in node["/K"]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)
