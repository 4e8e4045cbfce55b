"""Hostile packages: fields, names, tags, guids, databases, lists of media and the zip itself."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterable

import zstandard

from support import PIXEL
from support.corpus.payloads import FAMILIES
from support.packages import MODEL, legacy_database, zipped

GOOD = legacy_database()

Make = Callable[[], bytes]


def _notes(fields: Iterable[str], *, guid: str = "g", tags: str = "", deck: str = "D") -> bytes:
    """A package with a note and a cloze note for each of `fields`."""
    models = {"5": MODEL, "6": {**MODEL, "name": "Cloze", "type": 1}}
    rows = []
    for number, text in enumerate(fields, 1):
        quoted = text.replace("\x00", "\ufffd").replace("'", "''").replace("\x1f", " ")
        for model, more in ((5, quoted), (6, "so {{c1::" + quoted + "}}")):
            key = 2000 + 2 * number + model
            front = quoted if model == 5 else more
            rows.append(
                f"insert into notes values ({key}, '{guid}{key}', {model}, 1, '{tags}', "
                f"'{front}' || char(31) || '{quoted}');"
                f"insert into cards values ({key}, {key}, 1, 0, 0);"
            )
    decks = json.dumps({"1": {"name": deck, "desc": deck}}).replace("'", "''")
    script = "".join(rows) + f"update col set decks = '{decks}'"
    made = legacy_database(script, models=json.dumps(models))
    return zipped({"collection.anki2": made, "media": b'{"0": "a.png"}', "0": PIXEL})


def _fields() -> dict[str, Make]:
    return {
        f"fields of {family} {part}": lambda seeds=seeds[part::4]: _notes(seeds)  # type: ignore[misc]
        for family, seeds in FAMILIES.items()
        for part in range(4)
    }


ODD_NAMES = (
    "../../evil",
    "/etc/evil",
    "",
    ".",
    "a\x00b",
    "x" * 300,
    "a::b::::c",
    "\x1b[31m",
    "\u202e",
)


def _names() -> dict[str, Make]:
    made: dict[str, Make] = {}
    for name in ODD_NAMES:
        shown = ascii(name)[:20]
        model = {**MODEL, "name": name, "flds": [{"name": name}, {"name": f"{name}2"}]}
        made[f"deck {shown}"] = lambda name=name: _notes(["q"], deck=name)  # type: ignore[misc]
        made[f"note type {shown}"] = lambda model=model: zipped(  # type: ignore[misc]
            {"collection.anki2": legacy_database(models=json.dumps({"5": model}))}
        )
        made[f"media {shown}"] = lambda name=name: zipped(  # type: ignore[misc]
            {
                "collection.anki2": legacy_database(note='<img src="a.png"> q\x1fa'),
                "media": json.dumps({"0": name, name: "a.png"}).encode(),
                "0": PIXEL,
                name.replace("\x00", "") or "x": PIXEL,
            }
        )
        text = name.replace("\x00", "").replace("'", "")
        made[f"guid and tags {shown}"] = lambda text=text: _notes(  # type: ignore[misc]
            ["q"], guid=text, tags=f" {text} "
        )
    return made


SCRIPTS = (
    "drop table notes",
    "drop table cards",
    "drop table col",
    "delete from cards",
    "delete from notes",
    "delete from col",
    "update notes set flds = null, guid = null, tags = null, mod = null",
    "update notes set flds = x'ff00ff', guid = x'00', tags = 1e300",
    "update notes set mid = 6",
    "update notes set mid = 'x', mod = -9e18",
    "update cards set nid = 77, did = -1, ord = 99999",
    "update cards set did = 9223372036854775807, odid = -5",
    "update col set models = '', decks = ''",
    'update col set decks = \'{"1": {"name": 5}}\'',
    "insert into col select models, decks from col",
    "create trigger t after insert on notes begin delete from cards; end",
    "create index i on notes (hex(zeroblob(9)))",
    "alter table notes add column x generated always as (hex(zeroblob(400000000)))",
    "alter table notes drop column flds;"
    " alter table notes add column flds generated always as (hex(zeroblob(400000000)))",
    "drop table cards; create view cards as select 1 as id, 1000 as nid, 1 as did, 0 odid, 0 ord",
    "create table notetypes (id, name, config)",
    "pragma user_version = 99; pragma application_id = 5",
    "update notes set flds = replace(hex(zeroblob(1500000)), '00', '<b>')",
)
ENTRIES: dict[str, Make] = {
    "empty": lambda: b"",
    "no zip": lambda: b"%PDF-1.7\n" * 100,
    "half": lambda: zipped({"collection.anki2": GOOD})[:200],
    "only the end": lambda: zipped({"collection.anki2": GOOD})[-60:],
    "no collection": lambda: zipped({"a": b""}),
    "no database": lambda: zipped({"collection.anki2": b"SQLite format 3\0" + b"\xff" * 5000}),
    "all three": lambda: zipped({f"collection.anki2{end}": GOOD for end in ("", "1", "1b")}),
    "zstd in zstd": lambda: zipped(
        {"collection.anki21b": zstandard.compress(zstandard.compress(GOOD))}
    ),
    "media that is a list": lambda: zipped({"collection.anki2": GOOD, "media": b"[1, 2]"}),
    "media of depth": lambda: zipped({"collection.anki2": GOOD, "media": b"[" * 90_000}),
    "media in half": lambda: zipped(
        {"collection.anki2": GOOD, "media": zstandard.compress(b"\x0a\xff\xff")}
    ),
    "the same name twice": lambda: _twice(),
    "a link": lambda: _with_link(),
    "a folder": lambda: zipped({"collection.anki2/": b"", "media/": b""}),
    "two pictures of one name": lambda: zipped(
        {
            "collection.anki2": legacy_database(note='<img src="a.png"><img src="A.png">\x1fa'),
            "media": b'{"0": "a.png", "1": "a.png", "2": "A.png"}',
            **dict.fromkeys("012", PIXEL),
        }
    ),
}


def _twice() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        opened.writestr("collection.anki2", GOOD)
    return buffer.getvalue() + zipped({"collection.anki2": GOOD})


def _with_link() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        opened.writestr("media", b'{"0": "passwd.png"}')
        opened.writestr("collection.anki2", legacy_database(note='<img src="passwd.png">\x1fa'))
        link = zipfile.ZipInfo("0")
        link.external_attr = 0o120777 << 16
        opened.writestr(link, "/etc/passwd")
    return buffer.getvalue()


PACKAGES: dict[str, Make] = {
    **_fields(),
    **_names(),
    **{
        f"script {number}": lambda script=script: zipped(  # type: ignore[misc]
            {"collection.anki2": legacy_database(script)}
        )
        for number, script in enumerate(SCRIPTS)
    },
    **ENTRIES,
}
"""Makers of packages, by what they are."""
