"""Whatever an author types comes through Moodle XML as characters."""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import fromstring

from hypothesis import example, given
from hypothesis import strategies as st

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank, Media, Topic
from quizgen.model.item import GapFill, Interaction, Item, TextEntry, Word
from quizgen.model.text import Gap, Text
from quizgen.writers.exporting.base import Export
from quizgen.writers.exporting.moodle_xml import MOODLE_XML
from quizgen.writers.exporting.moodle_xml.texts import file_names

SIGNS = st.sampled_from([*r"{}#~=/\"&<>*%:$@()[]';", "1:SHORTANSWER:=", "&#125;", "]]>", "&amp;"])
TYPED = st.lists(SIGNS | st.characters(categories=["L", "N", "S", "P"]), min_size=1, max_size=8)

_ALTERNATIVE = (
    r"(=|%(-?[0-9]+(?:[.,][0-9]*)?)%)?(.+?(?<!\\|&)(?<!&amp;)(?=[~#}]|$))(#(.*?(?<!\\)(?=[~}]|$)))?"
)
"""An answer inside a gap, as Moodle's ``qtype_multianswer`` finds it."""
_GAP = re.compile(rf"\{{([0-9]*):SHORTANSWER:({_ALTERNATIVE}(~{_ALTERNATIVE})*)\}}", re.DOTALL)


def _texts_of(interaction: Interaction, stem: str = "?") -> tuple[str, list[str]]:
    """The text of a question, and the short answers, that the file has."""
    item = Item(Word("q"), "any", "people", Text((stem,)), interaction)
    bank = Bank("talks", Text(("Talks",)), "en", (Topic("people", Text(("P",)), (item,)),))
    content, *_ = MOODLE_XML.render(Export("all", MOODLE_XML, (Question(1, item),)), bank)
    found = fromstring(content).findall("question")[1]
    answers = [one.text or "" for one in found.findall("answer/text")]
    return found.findtext("questiontext/text", ""), answers


@given(TYPED)
def test_the_answer_of_a_gap_is_what_was_typed(signs: list[str]) -> None:
    answer = "".join(signs)
    told, _ = _texts_of(GapFill(("It is ", Gap(1, Text((answer,))), ".")))
    (gap,) = _GAP.finditer(told)
    read = re.match(f"~?{_ALTERNATIVE}", gap[2], re.DOTALL)
    assert read
    assert read[0] == gap[2]
    assert html.unescape(read[3]).replace(r"\*", "*") == answer


@example(["{1:SHORTANSWER:=x}"])
@given(TYPED)
def test_text_around_gaps_makes_no_gap(signs: list[str]) -> None:
    text = "".join(signs)
    told, _ = _texts_of(GapFill((text, Gap(1, Text(("x",))))), text)
    assert len(_GAP.findall(told)) == 1


@given(TYPED)
def test_short_answers_have_no_wildcards(signs: list[str]) -> None:
    answer = "".join(signs)
    _, (told,) = _texts_of(TextEntry(Text((answer,))))
    assert re.search(r"(?<!\\)\*", told) is None
    assert told.replace(r"\*", "*") == answer


@given(st.text(max_size=20))
def test_any_text_is_xml_and_begins_no_formula(text: str) -> None:
    told, _ = _texts_of(TextEntry(Text(("x",))), text + r"\(x\) $$y$$ @@PLUGINFILE@@/z")
    assert re.search(r"\\\(|\$\$|@@PLUGINFILE@@", told) is None


def test_names_of_files_are_safe_and_distinct() -> None:
    media = {n: Media(n, b"") for n in ("maps/a.png", "maps-a.png", "a'b.png", "plain.png")}
    names = file_names(media)
    assert len(set(names.values())) == len(media)
    assert names["plain.png"] == "plain.png"
    assert not any(set("/'") & set(name) for name in names.values())
