"""Grading judges what was typed into a page as the page's own script would."""

from __future__ import annotations

import json
import random
import subprocess
from decimal import Decimal
from pathlib import Path

from quizgen.model.typed_answer import judge_number, judge_text
from quizgen.writers.shared.typed_answers import JUDGE

LETTERS = "aA İIıiςΣσ\u00a0\u200b\u00ad'\u2019\u201c\"\u2010-ée\u0301ß1,. "
DIGITS = "0123456789,.,. -\u2212+'\u0663\u06f4\u066b"
NUMBERS = ["1234", "1.234", "3", "12", "0.5", "-3", "1000"]
LANGUAGES = ["en", "de", "tr", "fr", "de-CH"]
COUNT = 5000


def cases(rng: random.Random) -> list[tuple[str, dict[str, str]]]:
    """What was typed, with the rule of a text or of a number."""
    result: list[tuple[str, dict[str, str]]] = []
    for _ in range(COUNT):
        answer = "".join(rng.choices(LETTERS, k=rng.randint(1, 4)))
        other = "".join(rng.choices(LETTERS, k=rng.randint(0, 4)))
        typed = rng.choice([answer, answer.upper(), f" {answer}", other])
        rule = {"answer": answer, "language": rng.choice(LANGUAGES)}
        result.append((typed, rule))
        number = rng.choice(NUMBERS)
        digits = "".join(rng.choices(DIGITS, k=rng.randint(0, 6)))
        typed = rng.choice([digits, number, number.replace(".", ","), "1,234", "1 000"])
        rule = {"answer": number, "language": rng.choice(LANGUAGES), "number": "true"}
        rule |= {"tolerance": rng.choice(["0", "0.5", "100"]), "unit": "km"}
        result.append((typed + rng.choice(["", " km"]), rule))
    return result


def judged(typed: str, rule: dict[str, str]) -> bool | None:
    if "number" in rule:
        value, tolerance = Decimal(rule["answer"]), Decimal(rule["tolerance"])
        return judge_number(typed, value, tolerance, rule["unit"], rule["language"])
    return judge_text(typed, [rule["answer"]], rule["language"])


def test_what_is_judged_is_judged_as_on_the_page(tmp_path: Path) -> None:
    all_cases = cases(random.Random(19))
    (tmp_path / "cases.json").write_text(json.dumps(all_cases))
    script = (
        f"{JUDGE}\nconst cases = JSON.parse(require('fs').readFileSync('cases.json'));\n"
        "console.log(JSON.stringify(cases.map(([typed, rule]) => quizgenJudge(typed, rule))));"
    )
    (tmp_path / "judge.js").write_text(script, encoding="utf-8")
    output = subprocess.check_output(["node", "judge.js"], cwd=tmp_path)
    differing = [
        (typed, rule)
        for (typed, rule), on_page in zip(all_cases, json.loads(output), strict=True)
        if judged(typed, rule) not in (on_page, None)
    ]
    assert differing == []
