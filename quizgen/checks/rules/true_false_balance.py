"""True and false statements are not in balance, or come in long runs.

Authors find true statements easier to write. Pupils notice, and call the next one true as well.
The message appears when a coin would give so uneven a number, or so long a run of equal answers,
in less than one bank of twenty.

Source: Ebel and Frisbie, Essentials of educational measurement, on true-false items.

Bad:

    - {id: s1, type: true_false, question: Ice closed the northern route.,
       answer: true, reference: Chronicle}
    - {id: s2, type: true_false, question: Seven towns founded the league.,
       answer: true, reference: Chronicle}
    - {id: s3, type: true_false, question: The charter fixed duties on salt.,
       answer: true, reference: Chronicle}
    - {id: s4, type: true_false, question: Copper crossed the pass on mules.,
       answer: true, reference: Chronicle}
    - {id: s5, type: true_false, question: Each town kept a vote of its own.,
       answer: true, reference: Chronicle}
    - {id: s6, type: true_false, question: Guilds protested against the wall.,
       answer: true, reference: Chronicle}

Good:

    - {id: s1, type: true_false, question: Ice closed the northern route.,
       answer: true, reference: Chronicle}
    - {id: s2, type: true_false, question: A bishop founded the league.,
       answer: false, reference: Chronicle}
    - {id: s3, type: true_false, question: The charter fixed duties on salt.,
       answer: true, reference: Chronicle}
    - {id: s4, type: true_false, question: Copper crossed the pass on mules.,
       answer: true, reference: Chronicle}
    - {id: s5, type: true_false, question: The largest town had two votes.,
       answer: false, reference: Chronicle}
    - {id: s6, type: true_false, question: Guilds protested against the wall.,
       answer: true, reference: Chronicle}
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from quizgen.checks.nlp import About, AnalyzedBank, AnalyzedItem
from quizgen.checks.nlp.significance import SIGNIFICANCE_LEVEL, binomial_upper_tail
from quizgen.checks.rules.base import BankRule
from quizgen.model.diagnostics import Diagnostic
from quizgen.model.item import Item


def facts(item: AnalyzedItem) -> bool | None:
    """Return whether the statement `item` is true; None for another kind of item."""
    return item.is_true if item.about is About.STATEMENT else None


def find(bank: AnalyzedBank, statements: Sequence[tuple[Item, bool]]) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the `statements` of `bank` are unevenly true, or true in long runs."""
    true = sum(is_true for _, is_true in statements)
    false = len(statements) - true
    if 2 * binomial_upper_tail(max(true, false), len(statements), 0.5) < SIGNIFICANCE_LEVEL:
        yield TRUE_FALSE_BALANCE.at(
            bank.bank.span.source.whole(),
            f"{true} statements are true and {false} false: guessing pays",
            f"turn some of them round, so that about {len(statements) // 2} are true",
        )
        return
    for answer, group in itertools.groupby(statements, lambda statement: statement[1]):
        run = list(group)
        if len(statements) / 2 ** len(run) < SIGNIFICANCE_LEVEL:
            yield TRUE_FALSE_BALANCE.at(
                run[-1][0].id.span,
                f"this is the last of {len(run)} statements in a row that are {_word(answer)}",
                "change their order, or turn one of them round",
            )


def _word(answer: bool) -> str:
    return "true" if answer else "false"


TRUE_FALSE_BALANCE = BankRule(name="true-false-balance", doc=__doc__, facts=facts, find=find)
