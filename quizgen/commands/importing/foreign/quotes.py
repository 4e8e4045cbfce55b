"""Quotes of questions that come into a bank: evidence, where the bank's passage has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from quizgen.commands.importing.foreign.incoming import Incoming
from quizgen.commands.importing.losses import ImportLosses
from quizgen.commands.importing.source_field import MAX_PARAGRAPHS, PassageQuotes
from quizgen.model.bank import Passage
from quizgen.model.diagnostics import Report
from quizgen.model.source import Source
from quizgen.model.text import parse_text
from quizgen.readers.foreign import ForeignLoss
from quizgen.readers.passage import read_passage
from quizgen.readers.yaml.emit import Value


def passage_of_quotes(incoming: Iterable[Incoming], title: str, *, math: bool) -> str:
    """Return the content of a ``passage.md`` with the quotes of `incoming`, each in a paragraph.

    It is empty where there are none. `title` is Markdown.
    """
    quotes = PassageQuotes(math)
    plain = dict.fromkeys(_plain(quote, math) for one in incoming for quote in one.quotes)
    for number, quote in enumerate(list(plain)[:MAX_PARAGRAPHS], 1):
        quotes.add_plain(number, quote)
    return quotes.passage(title) if quotes else ""


def passage_in(content: str, *, math: bool) -> Passage | None:
    """Return the passage that the `content` of its file is read to; None for no content."""
    if not content:
        return None
    return read_passage(Source(Path("passage.md"), content), Report(), math=math)


class QuoteKeeper:
    """Gives questions their quotes: those in `passage` as evidence, others as explanations."""

    def __init__(self, passage: Passage | None, losses: ImportLosses, *, math: bool) -> None:
        self.passage = passage
        self.losses = losses
        self.math = math

    def values(
        self, one: Incoming, id: str, present: Mapping[str, Value] | None = None
    ) -> dict[str, Value]:
        """Return the keys of the question with its quotes, and tell which are no evidence.

        `id` is that of the question, and `present` are its keys in the bank, None for a new one.
        """
        present = present or {}
        known = {_bare(quote) for quote in _evidence_in(present)}
        new = [quote for quote in one.quotes if _bare(quote) not in known]
        held = [quote for quote in new if self._holds(quote)]
        values = dict(one.values)
        if held:
            before = present.get("evidence", [])
            evidence = [*([before] if isinstance(before, str) else before), *held]
            values["evidence"] = evidence[0] if len(evidence) == 1 else evidence
        rest = [f"“{quote}”" for quote in new if quote not in held]
        if rest:
            self.losses.add(ForeignLoss.QUOTE, " ".join(rest), id)
            explain = str(values.get("explain", ""))
            values["explain"] = "\n\n".join(filter(None, [explain, *rest]))
        return values

    def _holds(self, quote: str) -> bool:
        plain = _plain(quote, self.math)
        return self.passage is not None and bool(plain) and self.passage.holds(plain)


def without_quotes(values: Mapping[str, Value], quotes: Iterable[str]) -> Mapping[str, Value]:
    """Return `values`, the keys of a question, without `quotes` among its evidence."""
    gone = {_bare(quote) for quote in quotes}
    evidence = values.get("evidence", [])
    present = [evidence] if isinstance(evidence, str) else list(evidence)
    left = [quote for quote in present if not (isinstance(quote, str) and _bare(quote) in gone)]
    if len(left) == len(present):
        return values
    rest = {key: value for key, value in values.items() if key != "evidence"}
    return {**rest, "evidence": left[0] if len(left) == 1 else left} if left else rest


def _evidence_in(value: Value, *, is_evidence: bool = False) -> Iterator[str]:
    """Yield the evidence in `value`, the keys of a question: its own, and that of its parts."""
    if isinstance(value, str):
        if is_evidence:
            yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _evidence_in(inner, is_evidence=is_evidence or key == "evidence")
    else:
        for inner in value:
            yield from _evidence_in(inner, is_evidence=is_evidence)


def _plain(quote: str, math: bool) -> str:
    return " ".join(parse_text(quote, math=math).plain.split())


def _bare(text: str) -> str:
    """Return the words of `text` without the quotation marks around them."""
    return " ".join(text.split()).strip("“”„‟«»\"' ")
