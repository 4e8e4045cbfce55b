"""Scans are read into what is kept of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from quizgen.commands.grade.kept import Kept, Prints, crop_name
from quizgen.commands.grade.prints import joined
from quizgen.model.answer_sheets.readings import UnreadablePage
from quizgen.model.dataclass import dataclass
from quizgen.project.file_names import ANSWER_SHEETS, readable_name
from quizgen.readers.scans.packages import check_packages


class NoSheetsError(ValueError):
    """Raised where there are no answer sheets to compare scans with. Its text says what to do."""


@dataclass()
class ReadSoFar:
    """What is read so far: readings, and pictures by their names in the folder.

    `count` is how many pages were looked at, and `blank` are those with nothing on them, each with
    the name of its file.
    """

    kept: Kept
    crops: dict[str, bytes] = field(default_factory=dict)
    blank: list[tuple[str, int]] = field(default_factory=list)
    count: int = 0

    def add_crops(self, page: str, crops: Mapping[str, bytes]) -> None:
        """Add pictures of the page with the key `page`, by what they show."""
        self.crops |= {crop_name(page, what): crop for what, crop in crops.items() if crop}


def read_scans(
    scans: Sequence[Path],
    jobs: int,
    known: Prints,
    reading: ReadSoFar,
    progress: Callable[[str], None],
) -> None:
    """Read `scans` in up to `jobs` processes into `reading`; `known` are the sheets there are.

    `progress` is called with the name of each page.

    Raises:
        NoSheetsError: There is nothing to compare scans with.
        ModuleNotFoundError: A package of the extra ``grade`` is not installed.
    """
    if not scans:
        return
    check_packages()  # the processes that read could not say it
    from quizgen.readers.scans.page import ReadPage
    from quizgen.readers.scans.pages import PageSource, all_page_sources, content_digest
    from quizgen.readers.scans.pool import read_pages

    kept = reading.kept
    prints = joined(kept.prints, known.values())
    if not prints:
        raise NoSheetsError(
            "there are no answer sheets to compare with: write `answer_sheet: true` at a worksheet "
            f"and run quizgen build, or name the file {ANSWER_SHEETS} of the build with --sheets"
        )
    layouts = {key: one for sheets in prints.values() for key, one in sheets.by_places.items()}

    def sources() -> Iterable[PageSource]:
        for source in all_page_sources(scans):
            if isinstance(source, PageSource):
                yield source
            else:
                path, why = source
                name = readable_name(path.name)
                kept.add_unreadable(UnreadablePage(name, 0, why, content_digest(path)))

    for source, page in read_pages(sources(), layouts, jobs):
        reading.count += 1
        progress(f"{source.label}, page {source.page + 1}")
        if isinstance(page, ReadPage):
            one = kept.add(replace(page.reading, digest=source.digest))
            kept.prints[one.code.digest] = prints[one.code.digest]
            crops: dict[str, bytes] = {str(row): crop for row, crop in page.crops.items()}
            reading.add_crops(one.key, {"name": page.name, **crops})
        elif isinstance(page, UnreadablePage):
            unread = page._replace(digest=source.digest, picture=b"")
            if kept.add_unreadable(unread):
                reading.add_crops(kept.unreadable[unread.place].key, {"page": page.picture})
        else:
            reading.blank.append((page.source, page.number))
            kept.unreadable.pop((source.digest or page.source, page.number), None)
