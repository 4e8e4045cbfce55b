"""A file of Moodle XML to its questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from quizgen.model.diagnostics import UNREADABLE_FILE, Report
from quizgen.model.source import Source, at_line
from quizgen.readers.foreign import (
    ForeignFile,
    ForeignGaps,
    ForeignLoss,
    ForeignQuestion,
    html_of,
)
from quizgen.readers.foreign.choices import BadAnswerError, Losses
from quizgen.readers.foreign.files import GatheredFiles
from quizgen.readers.foreign.texts import (
    QUESTION_NOT_IMPORTED,
    decode,
    last_level,
    outer_level,
    tags_and_difficulty,
    without_tags,
)
from quizgen.readers.foreign.xml import XmlElement, XmlError, parse_xml, root_tag
from quizgen.readers.moodle_xml.tasks import MoodleBody, body_of
from quizgen.readers.moodle_xml.texts import MoodleTexts

MAX_QUESTIONS = 20_000
MIN_REPEATS = 3
"""Questions with one general feedback from which on it is told once (judged)."""

_GENERAL_FEEDBACK = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_PRESET = {
    "Your answer is correct.",
    "Your answer is partially correct.",
    "Your answer is incorrect.",
    "That's right",
    "That's not right.",
    "Parts, but only parts, of your response are correct.",
}
"""What Moodle writes where an author wrote nothing, in its own language."""


class MoodleXmlReader:
    """Reads Moodle XML: by the name of the root element."""

    name = "Moodle XML"

    def is_mine(self, content: bytes, path: Path) -> bool:
        """Return whether the file is Moodle XML."""
        is_quiz = not content.startswith(b"PK") and root_tag(content) == "quiz"
        return is_quiz and b"canvas.instructure" not in content[:2000]  # its settings of a quiz

    def read(
        self, content: bytes, path: Path, report: Report, columns: Mapping[str, str]
    ) -> ForeignFile | None:
        """Return the questions of the file, as `ForeignReader` says."""
        source = decode(content, path)
        try:
            root = parse_xml(content)
        except XmlError as error:
            report.error(
                UNREADABLE_FILE,
                at_line(source, error.line),
                f"line {error.line}: this XML cannot be read: {error}",
                "export the questions again from Moodle",
            )
            return None
        return _MoodleFile(source, report).read(root)


class _MoodleFile:
    """A file on its way to questions, with the losses of no single one."""

    def __init__(self, source: Source, report: Report) -> None:
        self.source = source
        self.report = report
        self.files = GatheredFiles()
        self.losses: Losses = []
        self.general: Counter[str] = Counter()
        self.beyond = 0

    def read(self, root: XmlElement) -> ForeignFile:
        for node in root.all("question"):
            self.general.update(set(_general_feedback(node)))
        questions = tuple(self._questions(root))
        if self.beyond:
            what = f"{self.beyond:,} questions behind the first {MAX_QUESTIONS:,}"
            self.losses.append((ForeignLoss.CUT, what))
        for text, count in self.general.items():
            if count >= MIN_REPEATS:
                self.losses.append((ForeignLoss.GENERAL_FEEDBACK, f"{text} (of {count} questions)"))
        categories = (n for n in root.all("question") if n.attributes.get("type") == "category")
        title = outer_level([node.value("category") for node in categories])
        return ForeignFile(questions, tuple(self.losses), self.files.media, title=title)

    def _questions(self, root: XmlElement) -> Iterator[ForeignQuestion]:
        topic = ""
        count = 0
        for node in root.all("question"):
            type_ = node.attributes.get("type", "")
            if type_ == "category":
                topic = last_level(node.value("category"))
                self._describe(node.value("info", "text"))
                continue
            texts = MoodleTexts(self.files)
            if type_ == "description":
                about = without_tags(texts.of(node.first("questiontext")))
                self._describe(f"{node.value('name')}: {about}")
                continue
            count += 1
            if count > MAX_QUESTIONS:
                self.beyond += 1
                continue
            try:
                yield self._question(node, body_of(type_, node, texts), texts, topic)
            except BadAnswerError as error:
                self._refuse(node, str(error))

    def _describe(self, text: str) -> None:
        if text:
            self.losses.append((ForeignLoss.DESCRIPTION, without_tags(text)[:200]))

    def _question(
        self, node: XmlElement, body: MoodleBody, texts: MoodleTexts, topic: str
    ) -> ForeignQuestion:
        losses = list(body.losses)
        losses += [
            (ForeignLoss.GENERAL_FEEDBACK, text)
            for text in _general_feedback(node)
            if self.general[text] < MIN_REPEATS
        ]
        tags = [tag.value("text") for tag in (node.first("tags") or node).all("tag")]
        kept, difficulty = tags_and_difficulty([tag for tag in tags if tag])
        explain = [*body.explain, texts.of(node.first("generalfeedback"))]
        name = without_tags(node.value("name"))
        return ForeignQuestion(
            stem=body.stem or ("" if isinstance(body.task, ForeignGaps) else html_of(name)),
            task=body.task,
            place=at_line(self.source, node.line),
            where=f"line {node.line}",
            id=node.value("idnumber") or name,
            topic=topic,
            explain=tuple(filter(None, explain)),
            hint="<br>".join(filter(None, map(texts.of, node.all("hint")))),
            difficulty=difficulty,
            tags=kept,
            points=body.points or node.value("defaultgrade"),
            losses=(*losses, *texts.losses),
        )

    def _refuse(self, node: XmlElement, why: str) -> None:
        stem = without_tags(node.value("questiontext") or node.value("name"))[:50]
        self.report.warning(
            QUESTION_NOT_IMPORTED,
            at_line(self.source, node.line),
            f"line {node.line}: “{stem}” was left out: {why}",
            "correct it in Moodle and import it again, or write it as another type in the bank; "
            "the questions that came stay",
        )


def _general_feedback(node: XmlElement) -> Iterator[str]:
    """Yield what `node` says to all right, partly right or wrong answers; not what Moodle does."""
    for tag in _GENERAL_FEEDBACK:
        text = without_tags(node.value(tag))
        if text and text not in _PRESET:
            yield text
