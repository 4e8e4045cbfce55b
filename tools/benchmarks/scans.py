"""Scans of answer sheets read by one core, and the memory that a large pile takes.

`python -m tools.benchmarks.scans memory` grades 50, 200 and 500 pages.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from tools.benchmarks.measure import Measurement, Sample, Work, paired, show, work_alone

PAGES = 12
PILES = (50, 200, 500)
DPI = 150

_READ = Work(
    setup="""
import json
from pathlib import Path
import cv2
from quizgen.model.answer_sheets.records import sheets_of
from quizgen.model.answer_sheets.readings import PageReading
from quizgen.readers.scans.page import ReadPage, read_page
from quizgen.readers.scans.pages import page_sources

cv2.setNumThreads(1)
layouts = sheets_of(json.loads(Path(arguments[1]).read_text("utf-8"))).by_places
""",
    work="""
pages = [read_page(source, layouts) for source in page_sources(Path(arguments[0]))]
assert all(isinstance(page, ReadPage) for page in pages)
""",
    pages="len(pages)",
)
_RENDER = Work(
    setup="import pypdfium2",
    work="""
document = pypdfium2.PdfDocument(arguments[0])
for page in document:
    bitmap = page.render(scale=2600 / max(page.get_size()), grayscale=True).to_numpy()
""",
    pages="len(document)",
)
_GRADE = Work(
    setup="""
from pathlib import Path
from quizgen.commands.grade.run import GradeRequest, grade
""",
    work="""
request = GradeRequest(
    Path(arguments[2]), (Path(arguments[0]),), sheets=(Path(arguments[1]),), jobs=int(arguments[3])
)
result = grade(request)
assert not result.unreadable
assert len(result.outcomes[0].results) == result.pages
largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
""",
    pages="int(largest)",
)


@contextlib.contextmanager
def pile(count: int) -> Iterator[tuple[Path, Path]]:
    """Yield a PDF file of `count` filled-in pages at 150 dots an inch, and what reads them."""
    with tempfile.TemporaryDirectory(prefix="quizgen-bench-") as name:
        folder = Path(name)
        # In a process of its own: the peak memory of one that is started counts from its parent's.
        program = "import sys; from tools.benchmarks.scans import write_pile as write; "
        program += "from pathlib import Path; write(Path(sys.argv[1]), int(sys.argv[2]))"
        subprocess.run([sys.executable, "-c", program, name, str(count)], check=True)
        yield folder / "scans.pdf", folder / "project/dist/class/answer-sheets.json"


def write_pile(folder: Path, count: int) -> None:
    """Write the file, with pages of `count` pupils, into `folder`."""
    import cv2
    import numpy as np
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas
    from support.scanner.pens import DPI as PRINTED
    from support.scanner.pens import Hand
    from support.scanner.prints import graded_project, sheets_in
    from support.scanner.pupils import Habits, fill_in

    sheets = sheets_in(graded_project(folder / "project"))
    rng = np.random.default_rng(1)
    canvas = Canvas(str(folder / "scans.pdf"), pagesize=A4)
    for pupil in range(1, count + 1):
        sheet = sheets[pupil % len(sheets)]
        paper = sheet.pages[0].copy()
        layout, radius = sheet.layout.pages[0], sheet.layout.radius
        fill_in(paper, layout, radius, Habits(Hand.PENCIL, strays=0), rng, f"{pupil:04}")
        part = DPI / PRINTED
        small = cv2.resize(paper, None, fx=part, fy=part, interpolation=cv2.INTER_AREA)
        noisy = small + rng.normal(0, 0.01, small.shape)
        grey: Any = np.asarray(np.clip(noisy, 0, 1) * 255, np.uint8)
        picture = folder / f"{pupil}.jpg"
        cv2.imwrite(str(picture), grey, [cv2.IMWRITE_JPEG_QUALITY, 80])
        canvas.drawImage(str(picture), 0, 0, *A4)
        canvas.showPage()
    canvas.save()


def rows() -> Iterator[Measurement]:
    """Yield the row: to read a page, against its rendering alone."""
    with pile(PAGES) as (scans, sheets):
        yield paired(
            f"answer sheets, {PAGES} pages, against rendering",
            lambda: work_alone(_READ, scans, sheets),
            lambda: work_alone(_RENDER, scans),
            target=6,
            rounds=3,
        )


def memory(jobs: int = 2) -> Iterator[tuple[int, Sample]]:
    """Yield for each pile its pages, and its seconds and peak memory.

    `pages` of the sample is the peak of the largest process that reads, in MB.
    """
    for count in PILES:
        with pile(count) as (scans, sheets), tempfile.TemporaryDirectory() as results:
            yield count, work_alone(_GRADE, scans, sheets, results, jobs)


if __name__ == "__main__":
    if sys.argv[1:] == ["memory"]:
        for count, sample in memory():
            print(
                f"{count:5} pages {sample.seconds:7.1f} s, {count / sample.seconds / 2:5.2f} "
                f"sheets/s a core, peak {sample.peak:.0f} MB, a reader's {sample.pages} MB",
                flush=True,
            )
    else:
        show(rows())
