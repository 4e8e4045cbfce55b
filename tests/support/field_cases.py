"""For every field of an interaction and of its parts: two entries that differ in it alone."""

from __future__ import annotations

CHOICE = """\
- id: q
  type: multiple_choice
  question: Which town has the oldest bridge?
  answer: Aarau
  distractors: [Basel, Chur, {last}]
"""
RATIONALE = "{text: Davos, rationale: It has none.}"
TYPED = """\
- id: q
  type: short_answer
  question: What is the name of the town?
  answer: Aarau
"""
NUMERIC = """\
- id: q
  type: numeric
  question: How long is the bridge?
  answer: 120
"""
CLOZE = "- id: q\n  type: cloze\n  text: The {} is old.\n"
MATCHING = """\
- id: q
  type: matching
  question: Which river flows through which town?
  pairs: [{premise: Aare, response: Bern%s}, {premise: Rhine, response: Basel}]
"""
ORDERING = """\
- id: q
  type: ordering
  question: Put the steps of building a bridge in order.
  in_order: [a first plan, the second step, %s]
"""
TIMELINE = """\
- id: q
  type: timeline
  question: Put the events in order.
  events: [{date: %s, event: The bridge opens%s}, {date: 1960, event: It is widened}]
"""
ESSAY = "- id: q\n  type: essay\n  question: Why was it built?\n  answer: People had to cross.\n"
EXPLAIN, EVIDENCE = ", explain: It was cheap", ", evidence: sat down in Seoul"
HINT = ", hint: Think of a bear"


def _flashcard(back: str) -> str:
    return f"- id: q\n  type: flashcard\n  front: The town with a bridge\n  back: {back}\n"


def _choice(last: str = "Davos", more: str = "") -> str:
    return CHOICE.replace("{last}", last) + more


CASES: dict[str, tuple[str, str]] = {
    "Reveal.back": (_flashcard("Aarau"), _flashcard("Basel")),
    "Reveal.reversed": (_flashcard("Aarau"), _flashcard("Aarau\n  reversed: true")),
    "Choice.options": (_choice(), _choice("Zug")),
    "Choice.fixed": (_choice("None of these"), _choice("None of these", "  ascending: true\n")),
    "Choice.mark": (
        _choice().replace("[Basel, Chur, Davos]", "[false]").replace("Aarau", "true"),
        "- id: q\n  type: true_false\n  question: Which town has the oldest bridge?\n"
        "  answer: true\n",
    ),
    "Option.text": (_choice(), _choice("Zug")),
    "Option.is_key": (
        _choice(),
        _choice().replace("Aarau", "X").replace("Basel", "Aarau").replace("X", "Basel"),
    ),
    "Option.rationale": (_choice(), _choice(RATIONALE)),
    "Option.pinned": (_choice("Davos"), _choice("{text: Davos, pinned: true}")),
    "TextEntry.answer": (TYPED, TYPED.replace("Aarau", "Basel")),
    "TextEntry.accepted": (TYPED, TYPED + "  accept: [the town of Aarau]\n"),
    "TextEntry.exact_case": (TYPED, TYPED + "  case: exact\n"),
    "GapFill.parts": (CLOZE.format("{{c1::bridge}}"), CLOZE.format("long {{c1::bridge}}")),
    "Gap.number": (
        CLOZE.format("{{c1::bridge}} of {{c1::Bern}}"),
        CLOZE.format("{{c1::bridge}} of {{c2::Bern}}"),
    ),
    "Gap.answer": (CLOZE.format("{{c1::bridge}}"), CLOZE.format("{{c1::tower}}")),
    "Gap.hint": (CLOZE.format("{{c1::bridge}}"), CLOZE.format("{{c1::bridge::a way}}")),
    "Gap.style": (CLOZE.format("{{c1::bridge}}"), CLOZE.format("**{{c1::bridge}}**")),
    "Numeric.value": (NUMERIC, NUMERIC.replace("120", "130")),
    "Numeric.written": (NUMERIC, NUMERIC.replace("120", "120.0")),
    "Numeric.tolerance": (NUMERIC, NUMERIC + "  tolerance: 5\n"),
    "Numeric.unit": (NUMERIC, NUMERIC + "  unit: m\n"),
    "Numeric.decimal_sign": (NUMERIC.replace("120", "1.5"), NUMERIC.replace("120", "2.5")),
    "Match.premises": (MATCHING % "", (MATCHING % "").replace("Aare", "Limmat")),
    "Match.responses": (MATCHING % "", (MATCHING % "").replace("Bern", "Thun")),
    "Match.key": (
        MATCHING % "",
        (MATCHING % "").replace("Bern", "X").replace("Basel", "Bern").replace("X", "Basel"),
    ),
    "Match.proofs": (MATCHING % "", MATCHING % EXPLAIN),
    "Match.hints": (MATCHING % "", MATCHING % HINT),
    "Proof.explain": (MATCHING % "", MATCHING % EXPLAIN),
    "Proof.evidence": (MATCHING % "", MATCHING % EVIDENCE),
    "Order.events": (ORDERING % "the end", ORDERING % "the party"),
    "Event.text": (ORDERING % "the end", ORDERING % "the party"),
    "Event.date": (TIMELINE % (1920, ""), TIMELINE % (1930, "")),
    "Event.proof": (TIMELINE % (1920, ""), TIMELINE % (1920, EXPLAIN)),
    "Event.hint": (TIMELINE % (1920, ""), TIMELINE % (1920, HINT)),
    "ExtendedText.answer": (ESSAY, ESSAY.replace("cross", "meet")),
    "ExtendedText.rubric": (ESSAY, ESSAY + "  rubric: {Names a reason: 1}\n"),
    "Criterion.text": (
        ESSAY + "  rubric: {Names a reason: 1}\n",
        ESSAY + "  rubric: {Names reasons: 1}\n",
    ),
    "Criterion.points": (
        ESSAY + "  rubric: {Names a reason: 1}\n",
        ESSAY + "  rubric: {Names a reason: 2}\n",
    ),
    "ExtendedText.lines": (ESSAY, ESSAY + "  lines: 12\n"),
}
"""Field → an entry without it, and one with it or with another value of it."""
