"""The zip around a package, read with limits. Names in it are keys, never paths."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from quizgen.readers.apkg.errors import (
    EXPORT_AGAIN,
    MAX_UNPACKED_SIZE,
    PackageError,
    broken,
    too_large,
)

MAX_ENTRIES = 100_000
"""Files in one package. The largest shared decks have some 50,000 pictures and sounds."""

MAX_PACKAGE_SIZE = 1024 * 1024 * 1024
"""Bytes of a package's file; its entries have limits of their own."""

MAX_ENTRY_SIZE = 256 * 1024 * 1024
"""Bytes of one file after unpacking: a collection of 100,000 notes takes about 100 MB (judged)."""

MAX_RATIO = 100
"""Times that a package may grow when unpacked; those of Anki's grow 2 to 30 times (measured)."""

ALWAYS_ALLOWED = 32 * 1024 * 1024
"""Bytes that any package may unpack to, however small it is."""

ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
ENCRYPTED = 0x1
KNOWN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How Anki packs. An LZMA stream asks for its dictionary first, of up to 4 GB."""


class Archive:
    """The entries of the zip file in `content`, read within the limits for size and number.

    Making an archive raises `PackageError` where `content` is no zip file or has too many
    entries.
    """

    def __init__(self, content: bytes) -> None:
        if not content.startswith(b"PK"):
            raise PackageError("this file is no Anki package", "name a file that ends in .apkg")
        with _zip_faults():
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            raise too_large(f"it has {len(entries):,} files, and the most is {MAX_ENTRIES:,}")
        self._entries = {entry.filename: entry for entry in entries}
        self._left = min(MAX_UNPACKED_SIZE, max(ALWAYS_ALLOWED, MAX_RATIO * len(content)))

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def names(self) -> list[str]:
        """The names of the entries, in the order of the archive."""
        return list(self._entries)

    def read(self, name: str, most: int = MAX_ENTRY_SIZE) -> bytes:
        """Return the content of the entry `name`, which may have `most` bytes.

        Raises:
            PackageError: The entry is too large, damaged or encrypted.
            KeyError: The archive has no entry `name`.
        """
        entry = self._entries[name]
        if entry.flag_bits & ENCRYPTED:
            raise PackageError("this package is locked with a password", EXPORT_AGAIN)
        if entry.compress_type not in KNOWN_METHODS:
            raise PackageError("this package is packed in an unknown way", EXPORT_AGAIN)
        limit = min(most, self._limit)
        if entry.file_size > limit:  # as it says itself; what unpacks is counted nevertheless
            raise _over(name, limit)
        with _zip_faults(), self._zip.open(entry) as stream:
            return self._limited(stream.read(limit + 1), name, limit)

    def unpack(self, content: bytes, name: str, most: int = MAX_ENTRY_SIZE) -> bytes:
        """Return `content`, that of the entry `name`, without its zstd compression.

        The result may have `most` bytes.

        Raises:
            PackageError: The content is too large, or cannot be unpacked.
        """
        import zstandard

        limit = min(most, self._limit)
        try:
            with zstandard.ZstdDecompressor().stream_reader(content) as stream:
                return self._limited(stream.read(limit + 1), name, limit)
        except zstandard.ZstdError as error:
            raise broken(f"{name[:40]!r} cannot be unpacked") from error

    @property
    def _limit(self) -> int:
        """The bytes that the next entry may have after unpacking."""
        return min(MAX_ENTRY_SIZE, self._left)

    def _limited(self, content: bytes, name: str, limit: int) -> bytes:
        """Count `content` against the limits and return it; raise `PackageError` past them."""
        if len(content) > limit:
            raise _over(name, limit)
        self._left -= len(content)
        return content


def _over(name: str, limit: int) -> PackageError:
    return too_large(f"{name[:40]!r} is larger than {limit:,} bytes")


@contextmanager
def _zip_faults() -> Iterator[None]:
    """Turn what `zipfile` and its decompressors raise for a broken zip into a `PackageError`."""
    import lzma
    import zlib

    try:
        yield
    except NotImplementedError as error:
        raise PackageError(
            f"this package is packed in an unknown way: {error}", EXPORT_AGAIN
        ) from (error)
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
        OverflowError,
        MemoryError,
    ) as error:
        raise broken("it is no whole zip file") from error
