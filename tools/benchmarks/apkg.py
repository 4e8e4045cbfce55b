"""A bank to an .apkg, from the cold start of Python to the file on disk.

A rebuild without a cache: the ledger is there and nothing has changed. The other side is
genanki's own `write_to_file`, given the same notes ready-made as JSON.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.benchmarks.bank import CARDS
from tools.benchmarks.measure import Measurement, Sample, paired, project, show, whole_process

SIZES = ((10_000, 4.0), (1_000, 4.0))
"""Items, and the ratio to reach."""

BARE_GENANKI = Path(__file__).with_name("bare_genanki.py")


def rows(sizes: tuple[tuple[int, float], ...] = SIZES, rounds: int = 9) -> Iterator[Measurement]:
    """Yield a row for each of `sizes`, pairs of a number of items and the ratio to reach."""
    for items, target in sizes:
        with project(items) as root:
            yield _row(items, target, rounds, root)


def _row(items: int, target: float, rounds: int, root: Path) -> Measurement:
    out = root / "dist"
    deck = root / "decks" / f"{CARDS}.yaml"
    quizgen = (sys.executable, "-c", BUILD, root, deck, out)
    whole_process(*quizgen)
    notes = root / "notes.json"
    notes.write_text(json.dumps(notes_of(out / CARDS / f"{CARDS}.apkg", root)), encoding="utf-8")
    genanki = (sys.executable, BARE_GENANKI, notes, root / "genanki.apkg")

    def build() -> Sample:
        shutil.rmtree(root / ".quizgen", ignore_errors=True)
        return whole_process(*quizgen)

    return paired(
        f".apkg of {items:,} items, whole process",
        build,
        lambda: whole_process(*genanki),
        target=target,
        rounds=rounds,
    )


BUILD = """
import sys
import quizgen
root, deck, out = sys.argv[1:]
result = quizgen.build(root, [deck], built=1_700_000_000, out=out, force=True, jobs=2)
assert result.files, result.diagnostics
"""


def notes_of(package: Path, scratch: Path) -> dict[str, Any]:
    """Return the note types of an .apkg and its notes by deck, as plain data."""
    with zipfile.ZipFile(package) as archive:
        database = archive.extract("collection.anki2", scratch)
    connection = sqlite3.connect(database)
    models, decks = map(json.loads, connection.execute("SELECT models, decks FROM col").fetchone())
    notes = defaultdict(list)
    for deck, model, *note in connection.execute(
        "SELECT min(did), mid, guid, tags, flds, min(due) FROM notes"
        " JOIN cards ON nid = notes.id GROUP BY notes.id ORDER BY notes.id"
    ):
        notes[deck].append([model, *note])
    connection.close()
    return {
        "models": list(models.values()),
        "decks": [[deck, decks[str(deck)]["name"], note_rows] for deck, note_rows in notes.items()],
    }


if __name__ == "__main__":
    show(rows())
