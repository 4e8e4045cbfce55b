"""reportlab, which has QR codes and names of glyphs, without what quizgen never uses of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from quizgen.model.pattern import compiled_when_used
from quizgen.project.lean_imports import imported_when_used, standing_in, without


@contextlib.contextmanager
def lean_reportlab() -> Iterator[None]:
    """Inside the block, reportlab is imported without HarfBuzz, and Pillow when it is used.

    While other threads run, as in the preview, it is imported whole.
    """
    with (
        without("uharfbuzz"),
        standing_in("PIL", Image=imported_when_used("PIL.Image")),
        compiled_when_used(),
    ):
        yield
