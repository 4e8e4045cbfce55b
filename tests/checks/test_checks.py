from __future__ import annotations

import random
from pathlib import Path

import pytest
from support import CHOICE, load_bank, told, write_bank
from support.growth import is_within
from support.paths import ROOT

from quizgen.checks import CHECKS
from quizgen.checks.structure.evidence import EVIDENCE_NOT_IN_PASSAGE
from quizgen.commands.workspace import Workspace
from quizgen.model.item import Match


def found(tmp_path: Path, questions: str, **bank: str) -> list[str]:
    _, diagnostics = load_bank(write_bank(tmp_path, questions, **bank))  # type: ignore[arg-type]
    return told(diagnostics)


def entry(body: str) -> str:
    return f"- {{id: x, reference: r, {body}}}"


def test_every_check_is_registered() -> None:
    files = {path.stem for path in (ROOT / "quizgen/checks/structure").glob("*.py")}
    modules = {check.find.__module__.rsplit(".", 1)[1] for check in CHECKS}
    assert modules == files - {"__init__"}
    assert len(CHECKS) == len(modules)


def test_a_clean_bank_has_no_findings(tmp_path: Path) -> None:
    assert found(tmp_path, CHOICE) == []


def test_duplicate_ids_over_two_topics(tmp_path: Path) -> None:
    folder = write_bank(tmp_path)
    (folder / "z.yaml").write_text("topic: z\nquestions:\n" + CHOICE.lstrip())
    _, diagnostics = load_bank(folder)
    assert told(diagnostics) == ["duplicate-id@3:7"]
    assert diagnostics[0].related[0].span.source.path.name == "people.yaml"


def test_an_id_is_the_same_however_its_letters_are_encoded(tmp_path: Path) -> None:
    entries = [
        f"- {{id: {name}, type: flashcard, front: f, back: b, reference: r}}"
        for name in ("caf\u00e9", "cafe\u0301")
    ]
    assert found(tmp_path, "\n".join(entries)) == ["duplicate-id@4:8"]


@pytest.mark.parametrize("name", ["हिन्दी", "تاريخٌ", "ไทยที่", "e\u0301"])
def test_an_id_may_have_marks_on_its_letters(tmp_path: Path, name: str) -> None:
    entry = f"- {{id: {name}, type: flashcard, front: f, back: b, reference: r, tags: {name}}}"
    assert found(tmp_path, entry) == []


def test_an_id_does_not_begin_with_a_mark(tmp_path: Path) -> None:
    entry = "- {id: \u0301x, type: flashcard, front: f, back: b, reference: r}"
    assert found(tmp_path, entry) == ["bad-word@3:8"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Goals", "goals", ["tags-differ-in-case@4:11"]),
        ("un::a", "UN::b", ["tags-differ-in-case@4:11"]),
        ("Topic::people", "x", ["tags-differ-in-case@3:11"]),
        ("difficulty::Easy", "x", ["tags-differ-in-case@3:11"]),
        ("Goals", "Goals", []),
        ("un", "united", []),
    ],
)
def test_tags_are_spelled_one_way(
    tmp_path: Path, one: str, other: str, expected: list[str]
) -> None:
    body = "type: flashcard, front: f, back: b, reference: r"
    questions = f"- {{tags: [{one}], id: a, {body}}}\n- {{tags: [{other}], id: b, {body}}}"
    assert found(tmp_path, questions) == expected


def test_duplicate_guids(tmp_path: Path) -> None:
    body = "type: flashcard, front: a, back: b, reference: r, guid: 'q&]'"
    questions = f"- {{id: x, {body}}}\n- {{id: y, {body}}}"
    assert [name.partition("@")[0] for name in found(tmp_path, questions)] == ["duplicate-guid"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("type: multiple_choice, question: Q, answer: A, distractors: [B, B]", "duplicate-option"),
        (
            "type: multiple_choice, question: Q, answer: [A, A], distractors: [B]",
            "duplicate-option",
        ),
        ("type: multiple_choice, question: Q, answer: A, distractors: [B, ' A']", "key-among-dist"),
        ("type: multiple_choice, question: Q, answer: A, distractors: [B, a]", "options-differ-in"),
        ("type: matching, question: Q, pairs: {A: 1, ' A': 2}", "duplicate-option"),
        ("type: matching, question: Q, pairs: {A: 1, a: 2}", "options-differ-in-case"),
        ("type: matching, question: Q, pairs: {A: 1, B: 2}, distractors: [2]", "key-among-dist"),
        ("type: matching, question: Q, pairs: {A: 1, B: 2}, distractors: [3, 3]", "duplicate-opt"),
        ("type: ordering, question: Q, in_order: [A, B, A]", "duplicate-option"),
        ("type: timeline, question: Q, events: {2001: A, 2002: A}", "duplicate-option"),
    ],
)
def test_repeated_options(tmp_path: Path, body: str, expected: str) -> None:
    (only,) = found(tmp_path, entry(body))
    assert only.startswith(expected)


@pytest.mark.parametrize(
    "body",
    [
        "type: multiple_choice, question: Q, answer: x^2^, distractors: [x~2~, x2]",
        "type: matching, question: Q, pairs: {A: 1, B: 1}, distractors: [2]",
        "type: matching, question: Q, pairs: {A: B, B: A}",
    ],
)
def test_options_that_only_look_repeated(tmp_path: Path, body: str) -> None:
    assert not any(name.startswith("bad-formula") for name in found(tmp_path, entry(body)))


def test_evidence_must_be_in_the_passage_word_for_word(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, CHOICE.replace("sat down in", "sat down at"))
    _, diagnostics = load_bank(folder)
    assert told(diagnostics) == ["evidence-not-in-passage@8:13"]
    assert "paragraph 1 has “sat down”; copy" in str(diagnostics[0].help)


def test_many_wrong_quotes_of_a_long_passage_are_found_soon(tmp_path: Path) -> None:
    """Letter by letter, 400 quotes of 4,800 words took 41 s."""
    draw = random.Random(1)
    words = ["".join(draw.choices("abcdefghijklmnop", k=draw.randint(2, 9))) for _ in range(3000)]
    passage = "\n\n".join(" ".join(draw.choices(words, k=120)) for _ in range(40))
    quotes = [" ".join(draw.choices(words, k=20)) for _ in range(400)]
    entries = "".join(
        f"- {{id: q{i}, type: flashcard, front: f{i}, back: b, evidence: {quote}}}\n"
        for i, quote in enumerate(quotes)
    )
    path = write_bank(tmp_path, entries, passage=f"# T\n\n{passage}\n")

    def act() -> None:
        bank, diagnostics = load_bank(path)
        assert len(diagnostics) == 400
        assert len(list(EVIDENCE_NOT_IN_PASSAGE.find(bank))) == 400

    assert is_within(6, act)


def test_evidence_may_quote_marked_up_words_plain_or_marked(tmp_path: Path) -> None:
    quotes = "[They spoke of sanctions, 'spoke of *sanctions*']"
    assert found(tmp_path, CHOICE.replace("sat down in Seoul", quotes)) == []


def test_a_term_of_the_glossary_is_in_the_passage(tmp_path: Path) -> None:
    glossary = "glossary:\n  sanction: a penalty\n  Seoul: a city\n  summit: a meeting\n"
    assert found(tmp_path, CHOICE, bank=glossary) == ["term-not-in-passage@7:3"]


def test_a_glossary_without_a_passage_is_taken_as_it_is(tmp_path: Path) -> None:
    questions = "- {id: x, type: flashcard, front: a, back: b, reference: r}"
    folder = write_bank(tmp_path, questions, passage=None, bank="glossary: {summit: a meeting}\n")
    assert told(load_bank(folder)[1]) == []


def test_lines_can_be_cited_only_of_evidence(tmp_path: Path) -> None:
    assert found(tmp_path, CHOICE + "  cite_lines: true\n") == []
    sourced = CHOICE.replace("evidence: sat down in Seoul", "reference: r")
    assert found(tmp_path, sourced + "  cite_lines: true\n") == ["lines-without-evidence@3:7"]


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "‘{}’", "«{}»"])
def test_evidence_in_quotation_marks_is_told_as_that(tmp_path: Path, marks: str) -> None:
    quoted = CHOICE.replace("sat down in Seoul", f"'{marks.format('sat down in Seoul')}'")
    _, [only] = load_bank(write_bank(tmp_path, quoted))
    assert only.name == "evidence-not-in-passage"
    assert str(only.help).startswith("leave out the quotation marks")


def test_a_quote_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    workspace = Workspace()
    workspace.bank(write_bank(tmp_path, CHOICE.replace("sat down in Seoul", "paragraph 1")))
    names = [d.name for d in workspace.diagnostics]
    assert "evidence-not-in-passage" in names
    assert "answer-not-in-evidence" not in names


def test_evidence_does_not_run_over_paragraphs(tmp_path: Path) -> None:
    wrong = CHOICE.replace("sat down in Seoul", "in Seoul. They spoke")
    assert found(tmp_path, wrong) == ["evidence-not-in-passage@8:13"]


def test_evidence_without_a_passage(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, passage=None)
    _, diagnostics = load_bank(folder)
    assert told(diagnostics) == ["evidence-without-passage@8:13"]


def test_an_item_without_a_source_is_a_warning(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, "- {id: x, type: flashcard, front: a, back: b}")
    _, diagnostics = load_bank(folder)
    assert [(d.name, d.severity.value) for d in diagnostics] == [("no-source", "warning")]


def test_a_bank_can_name_one_source_for_all(tmp_path: Path) -> None:
    own = "- {id: y, type: flashcard, front: a, back: b, reference: own}"
    quoting = "- {id: z, type: flashcard, front: a, back: b, evidence: in Seoul}"
    questions = f"- {{id: x, type: flashcard, front: a, back: b}}\n{own}\n{quoting}"
    folder = write_bank(tmp_path, questions, bank="reference: ['*the* atlas', map]\n")
    bank, diagnostics = load_bank(folder)
    assert told(diagnostics) == []
    sources = [[text.plain for text in item.references] for item in bank.items]
    assert sources == [["the atlas", "map"], ["own"], []]


@pytest.mark.parametrize(
    "body",
    [
        "type: flashcard, front: a, back: '$\\frac{1}{2$'",
        "type: cloze, text: '{{c1::a}} $x}$ b'",
        "type: multiple_choice, question: Q, answer: a, distractors: ['$}{$']",
    ],
)
def test_braces_of_a_formula_must_pair(tmp_path: Path, body: str) -> None:
    (only,) = found(tmp_path, entry(body), bank="math: true\n")
    assert only.startswith("bad-formula@")
    assert not any(name.startswith("bad-formula") for name in found(tmp_path, entry(body)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a", "b, renamed_from: a"),
        ("a, renamed_from: z", "b, renamed_from: z"),
        ("a", "b, renamed_from: b"),
    ],
)
def test_renamed_from_must_name_a_free_id(tmp_path: Path, first: str, second: str) -> None:
    entries = [
        f"- {{id: {x}, type: flashcard, front: f, back: b, reference: r}}" for x in (first, second)
    ]
    (only,) = found(tmp_path, "\n".join(entries))
    assert only.startswith("renamed-from-taken@4:")


def test_units_that_differ_in_capitals_keep_their_keys(tmp_path: Path) -> None:
    pairs = "pairs: {milliwatt: mW, megawatt: MW, kilowatt: kW}"
    folder = write_bank(tmp_path, entry(f"type: matching, question: Q, {pairs}"))
    bank, diagnostics = load_bank(folder)
    assert [d.severity.value for d in diagnostics] == ["warning"]
    match = next(iter(bank.items)).interaction
    assert isinstance(match, Match)
    assert [match.responses[i].plain for i in match.key] == ["mW", "MW", "kW"]


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("It’s “fine”", 'It\'s \\"fine\\"'),
        ('It\'s "fine"', "It’s «fine»"),
        ("1993–2017", "1993-2017"),
    ],
)
def test_evidence_with_other_quotation_marks_is_told_as_that(
    tmp_path: Path, said: str, quoted: str
) -> None:
    passage = f"Introduction.\n\n1. One.\n2. They say: {said}, and go.\n"
    entry = CHOICE.replace("sat down in Seoul", f'"{quoted}"')
    _, (only,) = load_bank(write_bank(tmp_path, entry, passage=passage))
    assert only.name == "evidence-not-in-passage"
    assert only.help == f"only quotation marks or dashes differ; paragraph 2 has them as in: {said}"
