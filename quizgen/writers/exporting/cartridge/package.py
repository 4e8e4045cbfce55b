"""The cartridge: the quiz, its pictures, and the manifest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from quizgen.model.bank import Bank
from quizgen.model.item import Choice, ExtendedText, Item, TextEntry
from quizgen.model.loss import Loss
from quizgen.model.text.html import HtmlText
from quizgen.writers.exporting.base import Export, OrderingStyle, Rendered
from quizgen.writers.exporting.beside import OF_A_BANK, Beside, losses_beside, lost_topics
from quizgen.writers.exporting.files.xhtml import formula, has_unset_formula
from quizgen.writers.exporting.files.xml_file import add, element, xml_bytes
from quizgen.writers.exporting.plain_lines import is_styled, on_a_line, texts_of
from quizgen.writers.exporting.qti12.item import item_element
from quizgen.writers.exporting.qti12.media import add_pictures, picture_paths, pictures_of
from quizgen.writers.shared.zip_file import zip_bytes

_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_QUIZ = "quiz/assessment.xml"
_BASE = "$IMS-CC-FILEBASE$/"
"""What stands before the path of a file of the cartridge (Common Cartridge 1.1, 4.6)."""
LACKS = frozenset(
    {Beside.SOUND, Beside.HINT, Beside.SPEECH, Beside.CASE, Beside.GROUP, Beside.BONUS} | OF_A_BANK
)
_TRUTHS = {"o1": "true", "o2": "false"}
"""The identifiers that options of true-false questions must have, for those that we give."""


def render(export: Export, bank: Bank) -> Rendered:
    """Return the cartridge of `export`, and what is lost of its questions."""
    paths = picture_paths(export.questions, bank.media)
    html = HtmlText(pictures={n: f"{_BASE}{path}" for n, path in paths.items()}, formula=formula)
    root = element("questestinterop", xmlns=_QTI)
    assessment = add(root, "assessment", ident="quiz", title=on_a_line(bank.title))
    _describe(assessment, {"cc_profile": "cc.exam.v0p1", "qmd_assessmenttype": "Examination"})
    section = add(assessment, "section", ident="root_section")
    losses = list(lost_topics(export.questions, "a cartridge"))
    used: dict[str, bytes] = {}
    for question in export.questions:
        item = question.item
        profile = _profile(item)
        if not profile:
            why = "a cartridge has choices, answers to type and essays alone"
            losses.append(Loss(item.id, "the question", why))
            continue
        node = item_element(question, bank.language, "", html, OrderingStyle.MATCHING)
        _in_profile(node, item, profile)
        section.append(node)
        losses += _losses(item)
        used |= pictures_of(item, paths, bank.media)
    manifest = xml_bytes(_manifest(on_a_line(bank.title), sorted(used)))
    files = {"imsmanifest.xml": manifest, _QUIZ: xml_bytes(root)}
    return Rendered(zip_bytes({**files, **dict(sorted(used.items()))}), tuple(losses))


def _profile(item: Item) -> str:
    """Return the profile of `item` in a cartridge, or nothing where there is none."""
    match item.interaction:
        case Choice(is_true_false=True):
            return "cc.true_false.v0p1"
        case Choice(keys=keys):
            kind = "multiple_choice" if len(keys) == 1 else "multiple_response"
            return f"cc.{kind}.v0p1"
        case TextEntry():
            return "cc.fib.v0p1"
        case ExtendedText():
            return "cc.essay.v0p1"
        case _:
            return ""


def _describe(parent: Element, fields: dict[str, str]) -> None:
    metadata = add(parent, "qtimetadata")
    for label, value in fields.items():
        one = add(metadata, "qtimetadatafield")
        add(one, "fieldlabel", label)
        add(one, "fieldentry", value)


def _in_profile(node: Element, item: Item, profile: str) -> None:
    """Change `node`, an item of QTI 1.2 as Canvas has it, to one of the cartridge's `profile`."""
    about = node.find("itemmetadata")
    assert about is not None
    about.clear()
    fields = {"cc_profile": profile, "cc_weighting": str(item.points)}
    if isinstance(item.interaction, ExtendedText):
        fields["qmd_scoringpermitted"] = "Yes"
        fields["qmd_computerscored"] = "No"
    _describe(about, fields)
    for test in node.iter("varequal"):
        if isinstance(item.interaction, TextEntry):
            test.set("case", "No")
    if profile == "cc.true_false.v0p1":
        for one in node.iter():
            if one.get("ident") in _TRUTHS:
                one.set("ident", _TRUTHS[str(one.get("ident"))])
            if one.tag == "varequal" and one.text in _TRUTHS:
                one.text = _TRUTHS[str(one.text)]


def _losses(item: Item) -> Iterator[Loss]:
    yield from losses_beside(item, LACKS, "a cartridge")
    if any(has_unset_formula(text) for text in texts_of(item)):
        yield Loss(item.id, "a formula", "it cannot be written as MathML, and stays TeX")
    task = item.interaction
    if isinstance(task, Choice) and not task.is_true_false:
        if task.fixed or any(option.pinned for option in task.options):
            why = "a quiz that shuffles them shuffles all"
            yield Loss(item.id, "the order of the options", why)
    elif isinstance(task, TextEntry):
        if task.exact_case:
            yield Loss(item.id, "the weight of capitals", "platforms take them for small letters")
        if is_styled((task.answer, *task.accepted)):
            yield Loss(item.id, "the style of an answer", "it is typed as plain characters")
    elif isinstance(task, ExtendedText):
        why = "a cartridge has none; it becomes feedback"
        yield Loss(item.id, "the model answer for graders", why)


def _manifest(title: str, media: Sequence[str]) -> Element:
    root = element("manifest", xmlns=_PACKAGE, identifier="manifest")
    metadata = add(root, "metadata")
    add(metadata, "schema", "IMS Common Cartridge")
    add(metadata, "schemaversion", "1.1.0")
    organizations = add(root, "organizations")
    organization = add(
        organizations, "organization", identifier="organization", structure="rooted-hierarchy"
    )
    top = add(organization, "item", identifier="top")
    entry = add(top, "item", identifier="quiz-item", identifierref="quiz")
    add(entry, "title", title)
    resources = add(root, "resources")
    kind = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
    quiz = add(resources, "resource", identifier="quiz", type=kind)
    add(quiz, "file", href=_QUIZ)
    add_pictures(resources, quiz, media)
    return root
