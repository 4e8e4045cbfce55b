"""What real Anki shows of a stranger's deck, before the import and after it.

A word of a front stays on the front, and no word of a back comes to a front, unless the report
of the import says so of this very question.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from support.foreign_decks import deck_of
from support.imported_cards import assert_words_stay


class Deck(NamedTuple):
    fields: tuple[str, ...]
    templates: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, ...], ...]
    cloze: bool = False


DECKS = {
    "words in the template": Deck(
        ("Muscle", "Nerve", "Root"),
        (
            (
                "Which nerve serves <b>{{Muscle}}</b>?",
                "{{FrontSide}}<hr id=answer>Nerve: {{Nerve}}<br>Root: {{Root}}",
            ),
            ("Which muscle does {{Nerve}} serve?", "{{FrontSide}}<hr id=answer>{{Muscle}}"),
        ),
        (("Deltoid", "Axillary", "C5"), ("Biceps", "Musculocutaneous", "")),
    ),
    "the question repeated on the back": Deck(
        ("Word", "Meaning", "Example"),
        (
            ("Define: {{Word}}", "Define: {{Word}}<hr>{{Meaning}}<div>e.g. {{Example}}</div>"),
            ("{{Meaning}}", "{{Meaning}}<hr>{{Word}}"),
        ),
        (("ledger", "a book of accounts", "the bank keeps one"), ("bank", "a shore", "")),
    ),
    "kanji and readings": Deck(
        ("Expression", "Meaning"),
        (
            ("{{kanji:Expression}}", "{{furigana:Expression}}<hr>{{Meaning}}"),
            ("{{kana:Expression}}", "{{FrontSide}}<hr>{{Meaning}} {{kanji:Expression}}"),
        ),
        (("日本[にほん]", "Japan"), (" 東京[とうきょう] は 大[おお]きい", "Tokyo is big")),
    ),
    "hints and conditions": Deck(
        ("Front", "Back", "Hint", "Extra"),
        (
            (
                "{{Front}}{{#Extra}}<br>Extra: {{Extra}}{{/Extra}}{{hint:Hint}}"
                "{{^Hint}}<p>{{Back}} is no secret</p>{{/Hint}}",
                "{{FrontSide}}<hr>{{Back}}",
            ),
        ),
        (("one", "uno", "begins with u", ""), ("two", "dos", "begins with d", "more")),
    ),
    "tags, decks, scripts and tables": Deck(
        ("Front", "Back", "Link"),
        (
            (
                '<div class="tags">Tags: {{Tags}}</div><h1>{{Subdeck}}</h1><table><tr><td>Say'
                "</td><td>{{Front}}</td></tr></table><script>var x = '{{Back}}';</script>",
                '{{FrontSide}}<hr><div style="display: none">{{Link}}</div>{{Back}}'
                '<a href="https://example.org/{{Link}}">look up</a><!-- {{Link}} -->',
            ),
        ),
        (("Haus", "house", "haus"), ("Baum", "tree", "baum")),
    ),
    "hidden on the front": Deck(
        ("Front", "Back"),
        (
            (
                "{{Front}}<div style='display: none'>{{Back}}</div>"
                "<details><summary>Open me</summary>{{Back}}</details>",
                "{{FrontSide}}<hr>{{Back}}",
            ),
        ),
        (("Haus", "house"),),
    ),
    "typing": Deck(
        ("Word", "Meaning", "Note"),
        (
            (
                "Translate {{Word}} {{type:nc:Meaning}}",
                "{{FrontSide}}<hr>{{type:nc:Meaning}}<p>Note: {{Note}}",
            ),
        ),
        (("Haus", "house", "neuter"),),
    ),
    "cloze with context on the front": Deck(
        ("Text", "Context", "Extra"),
        (
            (
                "<i>In short: {{Context}}</i><br>{{cloze:Text}}{{#Extra}}<br>{{hint:Extra}}"
                "{{/Extra}}",
                "{{Context}}<br>{{cloze:Text}}<hr>Source: {{Extra}}",
            ),
        ),
        (
            ("{{c1::Seoul}} is in {{c2::Korea::a country}}", "Geography {{c1::x}}", "an atlas"),
            ("Rome is {{c1::in Italy}}", "", ""),
        ),
        cloze=True,
    ),
    "typed cloze, spoken cloze": Deck(
        ("Text", "Extra"),
        (
            (
                "{{cloze:Text}}{{type:cloze:Text}}{{tts en_US:cloze:Text}}",
                "{{cloze:Text}}{{type:cloze:Text}}{{Extra}}",
            ),
        ),
        (("{{c1::One}} and {{c2::two}}", "are numbers"),),
        cloze=True,
    ),
    "lists in fields": Deck(
        ("Front", "Back"),
        (("<ul><li>{{Front}}</li></ul>", "{{FrontSide}}<hr>{{Back}}"),),
        (("Name <u>two</u>", "<ol><li>alpha</li><li>beta</li></ol><ul><li>gamma</li></ul>"),),
    ),
    "marks of old templates": Deck(
        ("Front", "Back"),
        (("{{=<% %>=}}Say <%Front%>!", "{{=<% %>=}}<%FrontSide%><hr><%Back%>"),),
        (("Haus", "house"),),
    ),
}


@pytest.mark.parametrize("deck", DECKS.values(), ids=DECKS)
def test_words_stay_on_their_side_or_are_told(deck: Deck, tmp_path: Path) -> None:
    package = deck_of(tmp_path, deck.fields, deck.templates, deck.notes, cloze=deck.cloze)
    assert_words_stay(package, tmp_path)
