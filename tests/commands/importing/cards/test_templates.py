"""A question is what a stranger's card shows, words of the template included."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.foreign_decks import deck_of
from support.importing import losses, questions

from quizgen.commands.importing import ImportLoss
from quizgen.commands.importing.losses import LossReason

FIELDS = ("F", "B", "X", "Y")
NOTE = ("Deltoid", "Axillary", "a hint", "")
BACK = "{{FrontSide}}<hr id=answer>{{B}}"


def entry(
    folder: Path, *templates: tuple[str, str], note: tuple[str, ...] = NOTE, cloze: bool = False
) -> tuple[str, dict[LossReason, list[str]]]:
    """The question that `note` becomes, without id and guid, and what is lost of it."""
    path = deck_of(folder, FIELDS, templates, (note,), cloze=cloze)
    _, _, text = questions(path).partition("\n  type: ")
    told = losses(path)
    return text.rpartition("  tags:")[0], told


@pytest.mark.parametrize(
    ("front", "back", "written"),
    [
        ("Which nerve serves {{F}}?", BACK, "front: Which nerve serves Deltoid?\n  back: Axillary"),
        ("<b>Which</b> {{F}}", BACK, 'front: "**Which** Deltoid"\n  back: Axillary'),
        ("{{F}}", "{{FrontSide}}<hr>Nerve: {{B}}", 'front: Deltoid\n  back: "Nerve: Axillary"'),
        ("{{F}}", "{{F}}<hr>{{B}}", "front: Deltoid\n  back: Axillary"),
        ("Name {{F}}", "Name {{F}}<hr>{{B}}", "front: Name Deltoid\n  back: Axillary"),
        ("{{F}}", "Muscle: {{F}}<br>{{B}}", "back: |-\n    Muscle: Deltoid\\\n    Axillary"),
        ("{{F}}", "{{F}} – {{B}}", "front: Deltoid\n  back: Deltoid – Axillary"),
        ("{{F}}", "{{B}}<p>{{X}}", "back: |-\n    Axillary\n\n    a hint"),
        ("{{{F}}", BACK, "front: Deltoid\n"),
        ("{{=<% %>=}}<%F%>?", BACK, "front: Deltoid?\n"),
        ("{{F}}<!-- {{B}} -->", BACK, "front: Deltoid\n"),
        ("{{F}}<script>const x = '{{B}}'</script>", BACK, "front: Deltoid\n"),
        ("{{F}}{{#X}} a{{/X}}{{#Y}}{{B}}{{/Y}}{{^Y}}?{{/Y}}", BACK, "front: Deltoid a?\n"),
        ("{{^X}}{{B}}{{/X}}{{#X}}{{#Y}}{{B}}{{/Y}}{{/X}}{{F}}", BACK, "front: Deltoid\n"),
        ("In {{Subdeck}}, {{F}}?", BACK, "front: In Strange, Deltoid?\n"),
        ("{{text:F}}", "{{FrontSide}}<hr>{{B}}", "front: Deltoid\n  back: Axillary"),
        (
            '<a href="https://x.org/{{F}}">{{F}}</a>',
            BACK,
            'front: "[Deltoid](https://x.org/Deltoid)"\n  back: Axillary',
        ),
    ],
)
def test_words_of_the_template_stay(front: str, back: str, written: str, tmp_path: Path) -> None:
    text, told = entry(tmp_path, (front, back))
    assert text.startswith("flashcard\n")
    assert written in text
    assert set(told) <= {ImportLoss.UNSHOWN_FIELD, ImportLoss.DESIGN}


@pytest.mark.parametrize(
    ("front", "back", "told"),
    [
        (
            '{{F}}<div style="display: none">{{X}}</div>',
            "back: |-\n    Axillary\\\n    a hint",
            "X: a hint",
        ),
        (
            '{{F}}<details><div style="display: none">{{X}}</div></details>',
            "back: |-\n    Axillary\\\n    a hint",
            "X: a hint",
        ),
    ],
)
def test_what_no_click_shows_is_on_the_back(
    front: str, back: str, told: str, tmp_path: Path
) -> None:
    text, lost = entry(tmp_path, (front, BACK))
    assert "front: Deltoid\n" in text
    assert back in text
    assert [case.partition(": ")[2] for case in lost[ImportLoss.HINT]] == [told]


@pytest.mark.parametrize(
    ("front", "hint"),
    [
        ("{{F}}{{hint:X}}", "a hint"),
        ("{{F}}<br>Hint: {{hint:X}}", '"Hint: a hint"'),
        ("{{F}}<br>{{hint:X}}<br>{{hint:F}}", "|-\n    a hint\\\n    Deltoid"),
        ("{{F}}<details>{{X}}</details>", "a hint"),
        ("{{F}}<details><summary>Help</summary>{{X}}</details>", "a hint"),
    ],
)
@pytest.mark.parametrize("back", [BACK, "{{F}}<hr>{{B}}"])
def test_what_a_click_shows_is_a_hint(front: str, back: str, hint: str, tmp_path: Path) -> None:
    text, lost = entry(tmp_path, (front, back))
    assert f"  hint: {hint}\n" in text
    assert "back: Axillary\n" in text
    told = [
        case for reason, cases in lost.items() if reason is not ImportLoss.DESIGN for case in cases
    ]
    assert told == (["deltoid: Help"] if "summary" in front else [])


def test_a_hint_that_is_the_only_answer_is_the_answer(tmp_path: Path) -> None:
    text, lost = entry(tmp_path, ("{{F}}{{hint:X}}", "{{FrontSide}}"))
    assert "front: Deltoid\n  back: a hint\n" in text
    assert "hint:" not in text
    assert [case.partition(": ")[2] for case in lost[ImportLoss.HINT]] == ["X: a hint"]


@pytest.mark.parametrize("kind", ["typed", "cloze"])
def test_typed_answers_and_gaps_have_hints_too(kind: str, tmp_path: Path) -> None:
    front = "{{F}}{{hint:X}}{{type:B}}" if kind == "typed" else "{{cloze:F}}{{hint:X}}"
    note = ("{{c1::Deltoid}} here", *NOTE[1:]) if kind == "cloze" else NOTE
    text, _ = entry(tmp_path, (front, f"{front}<br>{{{{B}}}}"), note=note, cloze=kind == "cloze")
    assert "\n  hint: a hint\n" in text


@pytest.mark.parametrize(
    ("filters", "front", "told"),
    [
        ("kanji:", "日本 は", None),
        ("kana:", "にほん は", None),
        ("furigana:", "日本(にほん) は", ImportLoss.RUBY),
        ("", "日本[にほん] は", None),
    ],
)
def test_readings_of_words(
    filters: str, front: str, told: ImportLoss | None, tmp_path: Path
) -> None:
    note = ("日本[にほん] は", "Japan", "", "")
    text, lost = entry(tmp_path, (f"{{{{{filters}F}}}}", BACK), note=note)
    assert f"front: {front}\n  back: Japan" in text
    assert set(lost) == ({told} if told else set())


def test_the_reading_is_an_answer_where_the_front_lacks_it(tmp_path: Path) -> None:
    note = ("日本[にほん]", "Japan", "", "")
    template = ("{{kanji:F}}", "{{furigana:F}}<hr>{{B}}")
    text, _ = entry(tmp_path, template, note=note)
    assert "front: 日本\n  back: |-\n    日本(にほん)\\\n    Japan" in text


def test_ruby_of_a_field(tmp_path: Path) -> None:
    note = ("<ruby>日<rp>(</rp><rt>に</rt><rp>)</rp></ruby>本", "Japan", "", "")
    text, lost = entry(tmp_path, ("{{F}}", BACK), note=note)
    assert "front: 日(に)本\n" in text
    assert set(lost) == {ImportLoss.RUBY}


def test_typing_keeps_words_and_labels(tmp_path: Path) -> None:
    template = (
        "Nerve of {{F}}: {{type:nc:B}}",
        "{{FrontSide}}<hr>{{type:nc:B}}<br>Note: {{X}}",
    )
    text, lost = entry(tmp_path, template)
    assert text.startswith("short_answer\n")
    assert 'question: "Nerve of Deltoid:"\n  answer: Axillary\n  explain: "Note: a hint"' in text
    assert lost == {}


def test_lists_of_fields_and_templates_stay_lists(tmp_path: Path) -> None:
    note = ("Deltoid", "<ol><li>alpha</li><li>beta</li></ol>", "", "")
    template = ("<ul><li>{{F}}</li><li>b</li></ul>", BACK)
    text, lost = entry(tmp_path, template, note=note)
    assert "front: |-\n    - Deltoid\n    - b\n  back: |-\n    1. alpha\n    2. beta" in text
    assert lost == {}


def test_a_reversed_card_asks_with_the_same_words(tmp_path: Path) -> None:
    forth = ("Muscle: {{F}}", "{{FrontSide}}<hr>Nerve: {{B}}")
    back = ("Nerve: {{B}}", "{{FrontSide}}<hr>Muscle: {{F}}")
    text, lost = entry(tmp_path, forth, back, note=("Deltoid", "Axillary", "", ""))
    assert "reversed: true" in text
    assert lost == {}


def test_a_card_with_other_words_is_no_reversed_one(tmp_path: Path) -> None:
    back = ("Which muscle has {{B}}?", "{{FrontSide}}<hr>{{F}}")
    text, lost = entry(tmp_path, ("{{F}}", BACK), back, note=("Deltoid", "Axillary", "", ""))
    assert "reversed" not in text
    assert lost == {ImportLoss.EXTRA_CARD: ["deltoid: Which muscle has Axillary?"]}


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("<div>Tags: {{Tags}}</div>{{F}}", "Tags: vocab"),
        ("{{F}}<br>{{Deck}}", "World::Strange"),
        ("{{F}}<br>{{Type}}", "Of a stranger"),
    ],
)
def test_lines_about_the_note_itself_are_told(front: str, line: str, tmp_path: Path) -> None:
    text, lost = entry(tmp_path, (front, BACK))
    assert "front: Deltoid\n  back: Axillary" in text
    assert lost[ImportLoss.SPECIAL_FIELD] == [f"deltoid: {line}"]


def test_a_field_that_no_condition_shows_is_told(tmp_path: Path) -> None:
    _, lost = entry(tmp_path, ("{{F}}{{#Y}}{{X}}{{/Y}}", BACK))
    assert lost == {ImportLoss.UNSHOWN_FIELD: ["deltoid: X = a hint"]}


@pytest.mark.parametrize("shown", ["{{edit:F}}", "{{F}}{{No such field}}"])
def test_what_only_an_add_on_understands_is_told(shown: str, tmp_path: Path) -> None:
    text, lost = entry(tmp_path, (shown, BACK))
    assert "front: Deltoid\n" in text
    assert ImportLoss.FILTER in lost


def test_a_card_without_a_field_on_its_front_is_none(tmp_path: Path) -> None:
    note = ("", "Axillary", "", "")
    path = deck_of(tmp_path, FIELDS, (("Which nerve? {{F}}", BACK),), (note,))
    assert set(losses(path)) <= {ImportLoss.NO_CARD, ImportLoss.UNUSED_MEDIA}
    assert "type:" not in questions(path)


CLOZE = ("{{c1::Seoul}} is in {{c2::Korea}}", "the context", "more", "")


@pytest.mark.parametrize(
    ("front", "back", "written"),
    [
        (
            "{{B}}<br>{{cloze:F}}",
            "{{B}}<br>{{cloze:F}}<hr>{{X}}",
            "text: |-\n    the context\\\n    {{c1::Seoul}} is in {{c2::Korea}}\n  explain: more\n",
        ),
        (
            "Fill in: {{cloze:F}}",
            "Fill in: {{cloze:F}}<br>Source: {{X}}",
            'text: "Fill in: {{c1::Seoul}} is in {{c2::Korea}}"\n  explain: "Source: more"\n',
        ),
        (
            "{{cloze:F}}{{#Y}}{{B}}{{/Y}}",
            "{{cloze:F}}<hr>{{B}}",
            'text: "{{c1::Seoul}} is in {{c2::Korea}}"\n  explain: the context\n',
        ),
    ],
)
def test_the_context_of_a_gap_stays_on_its_side(
    front: str, back: str, written: str, tmp_path: Path
) -> None:
    text, lost = entry(tmp_path, (front, back), note=CLOZE, cloze=True)
    assert written in text
    assert set(lost) <= {ImportLoss.UNSHOWN_FIELD}


def test_gaps_are_gaps_only_where_the_template_says_so(tmp_path: Path) -> None:
    note = ("{{c1::Seoul}}", "as in {{c1::this}}", "", "")
    template = ("{{B}}: {{cloze:F}}", "{{B}}: {{cloze:F}}")
    text, _ = entry(tmp_path, template, note=note, cloze=True)
    assert 'text: "as in {&#123;c1::this}}: {{c1::Seoul}}"' in text


def test_a_gap_that_was_typed_is_told(tmp_path: Path) -> None:
    template = ("{{cloze:F}}<br>{{type:cloze:F}}", "{{cloze:F}}<br>{{type:cloze:F}}<br>{{B}}")
    text, lost = entry(tmp_path, template, note=CLOZE, cloze=True)
    assert 'text: "{{c1::Seoul}} is in {{c2::Korea}}"\n  explain: the context' in text
    assert lost[ImportLoss.TYPED_GAP] == ["seoul-is-in-korea: {{F}}"]


@pytest.mark.parametrize("front", ["{{type:cloze:F}}", "<div>{{type:cloze:F}}</div><hr>"])
def test_a_front_with_a_box_alone_is_left_out_and_told_why(front: str, tmp_path: Path) -> None:
    text, lost = entry(tmp_path, (front, "{{cloze:F}}<br>{{B}}"), note=CLOZE, cloze=True)
    assert text == ""
    (told,) = lost[ImportLoss.TYPED_GAP_ALONE]
    assert "is in" in told
    assert ImportLoss.NO_GAP not in lost


def test_a_front_that_differs_from_gap_to_gap_is_told(tmp_path: Path) -> None:
    template = ("{{cloze:F}}{{#c2}} It is {{B}}.{{/c2}}", "{{cloze:F}}")
    _, lost = entry(tmp_path, template, note=CLOZE, cloze=True)
    (told,) = lost[ImportLoss.EXTRA_CARD]
    assert "It is the context." in told
