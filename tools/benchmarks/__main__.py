"""Every measurement, one table: `python -m tools.benchmarks`."""

from __future__ import annotations

from tools.benchmarks import (
    apkg,
    compilers,
    corrected,
    load_and_check,
    noop,
    partial,
    preview,
    rules,
    scaling,
    scans,
    startup,
    worksheets,
)
from tools.benchmarks.measure import HEADING, show

print(HEADING, flush=True)
for claim in (
    startup,
    noop,
    partial,
    corrected,
    preview,
    load_and_check,
    rules,
    apkg,
    compilers,
    scaling,
    worksheets,
    scans,
):
    show(claim.rows())
