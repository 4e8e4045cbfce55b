"""Packages of which one part is damaged, and the zip around it is whole."""

from __future__ import annotations

import io
import re
import zipfile

from hypothesis import strategies as st

from support.packages import zipped

_PIECES = st.sampled_from(
    [b"<", b">", b"/", b'"', b"&", b"]]>", b"<!--", b"<a/>", b"", b"\0", b"1e999", b"-1", b"\xff"]
)
_VALUE = re.compile(rb'(?<==")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)|(?<=<)/?[A-Za-z:]+')
"""The values of attributes, texts, and names of elements."""


def damaged_part(draw: st.DrawFn, content: bytes) -> bytes:
    """Return the zip file `content` with one part changed; as it is where it is no whole one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return content
    if not parts:
        return content
    name = draw(st.sampled_from(sorted(parts)))
    return zipped({**parts, name: _damaged(draw, parts[name])})


def _damaged(draw: st.DrawFn, part: bytes) -> bytes:
    data = bytearray(part)
    values = list(_VALUE.finditer(part[:50_000]))
    for _ in range(draw(st.integers(1, 5))):
        piece = draw(_PIECES)
        if values and draw(st.integers(0, 3)) > 0:
            match = draw(st.sampled_from(values))
            other = draw(st.sampled_from(values))[0]
            start, end = match.span()
            data[start:end] = draw(st.sampled_from([other, piece, other, b"9" * 40]))
        else:
            at = draw(st.integers(0, len(data)))
            data[at : at + draw(st.integers(0, 20))] = piece
    return bytes(data)
