"""Font files that a deck file names."""

from __future__ import annotations

from pathlib import Path

from quizgen.model.assessment import FontFile
from quizgen.model.diagnostics import Report
from quizgen.project.layout import project_of
from quizgen.project.regular_files import refusal
from quizgen.readers.files import read_bytes
from quizgen.readers.shapes import Reading, scalar
from quizgen.readers.yaml import Node

_BEGINNINGS = (b"\0\1\0\0", b"true", b"OTTO", b"ttcf")
"""TrueType; Apple's TrueType; PostScript outlines; several fonts in one file (OpenType 1.9)."""


class FontPath:
    """A font file, named by its path from the deck file's folder."""

    noun = "the path of a font file"

    def read(self, node: Node, reading: Reading) -> FontFile | None:
        """Return the font file that `node` names, or None once the reason has been reported."""
        name = scalar(node, self.noun, reading)
        if name is None:
            return None
        path = node.source.path.parent / name.value.strip()
        content = self._content(path, node, reading.report)
        return None if content is None else FontFile(path, content)

    def _content(self, path: Path, node: Node, report: Report) -> bytes | None:
        from quizgen.project.system_fonts import is_system_font  # slow to start

        root = project_of(node.source.path).root
        why = None if is_system_font(path) else refusal(path, root)
        if why is not None and not path.is_dir():
            report.error(
                "unusable-font",
                node,
                f"the font file {path.name!r} {why}",
                "put a copy of it into the project, and write its path from the deck file's folder",
            )
            return None
        if not path.is_file():
            report.error(
                "missing-font",
                node,
                f"there is no font file {path.name!r} there",
                "write its path from the folder of the deck file, such as ../fonts/Nanum.ttf",
            )
            return None
        content = read_bytes(path, report, anywhere=True)
        if content is None or content.startswith(_BEGINNINGS):
            return content
        report.error(
            "unusable-font",
            node,
            f"{path.name!r} is not a font that can be printed with",
            "name a .ttf, .ttc or .otf file; a .woff file is for the web",
        )
        return None
