"""Which questions of a bank the questions of a file are, and what they become by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quizgen.commands.importing.foreign.deleted_keys import DeletedKeys
from quizgen.commands.importing.foreign.gaps_since_export import with_own_gaps
from quizgen.commands.importing.foreign.incoming import Incoming
from quizgen.commands.importing.foreign.kept_gaps import has_numbers, with_kept_gaps
from quizgen.commands.importing.foreign.left_out import QuestionChange, left_out, texts_gone
from quizgen.commands.importing.foreign.present_bank import PresentBank, PresentQuestion
from quizgen.commands.importing.foreign.quotes import QuoteKeeper, without_quotes
from quizgen.commands.importing.foreign.returned import ReturnedQuestions
from quizgen.commands.importing.foreign.since_export import exported, fingerprint, since_export
from quizgen.commands.importing.foreign.since_totals import (
    with_points_as_written,
    with_rubric_apart,
)
from quizgen.commands.importing.foreign.update import (
    has_like_stem,
    is_undated,
    is_version,
    merged,
    partners,
    question_text,
)
from quizgen.commands.importing.losses import ImportLosses
from quizgen.readers.foreign import ForeignLoss
from quizgen.readers.yaml.emit import Value

_OF_EVENTS = frozenset(("type", "in_order", "explain", "hint"))
"""Keys in which a question without dates has the events of a timeline, and what explains them."""


class Versions:
    """The questions of a file as versions of those of the bank `present`.

    These are `incoming`. `returned` is what those of the bank come back as from an export; `losses`
    is told what a change costs.
    """

    def __init__(
        self,
        present: PresentBank,
        returned: ReturnedQuestions,
        incoming: Sequence[Incoming],
        losses: ImportLosses,
    ) -> None:
        count = sum(len(topic.questions) for topic in present.topics)
        self._deleted = DeletedKeys(incoming, returned.columns(), count)
        self._present = present
        self._returned = returned
        self._losses = losses
        self._changes: list[QuestionChange] = []
        self._forms: dict[str, list[Incoming]] = {}

    def partners(
        self, incoming: Sequence[Incoming], known: Sequence[PresentQuestion], *, is_same_file: bool
    ) -> list[PresentQuestion | None]:
        """Return for each of `incoming` the one of the `known` questions that it is a version of.

        That is also one that an export has in another form, such as a question for each gap.
        """
        result = partners(
            [one.values for one in incoming],
            [one.named for one in incoming],
            known,
            is_same_file=is_same_file,
        )
        if None not in result:
            return result
        with_partner = {question.id for question in result if question is not None}
        forms = _Forms()
        for question in known:
            for entries in self._returned.of(question.id, self._present):
                if question.id not in with_partner or len(entries) > 1:
                    forms.add(entries, question)
        for index, one in enumerate(incoming):
            if result[index] is None:
                result[index] = forms.find(one)
        return result

    def values(
        self, one: Incoming, partner: PresentQuestion, quotes: QuoteKeeper
    ) -> Mapping[str, Value]:
        """Return the keys of `partner` as the version `one` of it has them."""
        before = exported(one, self._returned.of(partner.id, self._present))
        if before is not None:
            nearest, is_whole = before
            if self._returned.is_table and one.question.topic not in ("", nearest.question.topic):
                what = f"topic: {question_text(one.values)}"  # other programs have their own
                self._losses.add(ForeignLoss.NOT_AS_IN_FILE, what, partner.id)
            if not is_whole:
                self._forms.setdefault(partner.id, []).append(nearest)
            if fingerprint(nearest) == fingerprint(one):
                if one.last_loss - one.first_loss <= nearest.last_loss - nearest.first_loss:
                    self._losses.silence(one.first_loss, one.last_loss)
                return partner.values
            if not is_whole:
                self._leave_out(one, partner, ())
                return partner.values
            return self._since(nearest, one, partner, quotes)
        new = quotes.values(one, partner.id, partner.values)
        if is_undated(partner.values, new):
            self._losses.add(ForeignLoss.TIMELINE, question_text(new), partner.id)
            new = {key: value for key, value in new.items() if key not in _OF_EVENTS}
        kept = with_kept_gaps(one.question, partner.values, new, math=self._present.math)
        values = merged(partner.values, kept)
        if values.get("type") != partner.values.get("type"):
            change = f"{partner.values.get('type')} → {values.get('type')}"
            self._losses.add(ForeignLoss.TYPE, change, partner.id)
        return values

    def _since(
        self, before: Incoming, one: Incoming, partner: PresentQuestion, quotes: QuoteKeeper
    ) -> Mapping[str, Value]:
        """Return the keys of `partner` with what is changed since it came back as `before`."""
        present: Mapping[str, Value] = partner.values
        if self._is_deleted("evidence"):
            present = without_quotes(present, set(before.quotes) - set(one.quotes))
        fresh = tuple(quote for quote in one.quotes if quote not in before.quotes)
        new = quotes.values(replace(one, quotes=fresh), partner.id, present)
        apart = with_rubric_apart(before.values, new)
        compared = with_points_as_written(before, one, apart)
        since = since_export(present, compared.before, compared.new, self._is_deleted)
        if not has_numbers(one.question):
            since = with_own_gaps(since, partner.values, before.values, math=self._present.math)
        if since.stayed:
            self._leave_out(one, partner, since.stayed)
        self._changes.append(QuestionChange(partner.id, before, one, partner.values, *since))
        return since.values

    def _is_deleted(self, key: str) -> bool:
        known = (question.id for topic in self._present.topics for question in topic.questions)
        return self._deleted.may_be(key, (self._returned.of(id, self._present) for id in known))

    def tell_left_out(self) -> None:
        """Tell of changes that the bank does not have by `values`, and of texts that it lost."""
        for change, keys in left_out(self._changes, self._returned, self._present):
            what = f"{', '.join(keys)}: {question_text(change.now.values)}"
            self._losses.add(ForeignLoss.NOT_AS_IN_FILE, what, change.id)
        for change in self._changes:
            for text in texts_gone(change):
                self._losses.add(ForeignLoss.GONE_WITH, text, change.id)

    def tell_gone(self) -> None:
        """Tell of forms that the file no longer has of questions of which it has others."""
        for id, forms in self._forms.items():
            for entries in self._returned.of(id, self._present):
                present = {fingerprint(form) for form in forms}
                left = [entry for entry in entries if fingerprint(entry) not in present]
                if len(left) < len(entries) and len(forms) < len(entries):
                    for entry in left:
                        self._losses.add(ForeignLoss.OTHER_FORM, question_text(entry.values), id)
                    break

    def _leave_out(self, one: Incoming, partner: PresentQuestion, keys: Sequence[str]) -> None:
        what = f"{', '.join(keys)}: " if keys else ""
        text = f"{what}{question_text(one.values)}"
        self._losses.add(ForeignLoss.OTHER_FORM, text, partner.id)


class _Forms:
    """What questions come back as, by their looks, their names and texts, and their answers."""

    def __init__(self) -> None:
        self._by_look: dict[str, PresentQuestion] = {}
        self._by_name: dict[str, list[tuple[Mapping[str, Value], PresentQuestion]]] = {}
        self._by_answer: dict[str, list[tuple[Mapping[str, Value], PresentQuestion]]] = {}

    def add(self, entries: Iterable[Incoming], question: PresentQuestion) -> None:
        """Add `entries`, what `question` comes back as."""
        for entry in entries:
            form = entry.values, question
            self._by_look.setdefault(fingerprint(entry), question)
            for name in filter(None, {entry.named, question_text(entry.values)}):
                self._by_name.setdefault(name, []).append(form)
            if entry.values["type"] != question.values["type"]:
                self._by_answer.setdefault(_answer(entry.values), []).append(form)

    def find(self, one: Incoming) -> PresentQuestion | None:
        """Return the question that `one` is a form of, or None."""
        if (question := self._by_look.get(fingerprint(one))) is not None:
            return question
        for name in filter(None, (one.named, question_text(one.values))):
            for values, question in self._by_name.get(name, ()):
                if is_version(one.values, values):
                    return question
        for values, question in self._by_answer.get(_answer(one.values), ()):
            if has_like_stem(one.values, values):
                return question
        return None


def _answer(values: Mapping[str, Value]) -> str:
    return repr(values.get("answer", values.get("back")))
