"""The script for Google Forms: TypeScript knows every call, and it makes the right items."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from support import write_project
from support.clients import npm_packages

from quizgen.commands.build.build import build
from quizgen.readers.question_types import QUESTION_TYPES

MANIFEST = Path(__file__).with_name("apps-script.json")
RECORDER = """
const calls = [];
const recorder = (path) => new Proxy(() => {}, {
  get: (_, name) => recorder([...path, name]),
  apply: (_, __, values) => {
    const name = path[path.length - 1];
    if (name === "createChoice") return {text: values[0], right: values[1]};
    if (name === "setText") return {build: () => values[0]};
    calls.push([name, ...values]);
    return recorder(path);
  },
});
globalThis.FormApp = recorder([]);
globalThis.Logger = recorder([]);
(0, eval)(require("fs").readFileSync(process.argv[1], "utf8") + ";makeQuiz()");
console.log(JSON.stringify(calls));
"""
WILD = "</script> ${x} `y` \\\\u2028 \\\" ' \u2028 한"


def _script(root: Path, questions: str) -> Path:
    deck = "bank: talks\nexports: {format: google-forms, name: quiz}\n"
    build(write_project(root, questions, deck=deck), built=1)
    return root / "dist/talks/quiz.google-forms.gs"


def _calls(root: Path, questions: str) -> list[list[Any]]:
    """The calls that the script makes, by a stand-in for Google's classes."""
    done = subprocess.run(
        ["node", "-e", RECORDER, str(_script(root, questions))],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    found: list[list[Any]] = json.loads(done.stdout)
    return found


def test_typescript_knows_every_call(tmp_path: Path) -> None:
    packages = npm_packages(MANIFEST)
    script = _script(tmp_path, "".join(one.example for one in QUESTION_TYPES))
    source = tmp_path / "quiz.js"
    source.write_bytes(script.read_bytes())
    compiler = [
        "node",
        str(packages / "typescript/lib/tsc.js"),
        "--noEmit",
        "--allowJs",
        "--checkJs",
    ]
    types = [
        "--lib",
        "es2020",
        "--typeRoots",
        str(packages / "@types"),
        "--types",
        "google-apps-script",
    ]
    done = subprocess.run(
        [*compiler, *types, "--checkJs", "--lib", "es2020", source],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    source.write_bytes(script.read_bytes().replace(b".setIsQuiz(", b".setIsQuizz("))
    done = subprocess.run(
        [*compiler, *types, "--checkJs", "--lib", "es2020", source],
        capture_output=True,
        check=False,
        text=True,
    )
    assert "setIsQuizz" in done.stdout


def test_the_right_option_is_marked_and_the_rest_is_told(tmp_path: Path) -> None:
    calls = _calls(
        tmp_path,
        "- {id: a, type: multiple_choice, question: Where?, answer: {text: Seoul, rationale: Yes},"
        " distractors: [Tokyo], explain: There., reference: r, points: 2}\n"
        "- {id: b, type: essay, question: Why?, answer: So., reference: r}\n",
    )
    (choices,) = [call[1] for call in calls if call[0] == "setChoices"]
    assert sorted((one["text"], one["right"]) for one in choices) == [
        ("Seoul", True),
        ("Tokyo", False),
    ]
    assert ["setFeedbackForIncorrect", "Seoul: Yes\nThere.\nr"] in calls
    assert ["setPoints", 2] in calls
    assert ["setGeneralFeedback", "So.\nr"] in calls


def test_hostile_text_stays_a_text(tmp_path: Path) -> None:
    question = f'- {{id: a, type: flashcard, reference: r, front: "{WILD}", back: b}}'
    calls = _calls(tmp_path, question)
    (title,) = [call[1] for call in calls if call[0] == "setTitle" and "script" in call[1]]
    assert title.startswith("</script> ${x}")
    assert title.endswith("한")
