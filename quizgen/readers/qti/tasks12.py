"""One response of QTI 1.2 as a task: to choose, to type, to give a number."""

from __future__ import annotations

from decimal import Decimal

from quizgen.readers.foreign import (
    ForeignChoice,
    ForeignEssay,
    ForeignLoss,
    ForeignNumber,
    ForeignShort,
    ForeignTask,
)
from quizgen.readers.foreign.choices import (
    WHOLE,
    BadAnswerError,
    Losses,
    WeightedOption,
    choice_of,
    decimal_of,
)
from quizgen.readers.qti.feedback import ItemFeedback
from quizgen.readers.qti.presentation import ItemResponse
from quizgen.readers.qti.scoring import ScoreCondition, scoring, shares
from quizgen.readers.tables.words import truth_of

_LOWER = ("vargte", "vargt")
_UPPER = ("varlte", "varlt")


def choice(
    response: ItemResponse,
    conditions: list[ScoreCondition],
    feedback: ItemFeedback,
    losses: Losses,
    kind: str,
) -> ForeignTask:
    """Return the task to choose among the labels of `response`; `kind` is the type in the file.

    Raises:
        BadAnswerError: None is right, or each.
    """
    is_single = response.cardinality != "multiple" and "multiple_answers" not in kind
    of_options = shares(conditions, response.ident, is_single=is_single)
    truth = _truth(response, of_options, kind)
    if truth is not None:
        feedback.explain += [text for text in feedback.of_options.values() if text]
        feedback.of_options.clear()
        return ForeignChoice((), truth)
    options = [
        WeightedOption(
            label.html,
            label.plain,
            of_options.get(label.ident, Decimal(0)),
            feedback.of_options.pop(label.ident, ""),
        )
        for label in response.labels
        if label.html
    ]
    return choice_of(options, losses, is_single=is_single)


def _truth(response: ItemResponse, of_options: dict[str, Decimal], kind: str) -> bool | None:
    """Return the key of a true-false question, or None for another one."""
    right = [ident for ident, share in of_options.items() if share == WHOLE]
    if len(response.labels) != 2 or len(right) != 1:
        return None
    texts = {label.ident: truth_of(label.plain) for label in response.labels}
    if None not in texts.values() and len(set(texts.values())) == 2:
        return texts.get(right[0])
    idents = {label.ident.lower() for label in response.labels}
    is_truth = "true_false" in kind and idents == {"true", "false"}
    return right[0].lower() == "true" if is_truth else None


def typed(
    response: ItemResponse, conditions: list[ScoreCondition], losses: Losses, *, is_essay: bool
) -> ForeignTask:
    """Return the task to type what `conditions` say is right, or to write at length.

    Raises:
        BadAnswerError: No answer is wholly right.
    """
    right = [
        (condition.share, test)
        for condition in scoring(conditions)
        for test in condition.tests
        if test.ident == response.ident and not test.is_not
    ]
    if is_essay or not right:
        if is_essay or response.is_box or not any(condition.tests for condition in conditions):
            return ForeignEssay()
        raise BadAnswerError("no answer is given that is wholly right")
    most = max(share for share, _ in right)
    answers, exact = [], []
    for share, test in right:
        if test.kind != "varequal":
            losses.append((ForeignLoss.WILDCARD, test.value))
        elif share < most:
            losses.append((ForeignLoss.PARTLY_RIGHT, test.value))
        elif test.value:
            answers.append(test.value)
            exact.append(test.is_exact)
    if not answers:
        raise BadAnswerError("no answer is given that is wholly right, and without a wildcard")
    return ForeignShort(tuple(dict.fromkeys(answers)), all(exact))


def number(response: ItemResponse, conditions: list[ScoreCondition], losses: Losses) -> ForeignTask:
    """Return the task to give the number that `conditions` say is right, ± a tolerance.

    Raises:
        BadAnswerError: None is given.
    """
    right = sorted(scoring(conditions), key=lambda condition: -condition.share)
    numbers = [one for c in right if (one := _number(c, response.ident, losses)) is not None]
    if not numbers:
        raise BadAnswerError("no number is given that is right")
    for further in numbers[1:]:
        losses.append((ForeignLoss.SECOND_NUMBER, f"{further.value} ± {further.tolerance}"))
    return numbers[0]


def _number(condition: ScoreCondition, ident: str, losses: Losses) -> ForeignNumber | None:
    by_kind: dict[str, list[Decimal]] = {}
    for test in condition.tests:
        if test.ident == ident and not test.is_not:
            by_kind.setdefault(test.kind, []).append(decimal_of(test.value))
    exact = by_kind.get("varequal", [])
    low = next((by_kind[kind][0] for kind in _LOWER if kind in by_kind), None)
    high = next((by_kind[kind][0] for kind in _UPPER if kind in by_kind), None)
    if not exact and (low is None or high is None):
        return None
    if low is None or high is None:
        losses += [(ForeignLoss.SECOND_NUMBER, f"{value:f}") for value in exact[1:]]
        return ForeignNumber(f"{exact[0]:f}")
    middle, margin = (low + high) / 2, abs(high - low) / 2
    if exact and not low <= exact[0] <= high:
        losses.append((ForeignLoss.SECOND_NUMBER, f"{low:f} to {high:f}"))
        return ForeignNumber(f"{exact[0]:f}")
    value = exact[0] if exact and exact[0] == middle else middle
    return ForeignNumber(f"{value:f}", f"{margin:f}")
