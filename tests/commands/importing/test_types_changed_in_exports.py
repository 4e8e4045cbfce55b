"""A question whose type was changed in an export keeps in the bank what the new type takes."""

from __future__ import annotations

from pathlib import Path

from support.exports_edited import FIRST, QUESTIONS, bring_edited, yaml_files

CITY = QUESTIONS[QUESTIONS.index("- id: city") : QUESTIONS.index("- id: several")]
SHORT_CITY = """\
- id: city
  type: short_answer
  question: In which city did they meet?
  answer: Seoul
  points: 3
  tags: [one, two]
  difficulty: easy
  hint: In the east
  evidence: sat down in “Seoul”
  explain: |-
    South Korea hosted them

    It is far away
"""


def test_a_short_answer_has_no_rationale(tmp_path: Path) -> None:
    got = bring_edited(tmp_path, "csv", "city,people,multiple_choice", "city,people,short_answer")
    assert got.imported is not None
    assert got.losses["TYPE"] == ["multiple_choice → short_answer"]
    assert yaml_files(tmp_path)["people.yaml"] == FIRST + QUESTIONS.replace(CITY, SHORT_CITY)
