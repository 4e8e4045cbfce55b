"""The text of a cloze whose export was edited: its words by the file, its numbers by the bank."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from quizgen.commands.importing.foreign.gap_pairs import GapWords, gap_pairs
from quizgen.commands.importing.foreign.since_export import Since
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import parse_gaps, parse_text, same_key
from quizgen.model.text.gaps import MAX_GAP_NUMBER, gap_sources
from quizgen.readers.yaml.emit import Value

_BEFORE_HINT = re.compile(r"(\*{0,3})( ?\()")
"""What stands between a gap and the hint that a format has behind it; a style may end there."""


class _Cloze(NamedTuple):
    """A text with gaps in pieces: `around` are the texts before, between and behind the gaps.

    `numbers`, `answers` and `hints` are those of the gaps, as written.
    """

    around: list[str]
    numbers: list[int]
    answers: list[str]
    hints: list[str]

    @property
    def source(self) -> str:
        """The text as it is written."""
        gaps = [
            f"{{{{c{number}::{'::'.join(filter(None, (answer, hint)))}}}}}"
            for number, answer, hint in zip(self.numbers, self.answers, self.hints, strict=True)
        ]
        return "".join(map("".join, zip(self.around, [*gaps, ""], strict=True)))


class _Behind(NamedTuple):
    """A text behind a gap in which a `hint` in parentheses comes first, in pieces."""

    lead: str
    opening: str
    hint: str
    rest: str


def with_own_gaps(
    since: Since, present: Mapping[str, Value], before: Mapping[str, Value], *, math: bool
) -> Since:
    """Return `since` with the gaps of `present` in its text, if it is a cloze that has changed.

    `before` is what `present` came back as. Where it cannot be decided which gap is which, the text
    stays.
    """
    texts = [values.get("text") for values in (present, before, since.values)]
    is_cloze = present["type"] == before["type"] == "cloze"
    if not is_cloze or texts[0] == texts[2] or not all(isinstance(text, str) for text in texts):
        return since
    text = gaps_since_export(*map(str, texts), math=math)
    if text is None:
        return Since({**since.values, "text": present["text"]}, (*since.stayed, "text"))
    return since._replace(values={**since.values, "text": text})


def gaps_since_export(present: str, before: str, after: str, *, math: bool) -> str | None:
    """Return `after` with the numbers and the hints that its gaps have in `present`.

    `before` is what `present` came back as from the format of the file, which numbers no gaps, and
    may have no hints, or has them in parentheses behind the gaps. A new gap has a number that no
    gap of `present` has. Return None where it cannot be decided which gap is which.
    """
    ours, old, new = map(_cloze, (present, before, after))
    if len(ours.answers) != len(old.answers):
        return None
    behind = {gap: text for gap in range(len(ours.hints)) if (text := _hint_behind(gap, ours, old))}
    hints = {text.hint for text in behind.values()}
    pairs = gap_pairs(_words(old, hints), _words(new, hints))
    free = _free_numbers(ours)
    if pairs is None or len(new.answers) - len(pairs) > len(free):
        return None
    for gap, hint in enumerate(ours.hints):
        if not old.hints[gap] and gap not in behind and _stands_in(hint, old.around[gap + 1]):
            return None  # nobody can tell it from the text
    for gap in range(len(new.answers)):
        if gap in pairs:
            _keep(gap, pairs[gap], new, old, ours, behind.get(pairs[gap]))
            continue
        new.numbers[gap] = free.pop(0)
        text = _behind(new.around[gap + 1])
        if text is not None and text.hint in hints:
            new.hints[gap] = text.hint
            new.around[gap + 1] = text.lead + text.rest
    for gap in behind.keys() - pairs.values():
        _leave_out_hint(f"{old.answers[gap]}{behind[gap].lead}", behind[gap], new.around)
    for gap, text in behind.items():
        old.around[gap + 1] = text.lead + text.rest
    if new.around == old.around and pairs == {gap: gap for gap in range(len(old.answers))}:
        new = new._replace(around=ours.around)  # with what the format has no place for
    parsed = parse_gaps(new.source, math=math)
    is_sound = not parsed.problems and len(parsed.gaps) == len(new.answers)
    return new.source if is_sound else None


def _cloze(source: str) -> _Cloze:
    """Return `source` in pieces."""
    result = _Cloze([], [], [], [])
    position = 0
    for gap in gap_sources(source):
        answer, _, hint = gap.body.partition("::")
        result.around.append(source[position : gap.start])
        result.numbers.append(gap.number)
        result.answers.append(answer)
        result.hints.append(hint)
        position = gap.end
    result.around.append(source[position:])
    return result


def _words(text: _Cloze, hints: Collection[str]) -> GapWords:
    """Return the words of `text` without those of the `hints` behind gaps, which may be alike."""
    around = text.around[:1]
    for part in text.around[1:]:
        behind = _behind(part)
        is_hint = behind is not None and behind.hint in hints
        around.append(behind.lead + behind.rest if behind and is_hint else part)
    return GapWords(around, text.answers)


def _free_numbers(text: _Cloze) -> list[int]:
    """Return the numbers for new gaps of `text`, those behind its greatest first."""
    greatest = max(text.numbers, default=0)
    numbers = (*range(greatest + 1, MAX_GAP_NUMBER + 1), *range(1, greatest))
    return [number for number in numbers if number not in text.numbers]


def _keep(
    gap: int, partner: int, new: _Cloze, old: _Cloze, ours: _Cloze, behind: _Behind | None
) -> None:
    """Give the `gap` of `new` what its `partner` has in `ours`, where it is as in `old`.

    `behind` is what stands behind the gap in `old`, if that is its hint.
    """
    new.numbers[gap] = ours.numbers[partner]
    if new.answers[gap] == old.answers[partner]:
        new.answers[gap] = ours.answers[partner]
    if behind is None:
        if new.hints[gap] == old.hints[partner]:
            new.hints[gap] = ours.hints[partner]
        return
    now = _behind(new.around[gap + 1])
    further = _behind(behind.rest)
    if now is None or (further and now.hint == further.hint):
        return  # the hint was taken out
    new.hints[gap] = ours.hints[partner] if now.hint == behind.hint else now.hint
    new.around[gap + 1] = now.lead + now.rest


def _hint_behind(gap: int, ours: _Cloze, old: _Cloze) -> _Behind | None:
    """Return what stands behind the `gap` of `old`, if it begins with the hint in `ours`."""
    hint, behind = ours.hints[gap], _behind(old.around[gap + 1])
    is_it = behind and hint and not old.hints[gap] and _plain(hint) == _plain(behind.hint)
    return behind if is_it else None


def _behind(text: str) -> _Behind | None:
    """Return `text` in pieces, or None if it does not begin with parentheses."""
    opening = _BEFORE_HINT.match(text)
    if opening is None:
        return None
    depth = 1
    for index in range(opening.end(), len(text)):
        depth += {"(": 1, ")": -1}.get(text[index], 0)
        if not depth:
            hint, rest = text[opening.end() : index], text[index + 1 :]
            return _Behind(opening[1], opening[2], hint, rest)
    return None


def _leave_out_hint(words: str, behind: _Behind, around: list[str]) -> None:
    """Leave the hint `behind` a gap that is gone out of `around`, if it stands behind its `words`.

    What stands there twice is left: it may be the author's.
    """
    hint = f"{words}{behind.opening}{behind.hint})"
    places = [index for index, text in enumerate(around) if hint in text]
    if len(places) == 1 and around[places[0]].count(hint) == 1:
        around[places[0]] = around[places[0]].replace(hint, words)


def _stands_in(hint: str, text: str) -> bool:
    return bool(hint) and _plain(hint) in _plain(text)


def _plain(source: str) -> str:
    return same_key(parse_text(source, inline=True))
