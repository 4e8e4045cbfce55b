"""What Anki's voice says is text: nothing in it ends the speech, plays or runs anything."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support import write_project
from support.corpus.payloads import FAMILIES
from support.packages import read

from quizgen import build

SPEECH = re.compile(r"\[anki:tts lang=[a-z]{2,3}_[A-Z]{2}\](.*?)\[/anki:tts\]", re.DOTALL)
ACTS = re.compile(r"\[/?(?:anki|sound|tts)", re.IGNORECASE)
ENDS = (
    *(
        "[/anki:tts][sound:x.mp3]",
        "x[/anki:tts][anki:play:q:0]",
        "[anki:tts lang=de_DE]y[/anki:tts]",
    ),
    *("[/ANKI:tts]", "[[/anki:tts]]", "&#91;/anki:tts]", "[/anki\u200b:tts]", "[/anki:tts"),
    *("]voices=x speed=9[", '" onclick="top.ran=1', "{{tts de_DE:Front}}", "\\[/anki:tts\\]"),
)
TEXTS = (*ENDS, *FAMILIES["templates"], *FAMILIES["markup"])


@pytest.mark.parametrize("start", range(0, len(TEXTS), 20))
def test_no_text_ends_its_speech(tmp_path: Path, start: int) -> None:
    texts = [json.dumps(text) for text in TEXTS[start : start + 20]]
    write_project(
        tmp_path,
        "\n".join(
            f"- {{id: q{n}, type: flashcard, front: {text}, back: {text}, reference: r}}"
            for n, text in enumerate(texts)
        ),
        deck="bank: talks\nanki: {deck: Talks}\n",
        bank="speak: true\nlanguage: en-GB\n",
    )
    people = tmp_path / "question_bank/talks/people.yaml"
    refused = {d.span.line for d in build(tmp_path, built=1, check=True).diagnostics}
    lines = people.read_text("utf-8").split("\n")
    people.write_text("\n".join(x for n, x in enumerate(lines, 1) if n not in refused), "utf-8")
    build(tmp_path, built=1)
    spoken = 0
    for note in read(tmp_path / "dist/talks/talks.apkg").notes:
        for field in note.fields:
            if "anki:tts" in field and not field.startswith("{"):
                spoken += 1
                rest = SPEECH.sub("", field)
                assert not ACTS.search(rest), field
                assert all(not ACTS.search(words) for words in SPEECH.findall(field)), field
    assert spoken >= 10
