"""What every diagnostic means: the pages that ``quizgen explain`` shows."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from quizgen.checks.catalogue import diagnostics_page, entries, unwrapped
from quizgen.checks.rules import RULES, AnyRule


class Explanation(NamedTuple):
    """What one diagnostic means. `severity` is "error", "warning" or "error or warning".

    `page` is Markdown, and `summary` its first sentence.
    """

    name: str
    severity: str
    summary: str
    page: str


@cache
def explanations() -> Mapping[str, Explanation]:
    """Return every diagnostic by name: those of docs/diagnostics.md, then the rules."""
    pages = [
        Explanation(entry.name, entry.severity, _first_sentence(entry.text), _plain(entry.text))
        for entry in entries()
    ]
    pages += [
        Explanation(rule.name, rule.severity.value, _first_sentence(_doc(rule)), _doc(rule))
        for rule in RULES
    ]
    return {explanation.name: explanation for explanation in pages}


def page(explanation: Explanation) -> str:
    """Return the page of one diagnostic for a terminal."""
    return f"{explanation.name} ({explanation.severity})\n\n{explanation.page}\n"


def listing() -> str:
    """Return the name and summary of every diagnostic, one on a line."""
    known = explanations().values()
    width = max(len(explanation.name) for explanation in known)
    return "".join(f"{e.name:{width}}  {e.summary}\n" for e in known)


class Examples(NamedTuple):
    """The two ends of a rule's page: entries of YAML that break the rule, and that do not."""

    bad: str
    good: str


def examples(rule: AnyRule) -> Examples:
    """Return the examples at the end of the page of `rule`."""
    _, bad, good = re.split(r"^(?:Bad|Good):\n", _doc(rule), flags=re.MULTILINE)
    return Examples(*(textwrap.dedent(part).strip() + "\n" for part in (bad, good)))


RULES_PAGE_HEAD = """\
# The item writer's rules

<!-- Made by `quizgen explain --all` from the docstrings in quizgen/checks/rules/. -->

`quizgen check` knows what experienced writers of questions advise, and what research has found. \
Each rule has a name, which stands in the message and below, a reason and a source. Rules that \
look at words know English, German, French and Spanish; in other languages they say nothing.

Most rules warn. Advice can be wrong about one question: say so in that question, and it is not \
given again. `quizgen check --strict` then stays clean.

```yaml
- id: tax-sum
  type: multiple_choice
  question: What does a tax of 15 % on 60 crowns come to?
  answer: None of these
  distractors: [6 crowns, 12 crowns, 15 crowns]
  explain: It is 9 crowns.
  reference: Arithmetic
  lint: {ignore: [none-of-the-above]}
```

`quizgen explain RULE` shows a rule's page in the terminal. Messages that are no advice, but name \
a mistake, are in [Diagnostics](diagnostics.md).
"""


def rules_page() -> str:
    """Return the text of docs/rules.md."""
    return "\n".join([RULES_PAGE_HEAD, *(_section(rule) for rule in RULES)])


def _fidelity_table() -> str:
    from quizgen.writers.exporting.fidelity import fidelity_table  # imports every format

    return fidelity_table()


PAGES: Mapping[str, Callable[[], str]] = {
    "rules": rules_page,
    "diagnostics": diagnostics_page,
    "exporting": _fidelity_table,
}
"""What is generated of docs/NAME.md, by name: two whole pages, and a table of the third."""


def _section(rule: AnyRule) -> str:
    advice, bad, good = _doc(rule).partition("\nBad:\n")[0], *examples(rule)
    first, rest = advice.split("\n\n", 1)
    return (
        f"## `{rule.name}`\n\n*{rule.severity.value.capitalize()}.* {unwrapped(first)}\n\n"
        f"{unwrapped(rest)}\n\n"
        f"Bad:\n\n<!-- expect: {rule.name} -->\n```yaml\n{bad}```\n\n"
        f"Good:\n\n```yaml\n{good}```\n"
    )


def _doc(rule: AnyRule) -> str:
    return (rule.doc or "").strip()


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.?!])\s", _plain(text), maxsplit=1)[0]


def _plain(markdown: str) -> str:
    """Return `markdown` without the targets of its links, which are pages of the documentation."""
    return re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", markdown)
