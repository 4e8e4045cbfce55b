"""Pieces of text that, repeated, made a reader slow."""

from __future__ import annotations

GROWING = tuple(
    piece * (3000 // len(piece))
    for piece in (
        *(
            "[",
            "]",
            "(",
            "![",
            "[a](",
            "**a ",
            "*",
            "_",
            "`",
            "``` ",
            "~~",
            "<",
            "<a ",
            "&",
            "&#",
            "{{",
        ),
        *(
            "{{c1::",
            "$",
            "$$",
            "$a",
            "\\(",
            "^",
            "~",
            "a ",
            "W",
            "no ",
            "not ",
            "1,",
            "1 ",
            ".",
            "-",
            "| ",
        ),
        *(
            "> ",
            "# ",
            "1. ",
            "- ",
            "<!--",
            "http://a ",
            "a@b ",
            "\u0301",
            "\u202e",
            "서",
            "אא ",
            "ff ",
        ),
    )
)
