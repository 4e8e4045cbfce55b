from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from quizgen.checks.rules import RULES
from quizgen.cli import cli


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["explain", *arguments], prog_name="quizgen")


def test_a_rules_page_says_why_and_shows_both_examples() -> None:
    shown = explain("clang").stdout
    assert shown.startswith("clang (warning)\n\nA word of the question comes back in the key")
    assert shown.count("id: salt-company") == 2


def test_a_mistakes_page_has_no_links_that_lead_nowhere() -> None:
    shown = explain("yaml-syntax").stdout
    assert "needs quotation marks, or the line" in shown


def test_without_a_name_all_are_listed_each_on_a_line() -> None:
    lines = explain().stdout.splitlines()
    names = [line.split()[0] for line in lines]
    assert {"duplicate-id", "unreadable-file", *(rule.name for rule in RULES)} <= set(names)
    assert len(names) == len(set(names))
    assert all(line.endswith((".", "?")) for line in lines)


def test_an_unknown_name_gets_the_nearest() -> None:
    result = explain("key-is-longer")
    assert result.exit_code == 2
    assert "did you mean 'key-is-longest'?" in result.output


def test_json() -> None:
    (told,) = json.loads(explain("negative-stem", "--json").stdout)
    assert (told["name"], told["severity"]) == ("negative-stem", "error")


@pytest.mark.parametrize("word", ["Bad:", "expect:", "```yaml"])
def test_all_is_the_page_of_rules(word: str) -> None:
    assert explain("--all").stdout.count(word) >= len(RULES)
