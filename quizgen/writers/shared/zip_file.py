"""Zip archives, which are the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Mapping

_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can say."""


def zip_bytes(files: Mapping[str, bytes], comment: bytes = b"") -> bytes:
    """Return the archive with `files`, by their paths, in this order, and with a `comment`."""
    import io
    import zipfile

    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as inside:
        inside.comment = comment
        for name, content in files.items():
            about = zipfile.ZipInfo(name, _TIME)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 3
            about.external_attr = 0o644 << 16
            inside.writestr(about, content)
    return archive.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """Return the files of the archive `content` that a library has written."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as inside:
        return {name: inside.read(name) for name in inside.namelist()}
