"""The PDF writer against others that set the same questions, and what its extras cost.

Each side starts from the text that an author writes, in the markup it reads.
"""

from __future__ import annotations

from collections.abc import Iterator

from tools.benchmarks.measure import Measurement, Work, paired, show, work_alone

SIZES = ((10_000, 3, 1 / 3), (1_000, 7, 1 / 2))
"""Questions, rounds, and the part of Platypus's time to stay within (issue 4)."""

TYPST_TARGET = 1.0
FOOT_TARGET = 1.05
TAGS_TARGET = 1.3

_PAGES = "len(pypdfium2.PdfDocument(file))"


def _side(name: str) -> Work:
    setup = f"import pypdfium2; from tools.benchmarks.typesetters import by_{name} as side"
    return Work(
        f"{setup}; source = side.written(int(arguments[0]))", "file = side.typeset(source)", _PAGES
    )


QUIZGEN, PLATYPUS, TYPST = map(_side, ("quizgen", "platypus", "typst"))


def _writing(work: str) -> Work:
    """Return the work of the PDF writer alone, after its input was made."""
    setup = "import pypdfium2; from tools.benchmarks.typesetters.by_quizgen import *"
    worksheet = "worksheet = parsed(written(int(arguments[0])))"
    return Work(f"{setup}; {worksheet}; printed(parsed(written(1)))", work, _PAGES)


TAGGED = _writing("file = printed(worksheet)")
UNTAGGED = _writing("file = untagged(worksheet)")
FOOTLESS = _writing("file = printed(worksheet, foot=False)")


def rows(sizes: tuple[tuple[int, int, float], ...] = SIZES) -> Iterator[Measurement]:
    """Yield a row for each comparison; `sizes` are questions, rounds and the ratio to reach."""
    yield from against_platypus(sizes)
    yield from costs()
    yield from against_typst(sizes)


def against_platypus(sizes: tuple[tuple[int, int, float], ...]) -> Iterator[Measurement]:
    """Yield quizgen against Platypus for each of `sizes`."""
    for count, rounds, target in sizes:
        yield paired(
            f"worksheet of {count:,}, against Platypus",
            lambda count=count: work_alone(QUIZGEN, count),  # type: ignore[misc]
            lambda count=count: work_alone(PLATYPUS, count),  # type: ignore[misc]
            target=target,
            rounds=rounds,
        )


def against_typst(sizes: tuple[tuple[int, int, float], ...]) -> Iterator[Measurement]:
    """Yield quizgen against typst for each of `sizes`."""
    for count, rounds, _ in sizes:
        yield paired(
            f"worksheet of {count:,}, against typst",
            lambda count=count: work_alone(QUIZGEN, count),  # type: ignore[misc]
            lambda count=count: work_alone(TYPST, count),  # type: ignore[misc]
            target=TYPST_TARGET,
            rounds=rounds,
        )


def costs(count: int = 2_000, rounds: int = 11) -> Iterator[Measurement]:
    """Measure what page numbers cost, and what tags cost."""
    for claim, without, target in (
        ("against pages without a foot", FOOTLESS, FOOT_TARGET),
        ("against no tags", UNTAGGED, TAGS_TARGET),
    ):
        yield paired(
            f"worksheet of {count:,}, {claim}",
            lambda: work_alone(TAGGED, count),
            lambda without=without: work_alone(without, count),  # type: ignore[misc]
            target=target,
            rounds=rounds,
        )


if __name__ == "__main__":
    show(rows())
