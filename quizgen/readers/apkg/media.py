"""The list of media in a package, and their contents."""

from __future__ import annotations

import json
import unicodedata

from quizgen.readers.apkg import protobuf
from quizgen.readers.apkg.archive import MAX_ENTRIES, ZSTD_MAGIC, Archive
from quizgen.readers.apkg.errors import broken, too_large
from quizgen.readers.apkg.legacy import well_formed

ENTRIES, NAME, LEGACY_ENTRY = 1, 1, 255
"""Field numbers of ``MediaEntries`` in Anki's proto/anki/import_export.proto."""


MAX_LISTING_SIZE = 16 * 1024 * 1024
"""Bytes. `MAX_ENTRIES` names of 100 characters take 11 MB with the JSON around them."""


def read_media(archive: Archive) -> dict[str, bytes]:
    """Return the contents of the media in `archive` by the names that fields use.

    A file that is listed and missing from the archive is left out.

    Raises:
        PackageError: The list is damaged or too long, or a file is damaged or too large.
        ProtobufError: The list is no protobuf message.
    """
    if "media" not in archive:
        return {}
    listing = archive.read("media", MAX_LISTING_SIZE)
    packed = listing.startswith(ZSTD_MAGIC)
    listing = archive.unpack(listing, "media", MAX_LISTING_SIZE) if packed else listing
    names = _current(listing) if packed else _legacy(listing)
    if len(names) > MAX_ENTRIES:
        raise too_large(f"it lists {len(names):,} media, and the most is {MAX_ENTRIES:,}")
    media = {}
    for entry, name in names.items():
        if entry in archive:
            content = archive.read(entry)
            # Anki packs each file of a current package, however small it is.
            is_packed = packed and content.startswith(ZSTD_MAGIC)
            media[_composed(name)] = archive.unpack(content, name) if is_packed else content
    return media


def _legacy(listing: bytes) -> dict[str, str]:
    """Return the names of media by those of their entries, from a `listing` in JSON."""
    try:
        names = json.loads(listing or b"{}")
    except (ValueError, RecursionError) as error:
        raise broken("its list of media is no JSON") from error
    if not isinstance(names, dict) or not all(isinstance(name, str) for name in names.values()):
        raise broken("its list of media is not as Anki writes it")
    return {entry: well_formed(name) for entry, name in names.items()}


def _current(listing: bytes) -> dict[str, str]:
    """Return the names of media by those of their entries, from a `listing` in protobuf.

    The name of an entry is its place in the list, from 0, unless the list gives another number.
    """
    return {
        str(protobuf.number(entry, LEGACY_ENTRY) or place): protobuf.text(entry, NAME)
        for place, entry in enumerate(protobuf.chunks(listing, ENTRIES))
    }


def _composed(name: str) -> str:
    """Return `name` in Unicode's NFC, which Anki uses in fields; a zip of macOS may differ."""
    return unicodedata.normalize("NFC", name)
