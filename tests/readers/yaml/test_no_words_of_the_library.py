"""What the YAML library says is for programmers; an author reads other words, whatever is wrong."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import strategies as st
from support.fuzzing import fuzzed

from quizgen.model.diagnostics import Diagnostic, Report
from quizgen.model.source import Source
from quizgen.readers.yaml import parse, parse_yaml
from quizgen.readers.yaml.syntax import report_syntax_error

MODULES = (yaml.scanner, yaml.parser, yaml.reader, yaml.composer)
_BEGINNINGS = (
    "while |did not find|found |could not|mapping |block |expected |invalid |unexpected |control "
    "characters |incomplete |unknown |input "
)


def wordings() -> set[str]:
    """The messages in PyYAML's code and in libyaml, without what they fill in: 3 words or more."""
    found: set[str] = set()
    for module in MODULES:
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "").endswith("Error"):
                constants = (c for part in node.args for c in ast.walk(part))
                found |= {str(c.value) for c in constants if isinstance(c, ast.Constant)}
    library = Path(yaml._yaml.__file__).read_bytes()
    texts = [text.decode() for text in re.findall(rb"[ -~]{12,}", library)]
    found |= {text for text in texts if re.match(_BEGINNINGS, text)}
    stripped = {re.sub(r",? but (?:got|found) %r|\s*%\w.*", "", text).strip() for text in found}
    return {text for text in stripped if text.count(" ") > 1}


WORDINGS = sorted(wordings())


def said(diagnostics: list[Diagnostic]) -> str:
    return " ".join(f"{d.message} {d.help}" for d in diagnostics)


def test_the_library_has_many_wordings() -> None:
    assert len(WORDINGS) > 80
    assert "mapping values are not allowed in this context" in WORDINGS


@pytest.mark.parametrize("wording", WORDINGS)
def test_no_wording_of_the_library_is_handed_on(wording: str) -> None:
    report = Report()
    mark = yaml.Mark("x", 0, 0, 3, "", 0)
    error = yaml.scanner.ScannerError("while scanning a simple key", mark, wording, mark)
    report_syntax_error(error, Source(Path("x.yaml"), "a: b\n"), iter(()), report)
    (found,) = report.diagnostics
    assert not [words for words in WORDINGS if words in said([found])]
    assert found.help


SIGNS = st.sampled_from(
    [
        *"-?:,[]{}#&*!|>'\"%@`\t\\~=<a",
        *("- ", ": ", "\n", "\n  ", "\n- ", "---", "...", "%TAG", "%YAML 9", "!<", "!!x ", "|0"),
        *("\\u12", "\\x", ">12", "id: b", "  ", "é", "\u2028", "\x00", "\ufeff"),
    ]
)


@pytest.mark.parametrize("events", [parse._Events, parse.PurePythonEvents])
def test_no_damaged_file_gets_words_of_the_library(
    events: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parse, "_Events", events)

    @fuzzed(400, text=st.lists(SIGNS, max_size=14).map("".join))
    def run(text: str) -> None:
        for wrapped in (text, f"topic: x\nquestions:\n- id: a\n  front: {text}\n- id: b\n"):
            report = Report()
            parse_yaml(Source(Path("x.yaml"), wrapped), report)
            shown = said(report.diagnostics)
            assert not [words for words in WORDINGS if words in shown], wrapped

    run()
