"""Words added before or behind a text of an export come home; no edit is lost in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.brought import bring
from support.exports_edited import NATIVE, export, replaced, yaml_files

from quizgen.writers.exporting.base import ExportFormat, OrderingStyle

TEXTS = {  # words of a text, and the question that has it
    "Washington": "city",
    "Korea hosted the talks.": "hosted",
    "How deep is the sea?": "depth",
    "Put the seasons in order.": "seasons",
    "Who was the envoy?": "envoy",
    "Because they wanted to": "why",
    "He came from Korea.": "envoy",
    "It is far away": "city",
    "South Korea hosted them": "city",
    "Match each adviser to a country.": "countries",
    "think of a tower": "depth",
    "Sŏul": "capital",
    "Canberra": "city",
    "Miller": "several",
    "They meet": "charter",
    "autumn": "seasons",
    "Sullivan": "countries",
    "Australia": "countries",
}
EDITS: dict[str, Callable[[str], str]] = {
    "before": lambda text: f"Perhaps {text}",
    "behind": lambda text: f"{text} again",
    "around": lambda text: f"Perhaps {text} again",
    "less": lambda text: f"Zu{text[3:-2]}",
}


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("format", NATIVE, ids=lambda f: f.name)
def test_words_around_a_text_come_home_or_are_told(
    tmp_path: Path, format: ExportFormat, edit: str
) -> None:
    content = export(tmp_path, format, OrderingStyle.NATIVE)
    edited = []  # the new texts, and the questions that have them
    for old, question in TEXTS.items():
        new = EDITS[edit](old)
        before, content = content, replaced(content, old, new)
        if content != before:  # else the format has no place for it, which its export tells
            edited.append((new, question))
    got = bring(tmp_path, f"all{format.ending}", content, "talks")
    assert got.imported is not None
    assert got.imported.update is not None
    lost = {loss.item.value for losses in got.imported.losses.values() for loss in losses}
    told = lost | set(got.imported.update.gone)
    after = "".join(yaml_files(tmp_path).values())  # of a pair, Quizlet's card is a new question
    assert [new for new, question in edited if question not in told and new not in after] == []
    assert {question for _, question in edited} - told <= {
        *got.imported.update.changed,
        *(["countries"] if got.imported.update.added else []),
    }
