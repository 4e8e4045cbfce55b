"""Options of an edited export: what is gone goes, and what the format has no place for stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.exports_edited import assert_only_change

PLAIN = "[Tokyo, Canberra, Wellington, Rome, Paris, Madrid]"
STYLED = "[The *Mary*, The *Anna*, The *Berta*, The *Clara*, The *Dora*, The *Emma*]"
ACCEPT = "[Soul, Sŏul, Sowul, Soeul, Seul, Sol]"
MANY = f"""\
- id: plain
  type: multiple_choice
  question: Which city is it?
  answer: Seoul
  distractors: {PLAIN}
  reference: An atlas
- id: styled
  type: multiple_choice
  question: Which ship was it?
  answer: The *Victory*
  distractors: {STYLED}
  reference: An atlas
- id: capital
  type: short_answer
  question: What is the capital of *Korea*?
  answer: Seoul
  accept: {ACCEPT}
  reference: An atlas
"""
SHIPS = """\
  distractors:
  - The *Mary*
  - The Agnes
  - The *Berta*
  - The *Clara*
  - The *Dora*
  - The *Emma*"""


@pytest.mark.parametrize(
    ("name", "old", "new", "before", "after"),
    [
        ("gimkit", "Canberra", "Cancun", "Canberra", "Cancun"),
        ("gimkit", "Canberra,", ",", "Canberra, ", ""),
        ("kahoot", "Wellington", "", "Wellington, ", ""),
        ("blooket", "Wellington", "", "Wellington, ", ""),
        ("gimkit", "Tokyo,Canberra", "Busan,", "Tokyo, Canberra", "Busan"),
        ("gimkit", "The Anna,The Berta", "The Anna,", "The *Berta*, ", ""),
        ("gimkit", "The Anna", "The Agnes", f"  distractors: {STYLED}", SHIPS),
        ("kahoot", "The Anna", "The Agnes", f"  distractors: {STYLED}", SHIPS),
        ("wayground", "The Anna", "The Agnes", f"  distractors: {STYLED}", SHIPS),
        ("wayground", "Soeul", "Soyul", "Soeul", "Soyul"),
        ("wayground", "Soeul", "", "Soeul, ", ""),
    ],
)
def test_only_what_is_changed_or_gone_changes(
    tmp_path: Path, name: str, old: str, new: str, before: str, after: str
) -> None:
    assert_only_change(tmp_path, (name, old, new), before, after, MANY)


RUBRIC = "  rubric: {names the reason: 2, names the place: 1}"
OTHER_RUBRIC = "  rubric:\n    names the reason: 2\n    names a place: 1"
PAIRS = """\
  - {premise: Cho, response: South Korea, explain: The host, hint: Near the sea}
  - {premise: Akiba, response: Japan}
  - {premise: Sullivan, response: United States}
"""
OTHER_PAIRS = """\
  - premise: Mr Cho
    response: South Korea
    explain: The host
    hint: Near the sea
  - premise: Akiba
    response: Japan
  - premise: Sullivan
    response: United States
"""


@pytest.mark.parametrize(
    ("name", "old", "new", "before", "after"),
    [
        ("blackboard", "country.\tCho", "country.\tMr Cho", PAIRS, OTHER_PAIRS),
        ("csv", "1: names the place", "1: names a place", RUBRIC, OTHER_RUBRIC),
    ],
)
def test_parts_keep_what_the_format_lacks(
    tmp_path: Path, name: str, old: str, new: str, before: str, after: str
) -> None:
    assert_only_change(tmp_path, (name, old, new), before, after)
