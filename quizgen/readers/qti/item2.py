"""An item of QTI 2.1, 2.2 or 3 as a question to import."""

from __future__ import annotations

import re

from quizgen.readers.foreign import (
    ForeignCard,
    ForeignEssay,
    ForeignGap,
    ForeignGaps,
    ForeignLoss,
    ForeignNumber,
    ForeignShort,
    ForeignTask,
)
from quizgen.readers.foreign.choices import BadAnswerError, Losses
from quizgen.readers.foreign.rubrics import essay_of
from quizgen.readers.foreign.texts import BLANK, without_tags
from quizgen.readers.foreign.xml import XmlElement
from quizgen.readers.qti.declarations import declarations_of
from quizgen.readers.qti.interactions import BLOCKS, INLINE, GivenByFile, gap_in
from quizgen.readers.qti.markup import QtiMarkup

_HYPHEN = re.compile(r"-([a-z])")
_GAP = "\ufdd1{}\ufdd2"
"""Stands for an interaction while the text around it is read."""
_PLACE = re.compile("\ufdd1(\\d+)\ufdd2")
_UNIT = re.compile("(.*)<(?:div|p)>\ufdd1\\d+\ufdd2([^<>]{1,30})</(?:div|p)>\\s*", re.DOTALL)
"""A place on a line of its own, with a unit behind it."""
_HIDDEN = ("feedbackBlock", "feedbackInline", "rubricBlock", "templateBlock", "templateInline")
MAX_GAPS = 300
"""As many as a question of a bank may have."""
_INTERACTION = re.compile(r"[a-z]\w*Interaction")


def normalized(node: XmlElement) -> XmlElement:
    """Return `node` with the names of QTI 2 instead of those of QTI 3, in it and below it."""
    if node.tag.startswith("qti-"):
        node.tag = _HYPHEN.sub(lambda m: m[1].upper(), node.tag.removeprefix("qti-"))
        node.attributes = {
            _HYPHEN.sub(lambda m: m[1].upper(), key): value
            for key, value in node.attributes.items()
        }
    for child in node.elements:
        normalized(child)
    return node


class Item2:
    """The item `node`, whose texts `markup` gives; `read` finds out what it asks."""

    def __init__(self, node: XmlElement, markup: QtiMarkup) -> None:
        self.node = node
        self.markup = markup
        self.stem = ""
        self.task: ForeignTask = ForeignCard("")
        self.losses: Losses = []
        self.explain: list[str] = []
        self.hint = ""
        self.points = ""

    def read(self) -> None:
        """Find the stem, the task and what comes along.

        Raises:
            BadAnswerError: A bank has no such question, or it has no right answer.
        """
        body = self.node.first("itemBody")
        nodes: list[XmlElement] = []
        html = self.markup.inside(body, lambda node: self._instead(node, nodes))
        self.stem = _PLACE.sub(BLANK, html)
        if self.node.first("templateDeclaration") is not None:
            raise BadAnswerError("its words or numbers change at random")
        if self.node.attributes.get("adaptive") == "true":
            raise BadAnswerError("it changes while it is answered")
        if not nodes:
            raise BadAnswerError("it asks for no answer")
        declarations = declarations_of(self.node)
        given = GivenByFile(declarations, self.markup, self.losses, self._rationales(nodes))
        inline = [node for node in nodes if node.tag in INLINE]
        if len(inline) == len(nodes) and (len(nodes) > 1 or self._is_inside(html)):
            self._gaps(html, nodes, given)
        elif len(nodes) > 1:
            raise BadAnswerError("it has several tasks in one")
        else:
            self._task(html, nodes[0], given)
        self._rest(body, given)
        self.hint = self.hint or self._hint_in_catalog()
        self.points = _points(self.node)

    def _instead(self, node: XmlElement, nodes: list[XmlElement]) -> str | None:
        """Return what stands in the stem for `node`: a place for what is answered."""
        if node.tag in _HIDDEN:
            view = node.attributes.get("view", "")
            return None if node.tag == "rubricBlock" and view == "candidate" else ""
        if node.tag == "infoControl":
            self.hint = self.markup.inside(node)
            return ""
        if node.tag == "endAttemptInteraction":
            return ""
        if not _INTERACTION.fullmatch(node.tag):
            return None
        nodes.append(node)
        place = _GAP.format(len(nodes) - 1)
        prompt = node.first("prompt")
        return (self.markup.of(prompt) if prompt is not None else "") + place

    def _is_inside(self, html: str) -> bool:
        """Return whether the only place in `html` stands inside of a sentence."""
        before, _, behind = _PLACE.split(html)[:3]
        begun = re.split(r"<(?:p|div|br|li|td)\b[^<>]*>|</(?:p|div)>", before)[-1].strip()
        is_open = bool(re.search(r"\w", begun)) and not begun.endswith(("?", ":"))
        return is_open or bool(re.search(r"\w", without_tags(behind)))

    def _task(self, html: str, node: XmlElement, given: GivenByFile) -> None:
        read = BLOCKS.get(node.tag)
        if read is None:
            raise BadAnswerError(f"a bank has no questions of QTI's type {node.tag[:40]}")
        self.stem = _PLACE.sub("", html).strip()
        self.task, before = read(node, given)
        self.stem += before
        if isinstance(self.task, ForeignGaps):
            lead, self.stem = self.stem, ""
            self.task = ForeignGaps((lead, *self.task.parts) if lead else self.task.parts)

    def _gaps(self, html: str, nodes: list[XmlElement], given: GivenByFile) -> None:
        """Read places in a text: one is a question with a blank, several are gaps."""
        if len(nodes) == 1 and self._blank(html, nodes[0], given):
            return
        names = {node.attributes.get("responseIdentifier", "") for node in nodes}
        if len(nodes) > MAX_GAPS or len(names) < len(nodes):
            raise BadAnswerError(f"its gaps share an answer, or are more than {MAX_GAPS}")
        parts: list[str | ForeignGap] = []
        for index, piece in enumerate(_PLACE.split(html)):
            parts.append(gap_in(nodes[int(piece)], given) if index % 2 else piece)
        self.task, self.stem = ForeignGaps(tuple(parts)), ""

    def _blank(self, html: str, node: XmlElement, given: GivenByFile) -> bool:
        """Read the only place in a text as a question with a blank; False where it is a gap."""
        task, _ = BLOCKS[node.tag](node, given)
        unit = _UNIT.fullmatch(html)
        if isinstance(task, ForeignNumber) and unit:
            self.task, self.stem = task._replace(unit=unit[2].strip()), unit[1]
        elif isinstance(task, ForeignShort) and len(task.answers) == 1 and not task.exact_case:
            return False
        else:
            self.task, self.stem = task, _PLACE.sub(BLANK, html)
        return True

    def _rationales(self, nodes: list[XmlElement]) -> dict[str, str]:
        """Return the modal feedback that has the name of a choice."""
        names = {
            choice.attributes.get("identifier", "")
            for node in nodes
            for choice in node.find("simpleChoice")
        }
        return {
            name: self.markup.inside(node)
            for node in self.node.all("modalFeedback")
            if (name := node.attributes.get("identifier", "")) in names
        }

    def _rest(self, body: XmlElement | None, given: GivenByFile) -> None:
        """Sort what is shown after the answer, and what is for graders."""
        blocks = list(body.find("feedbackBlock")) if body is not None else []
        for node in [*blocks, *self.node.all("modalFeedback")]:
            name = node.attributes.get("identifier", "")
            text = self.markup.inside(node)
            if name in given.rationales or not text:
                continue
            if re.search("incorrect|wrong", name, re.IGNORECASE):
                self.losses.append((ForeignLoss.GENERAL_FEEDBACK, without_tags(text)))
            elif "hint" in name.lower():
                self.hint = self.hint or text
            else:
                self.explain.append(text)
        rubrics = [r for r in self.node.find("rubricBlock") if "candidate" not in _views(r)]
        text = "<br>".join(filter(None, map(self.markup.inside, rubrics)))
        if isinstance(self.task, ForeignEssay):
            self.task = essay_of(text or self.task.answer, _points(self.node))
        elif text:
            self.explain.append(text)

    def _hint_in_catalog(self) -> str:
        """Return the hint that our own files of QTI 3 have in a catalogue; empty without."""
        cards = self.node.find("card")
        hint = next((c for c in cards if c.attributes.get("support") == "ext:hint"), None)
        return self.markup.inside(hint.first("htmlContent")) if hint is not None else ""


def _views(node: XmlElement) -> list[str]:
    return node.attributes.get("view", "").split()


def _points(node: XmlElement) -> str:
    for outcome in node.all("outcomeDeclaration"):
        name = outcome.attributes.get("identifier")
        if name == "SCORE" and "normalMaximum" in outcome.attributes:
            return outcome.attributes["normalMaximum"]
        if name == "MAXSCORE" and (value := outcome.value("defaultValue", "value")):
            return value
    return ""
