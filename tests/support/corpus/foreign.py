"""Hostile files of other programs: Moodle XML, QTI, documents of Word, and lists as typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr

from support import PIXEL
from support.corpus.payloads import FAMILIES
from support.corpus.tables import ForeignSample
from support.packages import zipped

WORD = 'xmlns:w="w" xmlns:r="r" xmlns:a="a" xmlns:wp="wp"'
RELATIONS = '<Relationship Id="{}" Type="http://x/image" Target={}/>'


def legal(text: str) -> str:
    """`text` as XML can hold it, its signs as they are."""
    return "".join(
        c if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff") else "?" for c in text
    )


def data(text: str) -> str:
    """`text` as HTML in a section of characters."""
    return "<![CDATA[" + legal(text).replace("]]>", "]]]]><![CDATA[>") + "]]>"


def plain(text: str) -> str:
    return escape(legal(text))


def named(text: str) -> str:
    return quoteattr(legal(text))


def moodle(texts: Sequence[str]) -> bytes:
    """Moodle XML with each text as name, category, stem, answer, feedback, unit, tag and file."""
    questions = []
    for text in texts:
        html, words, name = data(text), plain(text), named(text)
        file = f'<file name={name} path={name} encoding="base64">iVBORw0KGgo=</file>'
        head = (
            f"<name><text>{words}</text></name><questiontext format={name}><text>{html}</text>"
            f'{file}</questiontext><questiontext format="html"><text>{html}'
            f'<![CDATA[<img src="@@PLUGINFILE@@/a.png">]]></text>{file}</questiontext>'
            f"<generalfeedback><text>{html}</text></generalfeedback><hint><text>{html}</text></hint>"
            f"<idnumber>{words}</idnumber><tags><tag><text>{words}</text></tag></tags>"
            f"<defaultgrade>{words}</defaultgrade><correctfeedback><text>{html}</text>"
            "</correctfeedback>"
        )
        right = f'<answer fraction="100" format="html"><text>{html}</text><feedback><text>{html}'
        right += "</text></feedback></answer>"
        wrong = f"<answer fraction={name}><text>{html}</text></answer>"
        other = '<answer fraction="0"><text>b</text></answer>'
        part = (
            f"<subquestion><text>{html}</text><answer><text>{words}</text></answer></subquestion>"
        )
        gap = f'<questiontext format="html"><text>{html}{{1:SA:={words}#{words}}}'
        gap += f"{{2:MC:={words}~b}} [[1]] [[2]]</text></questiontext>"
        boxes = f"<dragbox><text>{words}</text></dragbox><selectoption><text>{words}</text>"
        unit = (
            f"<units><unit><multiplier>1</multiplier><unit_name>{words}</unit_name></unit></units>"
        )
        number = (
            f'<answer fraction="100"><text>3</text><tolerance>{words}</tolerance></answer>{unit}'
        )
        rubric = f'<graderinfo format="html"><text>{html}</text></graderinfo>'
        bodies = (
            ("multichoice", right + other),
            ("multichoice", right + wrong + other),
            ("truefalse", '<answer fraction="100"><text>true</text></answer>'),
            ("shortanswer", right + other),
            ("numerical", number.replace(words, "0") + unit),
            ("numerical", number),
            ("matching", part * 2 + part.replace("text>", "b>")),
            ("ordering", right + right.replace("100", "200")),
            ("essay", rubric + f"<responsetemplate><text>{html}</text></responsetemplate>"),
            ("cloze", gap),
            ("ddwtos", gap + boxes + "</selectoption>"),
            (legal(text), right),
        )
        questions.append(
            f'<question type="category"><category><text>{words}</text></category>'
            f"<info><text>{html}</text></info></question>"
        )
        questions += [
            f"<question type={named(kind)}>{head}{body}</question>" for kind, body in bodies
        ]
    return f"<?xml version='1.0'?><quiz>{''.join(questions)}</quiz>".encode("utf-8", "replace")


def qti_1(texts: Sequence[str]) -> bytes:
    """QTI 1.2 with each text as title, name, stem, option, answer, feedback, picture, metadata."""
    items = []
    for number, text in enumerate(texts):
        html, name = data(text), named(text)
        shown = f'<material><mattext texttype="text/html">{html}</mattext></material>'
        bare = f"<material><mattext>{html}</mattext><matimage uri={name} label={name}/></material>"
        label = f'<response_label ident="a">{shown}</response_label><response_label ident={name}>'
        label += f"{bare}</response_label>"
        choice = (
            f'<response_lid ident="r">{bare}<render_choice>{label}</render_choice></response_lid>'
        )
        typed = f'<response_str ident="r">{shown}<render_fib fibtype={name}/></response_str>'
        test = "<varequal respident='r'>{}</varequal>"
        feedback = f'<itemfeedback ident="f">{shown}<solution>{shown}</solution></itemfeedback>'
        meta = "".join(
            f"<qtimetadatafield><fieldlabel>{key}</fieldlabel><fieldentry>{plain(text)}</fieldentry>"
            "</qtimetadatafield>"
            for key in ("qmd_topic", "qmd_keywords", "points_possible", "cc_profile")
        )
        for kind, asked, answer in (
            ("choice", choice, "a"),
            ("typed", typed, plain(text)),
            ("pairs", choice + choice.replace('"r"', '"s"'), "a"),
            ("blanks", typed + f"<material><mattext>[{html}]</mattext></material>", "b"),
        ):
            scored = f"<resprocessing><respcondition><conditionvar>{test.format(answer)}"
            scored += "</conditionvar><setvar>100</setvar><displayfeedback linkrefid='f'/>"
            scored += "</respcondition></resprocessing>"
            items.append(
                f'<item ident="i{number}{kind}" title={name}><itemmetadata><qtimetadata>{meta}'
                f"</qtimetadata></itemmetadata><presentation>{shown}{bare}{asked}</presentation>"
                f"{scored}{feedback}</item>"
            )
    title = named(texts[0])
    section = f"<section ident='s' title={title}>{''.join(items)}</section>"
    written = f"<questestinterop><assessment ident='a' title={title}>{section}</assessment>"
    return f"{written}</questestinterop>".encode("utf-8", "replace")


def qti_2(text: str, kind: int = 0) -> bytes:
    """An item of QTI 2 with `text` as XHTML, as an attribute, and as characters."""
    words, name = plain(text), named(text)
    shown = (
        f"<p onclick={name} style={name}>{words}</p><a href={name}>{words}</a><img src={name} "
        f"alt={name} onerror={name}/><script>{words}</script><object data={name} type='image/png'/>"
        f"<object data={name} type={name}>{words}</object><audio src={name}/><math>{words}</math>"
        f"<math><annotation encoding='TeX'>{words}</annotation></math><iframe srcdoc={name}/>"
    )
    choice = f"<simpleChoice identifier='a'>{shown}</simpleChoice>"
    choice += f"<simpleChoice identifier='b' fixed='true'>{words}<feedbackInline>{shown}"
    choice += "</feedbackInline></simpleChoice>"
    response = "responseIdentifier='R'"
    asked = (
        f"<choiceInteraction {response} shuffle='true'><prompt>{shown}</prompt>{choice}"
        "</choiceInteraction>",
        f"<p>{words} <textEntryInteraction {response}/> {words}</p>",
        f"<extendedTextInteraction {response}><prompt>{shown}</prompt></extendedTextInteraction>",
        f"<orderInteraction {response}>{choice}</orderInteraction>",
        f"<gapMatchInteraction {response}><gapText identifier='a'>{shown}</gapText><p>{words}"
        "<gap identifier='g'/></p></gapMatchInteraction>",
    )[kind % 5]
    right = ("a", words, words, "a</value><value>b", "a g")[kind % 5]
    declared = f"<responseDeclaration identifier='R'><correctResponse><value>{right}</value>"
    declared += f"</correctResponse><mapping><mapEntry mapKey={name} mappedValue={name}/></mapping>"
    feedback = f"<modalFeedback identifier='a'>{shown}</modalFeedback><modalFeedback "
    feedback += f"identifier={name}>{shown}</modalFeedback>"
    rubric = f"<rubricBlock view='scorer'>{shown}</rubricBlock><infoControl>{shown}</infoControl>"
    return (
        f"<assessmentItem identifier={name} title={name} xml:lang={name}>{declared}"
        f"</responseDeclaration><itemBody>{shown}{rubric}{asked}</itemBody>{feedback}"
        "</assessmentItem>"
    ).encode("utf-8", "replace")


HYPHENS = {
    b"assessmentItem": b"qti-assessment-item",
    b"responseDeclaration": b"qti-response-declaration",
    b"correctResponse": b"qti-correct-response",
    b"<value": b"<qti-value",
    b"</value": b"</qti-value",
    b"itemBody": b"qti-item-body",
    b"choiceInteraction": b"qti-choice-interaction",
    b"simpleChoice": b"qti-simple-choice",
    b"responseIdentifier": b"response-identifier",
    b"<prompt": b"<qti-prompt",
    b"</prompt": b"</qti-prompt",
}


def qti_3(text: str, kind: int = 0) -> bytes:
    """The item in the names of QTI 3."""
    content = qti_2(text, kind)
    for old, new in HYPHENS.items():
        content = content.replace(old, new)
    return content


def package(parts: Mapping[str, bytes]) -> bytes:
    """A package of IMS with a manifest that lists `parts`."""
    files = "".join(f"<file href={quoteattr(name)}/>" for name in parts)
    manifest = f"<manifest><resources><resource>{files}</resource></resources></manifest>"
    return zipped({"imsmanifest.xml": manifest.encode(), **parts, "a.png": PIXEL})


def items(texts: Sequence[str], make: Callable[[str, int], bytes] = qti_2) -> bytes:
    return package({f"items/q{n}.xml": make(text, n) for n, text in enumerate(texts)})


def cartridge(texts: Sequence[str]) -> bytes:
    """A common cartridge with QTI 1.2, and with files where Canvas has them."""
    return package({"x/qti.xml": qti_1(texts), "web_resources/a.png": PIXEL})


def word(texts: Sequence[str]) -> bytes:
    """A document with each text as question, option, answer, cell, and address of a picture."""
    lines, relations, bold = [], [], "<w:rPr><w:b/></w:rPr>"
    for number, text in enumerate(texts):
        for line in (
            f"{number + 1}. {text}",
            f"a) {text}",
            "b) other",
            "Answer: a",
            f"Why: {text}",
        ):
            lines.append(f"<w:p><w:r><w:t>{plain(line)}</w:t></w:r></w:p>")
        picture = f'<w:drawing><wp:docPr descr={named(text)}/><a:blip r:embed="p{number}"/>'
        lines.append(f"<w:p><w:r>{bold}<w:t>{plain(text)}</w:t>{picture}</w:drawing></w:r></w:p>")
        relations.append(RELATIONS.format(f"p{number}", named(text)))
    cells = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{plain(c)}</w:t></w:r></w:p></w:tc>' for c in row)}"
        "</w:tr>"
        for row in [("Question", "Answer", "Option A"), *((t, t, "b") for t in texts)]
    )
    return document(f"{''.join(lines)}<w:tbl>{cells}</w:tbl>", "".join(relations))


def document(
    body: str, relations: str = "", more: Mapping[str, bytes] = MappingProxyType({})
) -> bytes:
    """A document of Word with the XML `body`."""
    links = f"<Relationships>{relations}</Relationships>".encode("utf-8", "replace")
    whole = f"<w:document {WORD}><w:body>{body}</w:body></w:document>".encode("utf-8", "replace")
    parts = {"word/document.xml": whole, "word/_rels/document.xml.rels": links}
    return zipped({**parts, "word/media/a.png": PIXEL, **more})


def aiken(texts: Sequence[str]) -> bytes:
    entries = (f"{t}\nA) {t}\nB. other\nC) {t[:40]} x\nANSWER: A\nFeedback: {t}\n" for t in texts)
    return "\n".join(entries).encode("utf-8", "replace")


def numbered(texts: Sequence[str]) -> bytes:
    """A list with marks in the line, and a key at its end."""
    lines = [f"{n}. {t} (2 points)\n*a) {t} b) x\n☑ {t}\n☐ y" for n, t in enumerate(texts, 1)]
    key = [f"{n}. {t[:60]}" for n, t in enumerate(texts, 1)]
    return "\n".join([*lines, "Answer key", *key]).encode("utf-8", "replace")


MAKERS: dict[str, tuple[str, Callable[[Sequence[str]], bytes]]] = {
    "Moodle XML": ("x.xml", moodle),
    "QTI 1.2": ("x.xml", qti_1),
    "QTI 2.1": ("x.zip", items),
    "QTI 3": ("x.zip", lambda texts: items(texts, qti_3)),
    "a cartridge": ("x.imscc", cartridge),
    "a document of Word": ("x.docx", word),
    "Aiken": ("x.aiken", aiken),
    "a numbered list": ("x.md", numbered),
}

LONGEST = 600
"""Characters of a text here: each stands at dozens of places. Longer ones are in test_growth."""

OF_FAMILIES: dict[str, ForeignSample] = {
    f"{kind} of {family} {part}": ForeignSample(
        file, partial(make, [seed[:LONGEST] for seed in seeds[part::2]])
    )
    for family, seeds in FAMILIES.items()
    for part in range(2)
    for kind, (file, make) in MAKERS.items()
}
