"""A package of some kilobytes that unpacks to gigabytes is refused within seconds."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from support import told
from support.growth import is_within
from support.hostile import time_limit
from support.packages import MODEL, anki_package, legacy_database, zipped

import quizgen
from quizgen.commands.importing import ImportResult, import_file
from quizgen.commands.importing.field_converter import MAX_HTML_LENGTH
from quizgen.readers.apkg import archive

GOOD = legacy_database()
MB = 1024 * 1024


def _long(name: str, piece: bytes, megabytes: int = 4096) -> bytes:
    """A package with an entry `name` that repeats `piece`, of some thousandth of its size."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as opened:
        opened.writestr("collection.anki2" if name != "collection.anki2" else "x", GOOD)
        with opened.open(name, "w", force_zip64=True) as entry:
            for _ in range(megabytes):
                entry.write(piece * (MB // len(piece)))
    return packed.getvalue()


def _zstd(piece: bytes, megabytes: int = 4096) -> bytes:
    packer = zstandard.ZstdCompressor(level=1).compressobj()
    parts = [packer.compress(piece * (MB // len(piece))) for _ in range(megabytes)]
    return b"".join([*parts, packer.flush()])


def _lists(count: int) -> str:
    return "[" + "[]," * count + "[]]"


BOMBS: dict[str, Callable[[], bytes]] = {
    "media": lambda: _long("media", b"[],", 512),
    "meta": lambda: _long("meta", b"\x08\x01", 512),
    "collection": lambda: _long("collection.anki2", b"\0", 512),
    "just below each limit": lambda: _long("collection.anki2", b"\0", 250),
    "media in zstd": lambda: zipped({"collection.anki2": GOOD, "media": _zstd(b"[],")}),
    "collection in zstd": lambda: zipped({"collection.anki21b": _zstd(b"\0")}),
    "meta of 1 MB": lambda: zipped({"collection.anki2": GOOD, "meta": b"\x08\x01" * MB}),
    "note types": lambda: zipped({"collection.anki2": legacy_database(models=_lists(8 * MB))}),
    "one file under many names": lambda: zipped(
        {
            "collection.anki2": GOOD,
            "media": json.dumps({str(n): f"{n}.png" for n in range(40)}).encode(),
            **{str(n): bytes(MB) for n in range(40)},
        }
    ),
}


def imported(root: Path, package: bytes) -> ImportResult:
    for name in ("decks", "question_bank"):
        (root / name).mkdir(exist_ok=True)
    (root / "p.apkg").write_bytes(package)
    with time_limit(60, "import"):
        return import_file(root / "p.apkg", root)


@pytest.mark.parametrize("name", BOMBS)
def test_what_unpacks_to_too_much_is_refused_within_seconds(tmp_path: Path, name: str) -> None:
    package = BOMBS[name]()
    (found,) = imported(tmp_path, package).errors
    assert is_within(5, lambda: imported(tmp_path, package))
    assert found.name == "unreadable-file"
    assert "this package unpacks to too much" in found.message
    assert not list((tmp_path / "question_bank").iterdir())


@pytest.mark.parametrize("count", [2 * MB, 5 * MB])
def test_note_types_that_are_within_the_limits_are_read_within_seconds(
    tmp_path: Path, count: int
) -> None:
    made = legacy_database(models='{"5": {"flds": ' + _lists(count) + "}}")
    assert told(imported(tmp_path, zipped({"collection.anki2": made})).errors)


def test_a_package_may_grow_as_those_of_anki_do(tmp_path: Path) -> None:
    made = legacy_database(note="q\x1f" + "a long answer " * 5000)
    path = anki_package(tmp_path, [])
    assert imported(tmp_path, zipped({"collection.anki2": made})).errors == []
    unpacked = sum(entry.file_size for entry in zipfile.ZipFile(path).infolist())
    assert unpacked < 20 * path.stat().st_size < archive.MAX_RATIO * path.stat().st_size


def test_a_field_of_megabytes_is_left_out_and_told(tmp_path: Path) -> None:
    piece = "<b>a</b>*_"
    field = piece * (MAX_HTML_LENGTH // len(piece) + 1)
    made = legacy_database(note=f"q\x1f{field}")
    with time_limit(60, "import"):
        result = imported(tmp_path, zipped({"collection.anki2": made}))
    assert result.imported is not None
    assert "LONG" in {loss.name for loss in result.imported.losses}


def test_more_tags_than_a_question_can_have_are_told(tmp_path: Path) -> None:
    tags = " ".join(f"t{n}" for n in range(5000))
    made = legacy_database(f"update notes set tags = '{tags}'")
    result = imported(tmp_path, zipped({"collection.anki2": made}))
    assert result.errors == []
    assert result.imported is not None
    assert "TAG" in {loss.name for loss in result.imported.losses}
    assert not [d for d in quizgen.check(tmp_path) if d.name == "too-many"]


@pytest.mark.parametrize("count", [20_000])
def test_many_decks_and_fields(tmp_path: Path, count: int) -> None:
    decks = json.dumps({str(n): {"name": f"D::{n}"} for n in range(count)})
    model = {**MODEL, "flds": [{"name": f"F{n}", "ord": n} for n in range(count)]}
    made = legacy_database(
        f"update col set decks = '{decks}'",
        models=json.dumps({"5": model}),
        note="\x1f".join("a" * count),
    )
    imported(tmp_path, zipped({"collection.anki2": made}))
