"""Whatever `--fix` does to a file, libyaml reads the same in it but for what was named.

Here quizgen's own reader has no say. `QUIZGEN_FUZZ_SECONDS` tries new files for so long.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import yaml
from support import write_bank
from support.fuzzing import fuzzed
from support.fuzzing.fixable import fixable_files

import quizgen
from quizgen.checks.explain import explanations
from quizgen.commands.fix import FixedFile, fix_and_save

FIXES = {"decomposed-text", "trailing-space", "unordered-numbers"}
"""The diagnostics that carry a fix: a new one needs a line in `meaning` and in `layout`."""

made: Counter[str] = Counter()


def fixed(content: bytes) -> list[FixedFile]:
    """The rounds of `--fix` for a bank whose topic file is `content`."""
    with TemporaryDirectory() as root:
        folder = write_bank(Path(root), "#", passage=None, bank="language: en\n")
        (folder / "people.yaml").write_bytes(content)
        rounds: list[FixedFile] = []
        fix_and_save(quizgen.check(folder), lambda: quizgen.check(folder), rounds.append)
        after = (folder / "people.yaml").read_bytes()
    assert after == (rounds[-1].after.encode() if rounds else content)
    return rounds


def meaning(raw: str, names: set[str]) -> list[Event]:
    """What libyaml reads, event by event, without what the fixes of these names are to change.

    Aliases stay aliases, so a file is compared in which one repeats nothing.
    """
    read: list[Event] = []
    try:
        for event in yaml.parse(raw.removeprefix("\ufeff"), Loader=yaml.CLoader):
            value = getattr(event, "value", None) or ""
            if "decomposed-text" in names:
                value = unicodedata.normalize("NFC", value)
            read.append(Event(type(event).__name__, value, getattr(event, "anchor", None) or ""))
    except yaml.YAMLError:
        read.append(Event("a syntax error", "", ""))
    added = [n for n, (key, value) in enumerate(pairwise(read)) if (key, value) == ASCENDING]
    if "unordered-numbers" in names:
        for number in reversed(added):
            del read[number : number + 2]
    return read


class Event(NamedTuple):
    """An event of the parser: its class, the value as read, and the anchor it has or repeats."""

    kind: str
    value: str
    anchor: str


ASCENDING = (Event("ScalarEvent", "ascending", ""), Event("ScalarEvent", "true", ""))


def layout(raw: str, names: set[str]) -> list[str]:
    """The lines of a file with all remarks, without what the fixes of these names change."""
    if "decomposed-text" in names:
        raw = unicodedata.normalize("NFC", raw)
    if "unordered-numbers" in names:
        raw = re.sub(r"^ *ascending: true\r?\n", "", raw, flags=re.MULTILINE)
    return [
        re.sub(r"[ \t]+(\r?\n)$", r"\1", line) if "trailing-space" in names else line
        for line in raw.splitlines(keepends=True)
    ]


@fuzzed(120, content=fixable_files())
def test_a_fixed_file_means_the_same(content: bytes) -> None:
    for one in fixed(content):
        names = {diagnostic.name for diagnostic in one.fixed}
        made.update(names)
        assert names <= FIXES
        assert meaning(one.before, names) == meaning(one.after, names)
        assert layout(one.before, names) == layout(one.after, names)


def test_the_files_had_every_fix_made() -> None:
    if not made:
        test_a_fixed_file_means_the_same()
    assert set(made) == FIXES <= set(explanations())
    assert min(made.values()) > 10, made


def test_a_diagnostic_with_a_fix_is_one_of_these() -> None:
    sources = (Path(quizgen.__file__).parent).rglob("*.py")
    files = [
        path.name for path in sources if re.search(r"(?<!class )\bFix\(", path.read_text("utf-8"))
    ]
    assert sorted(files) == ["composed_texts.py", "trailing_whitespace.py", "unordered_numbers.py"]
