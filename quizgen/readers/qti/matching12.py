"""Several responses of QTI 1.2 as one task: pairs, an order, blanks in a text."""

from __future__ import annotations

import re
from typing import Protocol

from quizgen.readers.foreign import (
    ForeignGap,
    ForeignGaps,
    ForeignLoss,
    ForeignMatch,
    ForeignOrder,
    ForeignTask,
    html_of,
)
from quizgen.readers.foreign.choices import (
    WHOLE,
    BadAnswerError,
    Losses,
    WeightedOption,
    choice_of,
)
from quizgen.readers.foreign.texts import BLANK, without_tags
from quizgen.readers.qti.presentation import ItemResponse
from quizgen.readers.qti.scoring import ScoreCondition, scoring, shares


class WithStem(Protocol):
    """A question on its way: its stem in HTML, and what was lost of it."""

    stem: str
    losses: Losses


def order(response: ItemResponse, conditions: list[ScoreCondition]) -> ForeignTask:
    """Return the task to put the labels of `response` in order.

    Raises:
        BadAnswerError: The order is not given.
    """
    orders = [condition.right(response.ident) for condition in scoring(conditions)]
    labels = {label.ident: label.html for label in response.labels}
    right = max(orders, key=len, default=[])
    if len(right) == 1 and len(orders) == len(labels):  # a condition for each place
        right = [values[0] for values in orders if values]
    if len(right) < 2 or any(ident not in labels for ident in right):
        raise BadAnswerError("the right order is not given")
    return ForeignOrder(tuple(labels[ident] for ident in right))


def matching(
    responses: list[ItemResponse], conditions: list[ScoreCondition], losses: Losses
) -> ForeignTask:
    """Return the pairs of texts of `responses` and of their labels.

    A response with several right labels is a category: then each label is asked for.

    Raises:
        BadAnswerError: Nothing is said to be right.
    """
    right = {r.ident: shares(conditions, r.ident, is_single=False) for r in responses}
    labels = {label.ident: label.html for r in responses for label in r.labels}
    used = {ident for one in right.values() for ident in one}
    if not used:
        raise BadAnswerError("no pair is said to be right")
    used_texts = {labels.get(ident) for ident in used} | {""}
    rest = [html for html in dict.fromkeys(labels.values()) if html not in used_texts]
    if any(len(one) > 1 for one in right.values()):
        pairs = [(labels.get(ident, ""), r.about) for r in responses for ident in right[r.ident]]
        losses += [(ForeignLoss.OPTIONS, without_tags(html)) for html in rest]
        return ForeignMatch(tuple(pairs))
    couples = [(r.about, labels.get(next(iter(right[r.ident]), ""), "")) for r in responses]
    return ForeignMatch(tuple(couples), tuple(rest))


def named_blanks(stem: str, responses: list[ItemResponse]) -> bool:
    """Return whether each of `responses` is a blank whose name stands in brackets in `stem`."""
    return all(
        response.about and f"[{without_tags(response.about)}]" in stem for response in responses
    )


def blanks(
    body: WithStem, responses: list[ItemResponse], conditions: list[ScoreCondition], kind: str
) -> ForeignTask:
    """Return the gaps of a text with blanks that have names; one with options is a choice.

    Raises:
        BadAnswerError: A blank has no answer.
    """
    is_typed = "dropdown" not in kind
    if len(responses) == 1 and not is_typed:
        name = f"[{without_tags(responses[0].about)}]"
        right = shares(conditions, responses[0].ident, is_single=True)
        options = [
            WeightedOption(label.html, label.plain, right.get(label.ident, WHOLE * 0))
            for label in responses[0].labels
        ]
        task = choice_of(options, body.losses, is_single=True)
        body.stem = body.stem.replace(name, BLANK)
        return task
    by_name = {f"[{without_tags(response.about)}]": response for response in responses}
    pattern = re.compile("(" + "|".join(re.escape(name) for name in by_name) + ")")
    parts: list[str | ForeignGap] = []
    seen: dict[str, ForeignGap] = {}
    for piece in pattern.split(body.stem):
        if piece not in by_name:
            parts.append(piece)
            continue
        if piece not in seen:
            seen[piece] = gap_of(by_name[piece], conditions, body, is_typed=is_typed)
        parts.append(seen[piece])
    return ForeignGaps(tuple(parts))


def gap_of(
    response: ItemResponse,
    conditions: list[ScoreCondition],
    body: WithStem,
    *,
    is_typed: bool = True,
) -> ForeignGap:
    """Return the gap that `response` is; further answers are told in the losses of `body`.

    Raises:
        BadAnswerError: It has no answer.
    """
    right = [
        value
        for value, share in shares(conditions, response.ident, is_single=True).items()
        if share == WHOLE
    ]
    if not response.labels or response.kind == "response_str":
        answers = [html_of(value) for value in right if value]
    else:
        chosen = [label.html for label in response.labels if label.ident in right]
        others = [label.html for label in response.labels if label.ident not in right]
        if is_typed:  # all labels of a blank to type in are right
            answers = [*chosen, *others]
        else:
            answers = chosen
            body.losses += [(ForeignLoss.OPTIONS, without_tags(html)) for html in others]
    if not answers:
        raise BadAnswerError("a blank has no answer")
    seen_answers = {answers[0].casefold()}
    for further in answers[1:]:
        if further.casefold() not in seen_answers:
            body.losses.append((ForeignLoss.GAP_ANSWERS, without_tags(further)))
        seen_answers.add(further.casefold())
    return ForeignGap(answers[0])
