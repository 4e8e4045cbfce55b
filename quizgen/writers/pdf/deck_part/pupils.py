"""The forms that the pupils of a roster get."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizgen.model.diagnostics import Report
from quizgen.model.roster import Pupil


def with_forms(
    pupils: Iterable[Pupil], letters: Sequence[str], report: Report
) -> tuple[Pupil, ...]:
    """Return `pupils`, each with one of `letters`, those of a worksheet's forms.

    Who has none in the roster gets the forms in turn, so that neighbours have different ones.
    """
    placed = []
    for number, pupil in enumerate(pupils):
        if not pupil.form or len(letters) == 1:  # the roster may have forms of another test
            pupil = replace(pupil, form=letters[number % len(letters)])
        elif pupil.form not in letters:
            report.error(
                "bad-roster",
                pupil.span,
                f"this pupil has the form {pupil.form}, and the worksheet has {letters[0]} to "
                f"{letters[-1]}",
                "write one of these letters, leave it out, or print more `forms:`",
            )
            continue
        placed.append(pupil)
    return tuple(placed)
