"""Keys that are corrected in the bank `ONE_OF_EACH` after something was handed out."""

from __future__ import annotations

from pathlib import Path

TOPIC = "question_bank/talks/people.yaml"
CORRECTIONS = {
    "key": (
        *("city", "answer: Seoul\n  distractors: [{text: Tokyo, "),
        *("answer: Tokyo\n  distractors: [{text: Seoul, ", "0"),
    ),
    "second": (
        *("city", "answer: Seoul\n  distractors: [{text: Tokyo, "),
        *("answer: [Seoul, Tokyo]\n  distractors: [{text: Busan, ", "1"),
    ),
    "several": (
        *("partners", "[Japan, South Korea]\n  distractors: [China, Russia]"),
        *("[Japan, South Korea, China]\n  distractors: [Russia]", "2.67"),
    ),
    "truth": ("truth", "They met twice., answer: false", "They met twice., answer: true", "0"),
    "order": ("steps", "in_order: [first, second, third]", "in_order: [second, first, third]", "1"),
    "timeline": (
        *("years", "1993, event: treaty}, {date: 2006, event: test}"),
        *("1993, event: test}, {date: 2006, event: treaty}", "1"),
    ),
    "pairs": (
        *("who", "{Sullivan: United States, Cho: South Korea}"),
        *("{Sullivan: South Korea, Cho: United States}", "0"),
    ),
    "points": ("steps", "third]\n", "third]\n  points: 5\n", "5"),
    "number": ("length", "answer: 9.5", "answer: 3.5", "0"),
    "tolerance": ("length", "tolerance: 0.5", "tolerance: 0.1", "0"),
    "gaps": ("gaps", "{{c1::Seoul}}", "{{c1::Busan}}", "1"),
    "accept": ("word", "accept: [the trade]", "accept: [goods]", "0"),
    "card": ("card", "back: I forbid", "back: I allow", ""),
}
"""The question, its text before and after, and the points for what was right before."""

MISFITS = {
    "option": ("city", "answer: Seoul", "answer: Busan"),
    "unit": ("length", "unit: km", "unit: m"),
    "gap": ("gaps", "They met in {{c1::Seoul}} in", "They met {{c1::often}} in Seoul in"),
    "type": ("steps", "third]", "third, fourth]"),
}
"""Changes after which the key of today does not fit what was handed out."""


def correct(root: Path, before: str, after: str) -> None:
    text = (root / TOPIC).read_text(encoding="utf-8")
    assert text.count(before) == 1
    (root / TOPIC).write_text(text.replace(before, after), encoding="utf-8")
