"""Pictures of QTI 1.2 in a package or a cartridge; a quiz of QTI 1.2 plays no sounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from quizgen.model.assessment import Question
from quizgen.model.bank import Media
from quizgen.model.item import Item
from quizgen.model.text import Sound, inline_runs
from quizgen.writers.exporting.files.media_names import media_names, shown_in
from quizgen.writers.exporting.files.xml_file import add
from quizgen.writers.exporting.plain_lines import texts_of


def picture_paths(questions: Sequence[Question], media: Mapping[str, Media]) -> dict[str, str]:
    """Return the path in the archive of each of `media` that no text of `questions` plays."""
    sounds = {
        run.name
        for question in questions
        for text in texts_of(question.item)
        for run in inline_runs(text.runs)
        if isinstance(run, Sound)
    }
    return {name: path for name, path in media_names(media).items() if name not in sounds}


def pictures_of(
    item: Item, paths: Mapping[str, str], media: Mapping[str, Media]
) -> dict[str, bytes]:
    """Return the content of each of `media` that `item` shows, by its path among `paths`."""
    in_item = set(shown_in(item, paths))
    return {path: media[name].content for name, path in paths.items() if path in in_item}


def add_pictures(resources: Element, quiz: Element, pictures: Sequence[str]) -> None:
    """Add the paths `pictures` to `resources` of a manifest, as what its `quiz` depends on."""
    for number, path in enumerate(pictures, 1):
        name = f"media-{number}"
        add(quiz, "dependency", identifierref=name)
        resource = add(resources, "resource", identifier=name, type="webcontent", href=path)
        add(resource, "file", href=path)
