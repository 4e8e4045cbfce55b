"""Links that lead to anything but a page or a mail address."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from quizgen.checks.base import StructureCheck
from quizgen.checks.text_places import texts_with
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.source import Span
from quizgen.model.text import Styled, inline_runs
from quizgen.model.text.addresses import address_fault, unread_address

_SIGNS = ("](", "<")
"""Without one of these, Markdown makes no link."""


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each link of `bank` whose address is not among those allowed."""
    for placed in texts_with(_SIGNS, bank):
        runs = placed.text.runs
        if len(runs) == 1 and isinstance(runs[0], str) and "](" not in runs[0]:
            continue  # as most texts are
        for run in inline_runs(runs):
            if isinstance(run, Styled) and run.link:
                fault = address_fault(run.link, bank.link_schemes)
                if fault is not None:
                    typed = run.link if placed.holds(run.link) else unquote(run.link)
                    yield _fault(placed.place(typed), run.link, fault)
            elif isinstance(run, str) and (address := unread_address(run)):
                yield _fault(placed.place(address), address, "would run something")


def _fault(span: Span, address: str, fault: str) -> Diagnostic:
    return LINK_NOT_ALLOWED.at(
        span,
        f"the address {address[:60]!r} of a link {fault}",
        "write a whole address, such as https://example.org/page; others can be named in "
        "bank.yaml: link_schemes: [tel]",
    )


LINK_NOT_ALLOWED = StructureCheck(
    name="link-not-allowed",
    severity=Severity.ERROR,
    doc=r"""
    A link leads to something else than a page (`http:`, `https:`) or a mail address
    (`mailto:`). An address without its beginning, such as `page.html` or `//example.org`, leads
    nowhere on a card; other schemes start programs. What your bank needs beside these is named in
    its `bank.yaml`: `link_schemes: [tel]`. Schemes that run something, such as `javascript`, are
    never allowed.
    """,
    find=find,
    of_items=True,
)
