"""Every measurement, one table: `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import (
    apkg,
    load_and_check,
    noop,
    partial,
    rules,
    scaling,
    startup,
    worksheets,
)
from benchmarks.measure import HEADING, show

print(HEADING, flush=True)
for claim in (startup, noop, partial, load_and_check, rules, apkg, scaling, worksheets):
    show(claim.rows())
