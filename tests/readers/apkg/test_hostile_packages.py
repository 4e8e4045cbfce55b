"""Whatever is wrong with a package, or meant to do harm, is told, and nothing is written."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.packages import (
    MODEL,
    StockNote,
    anki_package,
    faults,
    legacy_database,
    read,
    zipped,
)

from quizgen.model.diagnostics import UNREADABLE_FILE, Report
from quizgen.readers.apkg import archive, database, media, read_package

GOOD = legacy_database()
ENDLESS = "with recursive n(x) as (select 1 union all select x + 1 from n) select "


def message(content: bytes) -> str:
    """The one thing that is said of `content`; it has a place and a way out."""
    (found,) = faults(content)
    assert found.name == UNREADABLE_FILE
    assert found.span.source.path == Path("hostile.apkg")
    assert found.help
    return found.message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no Anki package"),
        (b"%PDF-1.7", "no Anki package"),
        (b"PK\x03\x04" + bytes(100), "no whole zip file"),
        (zipped({"collection.anki2": GOOD})[:-30], "no whole zip file"),
        (zipped({"notes.txt": b""}), "holds no collection"),
        (zipped({"collection.anki2": b""}), "cannot be read"),
        (zipped({"collection.anki2": b"not a database" * 100}), "cannot be read"),
        (zipped({"collection.anki2": GOOD[: len(GOOD) // 2]}), "cannot be read"),
        (zipped({"collection.anki21b": b"not zstd"}), "cannot be unpacked"),
        (zipped({"collection.anki21b": zstandard.compress(b"no database")}), "cannot be read"),
        (zipped({"meta": b"\x08\x09", "collection.anki2": GOOD}), "newer format"),
        (zipped({"meta": b"\x08", "collection.anki2": GOOD}), "a number is not finished"),
        (zipped({"collection.anki2": GOOD, "media": b"[1"}), "media is no JSON"),
        (zipped({"collection.anki2": GOOD, "media": b"[1]"}), "not as Anki writes it"),
        (zipped({"collection.anki2": GOOD, "media": b'{"0": 5}'}), "not as Anki writes it"),
        (zipped({"collection.anki2": GOOD, "media": b"[" * 99_999}), "media is no JSON"),
        (
            zipped({"collection.anki2": GOOD, "media": zstandard.compress(b"\x0a\xff")}),
            "a number is not finished",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_no_package(content: bytes, said: str) -> None:
    assert said in message(content)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (legacy_database(schema="create table t (x)"), "no table 'col'"),
        (legacy_database("drop table notes"), "no table 'notes'"),
        (legacy_database("drop table cards"), "no table 'cards'"),
        (legacy_database("alter table notes drop column guid"), "no table 'notes'"),
        (legacy_database("drop table notes; create view notes as select 1"), "no table 'notes'"),
        (legacy_database("create table notetypes (x)"), "no table 'notetypes'"),
        (legacy_database(models="{"), "no JSON"),
        (legacy_database(models="[]"), "not there"),
        (legacy_database(models='{"x": {}}'), "not as Anki writes"),
        (legacy_database(models='{"5": 7}'), "not as Anki writes"),
        (legacy_database(models='{"5": {"flds": 3}}'), "note type of its"),
        (legacy_database(models="{}"), "has no note type"),
        (legacy_database("delete from col"), "not there"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_foreign_schema(made: bytes, said: str) -> None:
    assert said in message(zipped({"collection.anki2": made}))


def test_columns_of_the_wrong_kind_are_read_as_they_can_be() -> None:
    odd = legacy_database("update notes set guid = null, mod = 'x', flds = x'ff1f41', tags = 7")
    report = Report()
    package = read_package(zipped({"collection.anki2": odd}), Path("x"), report)
    assert package is not None
    (note,) = package.notes
    assert (note.guid, note.modified, note.tags, note.fields) == ("", 0, ("7",), ("\ufffd", "A"))


def test_a_query_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    view = f"drop table cards; create view cards as {ENDLESS} x as id, x as nid, 1 as did, "
    made = legacy_database(f"{view} 0 as odid, 0 as ord from n")
    assert "no table 'cards'" in message(zipped({"collection.anki2": made}))
    monkeypatch.setattr(database, "MAX_STEPS", 20)
    many = legacy_database(
        "insert into notes with recursive n(x) as (select 2000 union all select x + 1 from n "
        "where x < 90000) select x, 'g', 5, 1, '', 'a' from n"
    )
    assert "interrupted" in message(zipped({"collection.anki2": many}))


def test_a_password(tmp_path: Path) -> None:
    content = bytearray(zipped({"collection.anki2": GOOD}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags] |= 1
    assert "password" in message(bytes(content))


def test_an_unknown_compression() -> None:
    content = bytearray(zipped({"collection.anki2": GOOD}))
    for signature, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        content[content.index(signature) + method] = 99
    assert "unknown way" in message(bytes(content))


def test_a_zip_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_ENTRY_SIZE", 1_000_000)
    assert "unpacks to too much" in message(zipped({"collection.anki2": bytes(1_000_001)}))


def test_a_zip_bomb_that_lies_about_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_ENTRY_SIZE", 1_000_000)
    content = bytearray(zipped({"collection.anki2": bytes(5_000_000)}))
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (10).to_bytes(4, "little")
    assert message(bytes(content))


def test_a_zstd_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_ENTRY_SIZE", 1_000_000)
    bomb = zstandard.compress(bytes(200_000_000))
    assert len(bomb) < 50_000
    assert "unpacks to too much" in message(zipped({"collection.anki21b": bomb}))


def test_many_entries_that_are_each_small_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED_SIZE", len(GOOD) + 3_000_000)
    files = {str(n): bytes(1_000_000) for n in range(4)}
    names = json.dumps({n: f"{n}.png" for n in files}).encode()
    entries = {"collection.anki2": GOOD, "media": names, **files}
    assert "unpacks to too much" in message(zipped(entries))


def test_too_many_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_ENTRIES", 10)
    assert "11 files" in message(zipped({str(n): b"" for n in range(11)}))


@pytest.mark.parametrize("packed", [False, True])
def test_a_list_of_media_without_end(packed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """One small file under a million names would be unpacked a million times."""
    entry = b"\x0a\x05a.png"
    listing = (b"\x0a" + bytes([len(entry)]) + entry) * 11
    names = json.dumps({str(number): "a.png" for number in range(11)}).encode()
    content = zstandard.compress(listing) if packed else names
    entries = {"collection.anki2": GOOD, "media": content, "0": b"x"}
    monkeypatch.setattr(media, "MAX_ENTRIES", 10)
    assert "11 media" in message(zipped(entries))
    monkeypatch.setattr(media, "MAX_LISTING_SIZE", 50)
    assert "'media' is larger" in message(zipped(entries))


def test_names_are_names_and_never_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = {"0": "../../evil.png", "../0": "/etc/evil.png", "C:\\x": "c.png"}
    entries = {"collection.anki2": GOOD, "media": json.dumps(names).encode(), "../evil": b"1"}
    report = Report()
    package = read_package(zipped({**entries, **dict.fromkeys(names, b"x")}), Path("x"), report)
    assert package is not None
    assert set(package.media) == set(names.values())
    assert list(tmp_path.iterdir()) == []


def test_lone_surrogates_become_visible() -> None:
    model = json.dumps({"5": {**MODEL, "name": "\ud800"}})
    entries = {"collection.anki2": legacy_database(models=model), "media": b'{"0": "\\ud800.png"}'}
    report = Report()
    package = read_package(zipped({**entries, "0": b"x"}), Path("x"), report)
    assert package is not None
    assert "".join([*package.media, package.note_types[5].name]).encode()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The entries of a current package of Anki's, unpacked."""
    folder = tmp_path_factory.mktemp("whole")
    notes = [StockNote("Basic", ("q", "<img src=p.png>")), StockNote("Cloze", ("{{c1::a}}", ""))]
    path = anki_package(folder, notes, {"p.png": b"x" * 50})
    assert len(read(path).notes) == 2
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damage_anywhere_never_raises(whole: dict[str, bytes], data: st.DataObject) -> None:
    entries = dict(whole)
    name = data.draw(st.sampled_from(["collection.anki21b", "media", "meta", "0"]))
    content = entries[name]
    if content.startswith(archive.ZSTD_MAGIC):
        content = zstandard.ZstdDecompressor().stream_reader(content).read()
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 20))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at] = data.draw(st.integers(0, 255))
    entries[name] = zstandard.compress(bytes(damaged[: data.draw(st.integers(0, len(damaged)))]))
    report = Report()
    package = read_package(zipped(entries), Path("x"), report)
    assert (package is None) == report.has_errors


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_zip_never_raises(data: st.DataObject) -> None:
    content = bytearray(zipped({"collection.anki2": GOOD, "media": b"{}"}))
    for _ in range(data.draw(st.integers(1, 10))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    report = Report()
    package = read_package(bytes(content), Path("x"), report)
    assert (package is None) == report.has_errors
