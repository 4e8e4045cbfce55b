"""What a format sets around a text stays out of the bank, and words written there come home."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.exports_edited import assert_only_change

from quizgen.commands.importing.foreign.since_texts import text_since

ENVOY = "  explain: He came from Korea.\n"
STEM = "  question: How deep is the sea?\n"
UNIT_LINE = "  unit: m\n"
UNIT = '(<span class\\="unit">m</span>)'


@pytest.mark.parametrize(
    ("name", "old", "new", "before", "after"),
    [
        (
            "gift",
            "Cho<br>He came",
            "Cho was born in 1960.<br>He came",
            ENVOY,
            "  explain: |-\n    Cho was born in 1960.\\\n    He came from Korea.\n",
        ),
        (
            "gift",
            "Cho<br>He came",
            "Cho<br>He was late.<br>He came",
            ENVOY,
            "  explain: |-\n    He was late.\\\n    He came from Korea.\n",
        ),
        (
            "gift",
            "Cho<br>He came",
            "Mr Cho<br>He came",
            ENVOY,
            "  explain: |-\n    Mr Cho\\\n    He came from Korea.\n",
        ),
        ("gift", "Cho<br>He came", "Cho<br>She came", ENVOY, ENVOY.replace("He", "She")),
        ("gift", "Cho<br>He came from Korea.<br>", "Cho<br>", ENVOY, ""),
        ("gift", f" {UNIT}", "", UNIT_LINE, ""),
        (
            "moodle",
            "sea? (m)",
            "sea? Give whole metres.",
            STEM,
            "  question: How deep is the sea? Give whole metres.\n",
        ),
        (
            "moodle",
            "sea? (m)",
            "sea? Guess! (in m)",
            STEM,
            "  question: How deep is the sea? Guess! (in m)\n",
        ),
    ],
)
def test_words_beside_a_text_come_home(
    tmp_path: Path, name: str, old: str, new: str, before: str, after: str
) -> None:
    assert_only_change(tmp_path, (name, old, new), before, after)


@pytest.mark.parametrize(
    ("present", "before", "new", "expected"),
    [
        ("How deep?", "How deep? (m)", "How deep? (km/h)", "How deep?"),
        ("How deep?", "How deep? (m)", "How deep?", "How deep?"),
        ("How deep?", "How deep? (m)", "How wide? (m)", "How wide?"),
        ("It was.", "Cho: near\n\nIt was.", "Cho: far\n\nIt was.", "It was."),
        ("It was.", "Cho: near\n\nIt was.", "It is.\n\nIt was.", "It is.\n\nIt was."),
        ("It was.", "Cho: near\n\nIt was.", "Cho: near", ""),
        ("map", "A map\n\nmap", "A map\n\nchart", "chart"),
        ("", "A map", "A chart", "A chart"),
    ],
)
def test_the_part_of_a_text_is_cut_out_of_it(
    present: str, before: str, new: str, expected: str
) -> None:
    assert text_since(present, before, new) == expected


CARD = """\
- id: plan
  type: flashcard
  front: What shows the way?
  back: A map
  explain: map
  reference: An atlas
"""


@pytest.mark.parametrize("name", ["gift", "moodle"])
@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("map{end}", "chart{end}", "explain: map", "explain: chart"),
        ("A map", "A chart", "back: A map", "back: A chart"),
    ],
)
def test_an_explanation_that_is_in_the_back_too_is_the_last_one(
    tmp_path: Path, name: str, old: str, new: str, before: str, after: str
) -> None:
    end = '<br><span class\\="quizgen' if name == "gift" else '&lt;br&gt;&lt;span class="quizgen'
    assert_only_change(
        tmp_path, (name, old.format(end=end), new.format(end=end)), before, after, CARD
    )
