"""How long after a save the preview sends the new card to an open page."""

from __future__ import annotations

from collections.abc import Iterator

from tools.benchmarks.bank import BANK
from tools.benchmarks.measure import Measurement, Sample, Work, project, show, work_alone

SIZES = ((60, 0.15), (1_000, 0.3))
"""Items, and the seconds to stay below. They are the other side of the row."""

_SAVES = Work(
    setup="""
import asyncio
from pathlib import Path
from quizgen.preview.live import LivePreview
from quizgen.preview.snapshot import take_snapshot
from quizgen.project.layout import Project
from tools.benchmarks.partial import correct

root = Path(arguments[0])
topic = root / arguments[1] / "chapter-1.yaml"

async def until(text, messages):
    while text not in await anext(messages):
        pass

async def preview():
    project = Project(root)
    live = LivePreview(project, (), take_snapshot(project))
    running = asyncio.create_task(live.run())
    messages = live.messages()
    await until('"sheets": [{', messages)
    times = []
    for number in range(1, 8):
        start = time.perf_counter()
        correct(topic, number)
        await until(f"charter {number} signed", messages)
        times.append(time.perf_counter() - start)
        await anext(messages)  # the worksheets, which come after the cards
        await asyncio.sleep(0.2)
    await live.stop()
    running.cancel()
    return min(times[1:])
""",
    work="seconds_to_card = asyncio.run(preview())",
    seconds="seconds_to_card",
)


def rows(sizes: tuple[tuple[int, float], ...] = SIZES) -> Iterator[Measurement]:
    """Yield a row for each of `sizes`, the best of six saves against its goal."""
    for items, seconds in sizes:
        with project(items) as root:
            ours = work_alone(_SAVES, root, BANK)
            claim = f"preview of {items:,}: save to card, against a goal"
            yield Measurement(claim, ours, Sample(seconds), ours.seconds / seconds, 1.0)


if __name__ == "__main__":
    show(rows())
