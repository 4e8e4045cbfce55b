"""The other side of `apkg`: notes in a JSON file to an .apkg, with genanki and nothing else.

python tools/benchmarks/bare_genanki.py NOTES.json OUT.apkg
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import genanki


def _model(data: dict[str, Any]) -> Any:
    model = genanki.Model(
        int(data["id"]),
        data["name"],
        fields=[{"name": field["name"]} for field in data["flds"]],
        templates=[{key: t[key] for key in ("name", "qfmt", "afmt")} for t in data["tmpls"]],
        css=data["css"],
        model_type=data["type"],
        sort_field_index=data["sortf"],
    )
    # genanki's own rule finds no card behind a conditional front; both sides write the same ones.
    model._req = data["req"]
    return model


def main(source: str, target: str) -> None:
    """Write the notes of the JSON file `source` as the package `target`, by genanki alone."""
    data = json.loads(Path(source).read_text(encoding="utf-8"))
    models = {int(model["id"]): _model(model) for model in data["models"]}
    decks = []
    for deck_id, name, notes in data["decks"]:
        deck = genanki.Deck(deck_id, name)
        for model, guid, tags, fields, due in notes:
            deck.add_note(
                genanki.Note(
                    models[model], fields.split("\x1f"), tags=tags.split(), guid=guid, due=due
                )
            )
        decks.append(deck)
    genanki.Package(decks).write_to_file(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
