"""What quizgen relies on inside genanki. Red: look at quizgen/writers/anki/package.py."""

from __future__ import annotations

import inspect

import genanki


def test_a_models_required_fields_are_the_property_that_we_replace() -> None:
    """`_Model._req` replaces genanki's own, which is wrong for conditional fronts."""
    assert not callable(inspect.getattr_static(genanki.Model, "_req"))
    assert "self._req" in inspect.getsource(genanki.Model.to_json)


def test_notes_are_written_by_the_methods_that_we_replace() -> None:
    """`_Note` gives each note its own time, and leaves out the search for HTML tags."""
    parameters = list(inspect.signature(genanki.Note.write_to_db).parameters)
    assert parameters == ["self", "cursor", "timestamp", "deck_id", "id_gen"]
    assert callable(genanki.Note._find_invalid_html_tags_in_field)
    assert "_find_invalid_html_tags_in_field" in inspect.getsource(genanki.Note)


def test_extra_keys_of_fields_and_templates_are_passed_on() -> None:
    """Ids of fields and templates let both be renamed later."""
    model = genanki.Model(
        1, "m", fields=[{"name": "f", "id": 5}], templates=[{"name": "t", "qfmt": "", "id": 6}]
    )
    json = model.to_json(0, 1)
    assert json["flds"][0]["id"] == 5
    assert json["tmpls"][0]["id"] == 6


def test_decks_are_put_into_words_by_to_json() -> None:
    """`_Deck.to_json` adds the deck's options."""
    assert "conf" in genanki.Deck(1, "d").to_json()
