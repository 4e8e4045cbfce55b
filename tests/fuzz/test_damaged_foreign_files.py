"""Damaged files of other programs: each is imported, or told; nothing is written elsewhere."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from support.brought import bring, damaged, jumbled

ROUNDS = 300
GIFT = (
    b"$CATEGORY: $course$/top/Talks\n\n// [id:city] [tag:places]\n::Host::[html]Where \\{now\\}? "
    b"{=Seoul#yes ~%-50%Tokyo ~[plain]x}\n\nHow many? {#3:1}\n\nPairs? {=a -> b =c -> d =e -> f}\n"
)
MARKED = (
    '<span class="quizgen-part-1">a: <span class="quizgen-why">so</span></span><br>'
    '<span class="quizgen-quote">“sat [1945] down”</span><br><span class="quizgen-source">Atlas'
    '</span><br><span class="quizgen-part-2"><span class="quizgen-date">May 1945</span>: b</span>'
)
"""What quizgen's own exports say beside a task."""
AIKEN = (
    "Quiz\n1. Which (2 points)?\na) x\n*b) y ✓\nAnswer: B\n\nФраза? a) u b) v\nОтвет: а\n\n"
    "~ Good\n@ Wrong\n1) Who?\n@ general\na) x\n@ of x\n*b) y\n~ of y\n\nAnswer key\n1. b, 2. a\n"
).encode()
MOODLE = b"""<?xml version="1.0" encoding="UTF-8"?>
<quiz><question type="category"><category><text>$course$/top/A//B</text></category></question>
<question type="multichoice"><name><text>n</text></name><questiontext format="html"><text><![CDATA[
<p>Which <img src="@@PLUGINFILE@@/a.png"></p>]]></text><file name="a.png" path="/"
encoding="base64">
iVBORw0KGgo=</file></questiontext><single>false</single><answer fraction="50"><text>a</text>
<feedback><text>f</text></feedback></answer><answer fraction="-50"><text>b</text></answer>
</question>
<question type="numerical"><name><text>x</text></name><answer fraction="100"><text>3</text>
<tolerance>0.1</tolerance></answer><units><unit><multiplier>1</multiplier><unit_name>km</unit_name>
</unit></units></question><question type="cloze"><questiontext><text>A {1:SA:=b#f~%50%c} {:MC:=d~e}
</text></questiontext></question><question type="ordering"><name><text>o</text></name>
<questiontext><text>Sort</text></questiontext><generalfeedback format="html"><text><![CDATA[%s]]>
</text></generalfeedback><hint format="html"><text><![CDATA[%s]]></text></hint>
<answer fraction="1"><text>a</text></answer><answer fraction="2"><text>b</text></answer></question>
</quiz>""".replace(b"%s", MARKED.encode())
QTI_1 = b"""<questestinterop><assessment ident="a" title="t"><section ident="s"><item ident="i">
<presentation><material><mattext texttype="text/html">&lt;b&gt;Which [x]&lt;/b&gt;</mattext>
</material>
<response_lid ident="r" rcardinality="Single"><render_choice><response_label ident="1"><material>
<mattext>a</mattext></material></response_label><response_label ident="2"><material>
<mattext>b</mattext>
</material></response_label></render_choice></response_lid></presentation><resprocessing>
<respcondition>
<conditionvar><or><varequal respident="r">1</varequal><not><vargte respident="r">3</vargte></not>
</or>
</conditionvar><setvar
action="Set">100</setvar><displayfeedback linkrefid="f"/></respcondition>
</resprocessing><itemfeedback ident="f"><material><mattext>so</mattext></material></itemfeedback>
</item>
</section></assessment></questestinterop>"""
QTI_2 = b"""<assessmentItem identifier="q"><responseDeclaration identifier="R"
baseType="identifier">
<correctResponse><value>a</value></correctResponse><mapping><mapEntry mapKey="a" mappedValue="1"/>
</mapping></responseDeclaration><itemBody><p>Look <math><mi>x</mi></math></p><choiceInteraction
responseIdentifier="R" shuffle="true"><prompt>Which?</prompt><simpleChoice identifier="a">A<img
src="a.png"/></simpleChoice><simpleChoice identifier="b" fixed="true">B</simpleChoice>
</choiceInteraction></itemBody><modalFeedback identifier="a">why</modalFeedback></assessmentItem>"""
DOCUMENT = b"""<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/>
<w:numId w:val="1"/>
</w:numPr></w:pPr><w:r><w:t>Which?</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a) x</w:t>
<w:br/>
<w:t>b) y</w:t></w:r></w:p><w:p><w:r><w:t>Answer: a</w:t></w:r></w:p></w:body></w:document>"""
NUMBERING = b"""<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">
<w:numFmt
w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>"""


def _zip(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), part)
    return content.getvalue()


def _in_zip(chance: random.Random, **parts: bytes) -> bytes:
    """A zip of `parts`, of which one is damaged, or the zip itself."""
    if chance.random() < 0.3:
        return damaged(_zip(**parts), chance)
    name = chance.choice(list(parts))
    return _zip(**{**parts, name: _xml(parts[name], chance)})


def _xml(content: bytes, chance: random.Random) -> bytes:
    """`content` with other values three times of four, else broken anywhere."""
    return jumbled(content, chance) if chance.random() < 0.75 else damaged(content, chance)


ROWS = b"""ID;Type;Question;Answer;Wrong 1;Wrong 2;Why wrong 1;Points;Tolerance;Rubric
a;multiple_choice;"Which
one?";x;y;z;no;2;;
b;numeric;How many?;3;;;;1;0.5;
c;ordering;Sort;"1. a
2. b
3. c";;;;3;;
d;essay;Why?;so;;;;2;;"2: reason"
"""
OWN_ROWS = """ID,Type,Question,Answer,Why each part,Hint to each part,Quotation,Source,Explanation
t,timeline,Sort,"1. 26. Juni 1945: a
2. 1946: b","so
–","–
early","“sat down”
“in Seoul”",Atlas,Well
m,matching,Match,"a → 1
b → 2","–
because","–
hint",in Seoul,,
c,cloze,The {{four}} {{c1::sun::star}} of {{c2::us}},sun,,,,,
""".encode()
BLACKBOARD = (
    b"MC\tWhich?\ta\tcorrect\tb\tincorrect\r\nMA\tWhich?\ta\tcorrect\tb\tincorrect\tc\tcorrect\r\n"
    b'TF\tIs it?\ttrue\r\nESS\tWhy?\tSo<br><span class="quizgen-points">2</span>: reason\r\n'
    b"ORD\tSort\ta\tb\r\nMAT\tMatch\ta\t1\tb\t2\r\nFIB\tWho?\tAnn\tAnne &amp; Co\r\n"
    b'FIB_PLUS\tThe [a] <span class="quizgen-hint">(h)</span> [b]\ta\tsun\t\tb\thot\r\n'
    b'NUM\tFar? (<span class="quizgen-unit">km</span>)\t1.5\t0.5\r\n'
    b"JUMBLED_SENTENCE\tThe [a] [b]\tsun\ta\thot\tb\tx\r\n"
)
BRIGHTSPACE = b"""//x,,,,
NewQuestion,MC,,,
ID,q1,,,
QuestionText,<b>Which?</b>,HTML,,
Points,2,,,
Option,100,a,,yes
Option,0,b,HTML,no,HTML
NewQuestion,M
QuestionText,Match
Choice,1,a
Choice,2,b
Match,2,y
Match,1,x
NewQuestion,O
QuestionText,Sort
Item,1,one
Item,2,two,NOT HTML,why
NewQuestion,SA
QuestionText,Who?
Answer,100,Ann
NewQuestion,TF
QuestionText,Is it?
TRUE,100,yes
FALSE,0
Hint,h
NewQuestion,WR
QuestionText,Why?
AnswerKey,so
"""
PAIRS = b"cell\tthe smallest unit\nof life\n\nroot\tit drinks\nleaf\tit breathes\n"
OPEN_DOCUMENT = b"""<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s"
xmlns:fo="f"><office:automatic-styles><style:style style:name="B" style:family="text">
<style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="a"/></text:list-style>
</office:automatic-styles><office:body><office:text><text:p>1. Which?</text:p>
<text:list text:style-name="L"><text:list-item><text:p>x</text:p></text:list-item><text:list-item>
<text:p><text:span text:style-name="B">y</text:span></text:p></text:list-item></text:list>
</office:text></office:body></office:document-content>"""
OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
TEST = b"""<assessmentTest><assessmentSection title="S"><assessmentItemRef href="q.xml"/>
<assessmentItemRef href="lost.xml"/></assessmentSection></assessmentTest>"""


def _workbook(chance: random.Random) -> bytes:
    """A table of Excel of which one file is damaged."""
    content = io.BytesIO()
    book = Workbook()
    for row in csv.reader(io.StringIO(ROWS.decode()), delimiter=";"):
        book.active.append(row)
    book.save(content)
    with zipfile.ZipFile(content) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(parts))
    parts[name] = _xml(parts[name], chance)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


Make = Callable[[random.Random], bytes]
MANIFEST = b"<manifest><resources><file href='q.xml'/><file href='r.xml'/></resources></manifest>"
LISTED = (
    b"<manifest><resources><resource type='imsqti_test_xmlv2p1' href='test.xml'/></resources>"
    + (b"<file href='test.xml'/></manifest>")
)
FORMATS: dict[str, Make] = {
    "a.gift": lambda chance: damaged(GIFT, chance),
    "a.txt": lambda chance: damaged(AIKEN, chance),
    "moodle.xml": lambda chance: _xml(MOODLE, chance),
    "one.xml": lambda chance: _xml(QTI_1, chance),
    "two.xml": lambda chance: _xml(QTI_2, chance),
    "pack.zip": lambda chance: _in_zip(chance, imsmanifest_xml=MANIFEST, q_xml=QTI_1, r_xml=QTI_2),
    "quiz.zip": lambda chance: _in_zip(
        chance, imsmanifest_xml=LISTED, test_xml=TEST, q_xml=QTI_2, r_xml=QTI_1
    ),
    "course.imscc": lambda chance: _in_zip(chance, imsmanifest_xml=MANIFEST, q_xml=QTI_1),
    "table.csv": lambda chance: damaged(ROWS, chance),
    "own.csv": lambda chance: damaged(OWN_ROWS, chance),
    "upload.txt": lambda chance: damaged(BLACKBOARD, chance),
    "library.csv": lambda chance: damaged(BRIGHTSPACE, chance),
    "set.txt": lambda chance: damaged(PAIRS, chance),
    "table.xlsx": _workbook,
    "list.odt": lambda chance: _in_zip(chance, mimetype=OPEN_TEXT, content_xml=OPEN_DOCUMENT),
    "list.docx": lambda chance: _in_zip(
        chance, word__document_xml=DOCUMENT, word__numbering_xml=NUMBERING
    ),
}


@pytest.mark.parametrize("name", FORMATS)
def test_a_damaged_file_gives_questions_or_is_told(tmp_path: Path, name: str) -> None:
    chance = random.Random(f"17 {name}")
    made = 0
    for number in range(ROUNDS):
        folder = tmp_path / str(number)
        folder.mkdir()
        got = bring(folder, name, FORMATS[name](chance))
        made += len(got.items)
        assert got.items or got.diagnostics
        assert {path.name for path in folder.iterdir()} <= {name, "question_bank", "decks"}
    assert made, "every file is so damaged that nothing is tried"
