"""Projects that hold hostile texts wherever a text can stand."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Sequence
from pathlib import Path

import quizgen
from quizgen.model.diagnostics import Severity
from quizgen.writers.exporting.formats import FORMATS
from support import PIXEL

HEAD = "id: talks\ntitle: {title}\npassage: passage.md\nreference: r\nmath: {math}\n"


PARTS = ("anki", "worksheets", "exports", "flashcards", "practice")
"""Of a deck file."""


def write_text_project(
    root: Path, texts: Sequence[str], *, math: bool = False, parts: Container[str] = PARTS
) -> Path:
    """Write a project at `root` whose questions, titles, passage and names are `texts`.

    Each place of each text has a topic file of its own, so that what is refused can be taken out.
    Decks have only `parts`, for a test that looks at no other.
    """
    bank, decks = root / "question_bank/talks", root / "decks"
    for folder in (bank / "media", decks):
        folder.mkdir(parents=True)
    (bank / "media/a.png").write_bytes(PIXEL)
    title = json.dumps(texts[0])
    flag = json.dumps(math)
    (bank / "bank.yaml").write_text(HEAD.format(title=title, math=flag), "utf-8")
    passage = "# T\n\n" + "\n\n".join(f"{n}. {text}" for n, text in enumerate(texts, 1)) + "\n"
    (bank / "passage.md").write_text(passage, "utf-8")
    for number, text in enumerate(texts):
        for place, question in enumerate(_questions(f"t{number}", json.dumps(text))):
            topic = f"t{number}-{place}"
            case = f"cases:\n- {{id: c{number}-{place}, stem: {json.dumps(text)}}}\n"
            head = f"topic: {topic}\ntitle: {json.dumps(text)}\n{case}"
            content = f"{head}questions:\n{question}  part_of: c{number}-{place}\n"
            (bank / f"{topic}.yaml").write_text(content, "utf-8")
    plain = _deck('"Talks"', '"Talks"', '"Go."', "sheet", parts)
    (decks / "plain.yaml").write_text(plain, "utf-8")
    for number, text in enumerate(texts[:3]):
        quoted = json.dumps(text)
        deck = _deck(quoted, quoted, quoted, f"s{number}", parts)
        (decks / f"d{number}.yaml").write_text(deck, "utf-8")
    return root


def _deck(deck: str, title: str, instructions: str, name: str, parts: Container[str]) -> str:
    exports = ", ".join(f"{{format: {one.name}, name: {name}-{one.name}}}" for one in FORMATS)
    written = (
        f"anki: {{deck: {deck}, subdecks: topic, description: {instructions}}}\n",
        f"worksheets:\n- name: {name}\n  title: {title}\n  passage: true\n  teacher: true\n"
        f"  instructions: {instructions}\n  fields: [{title}]\n"
        f"  sections: [{{title: {title}, instructions: {instructions}}}]\n",
        f"exports: [{exports}]\n",
        f"flashcards: {{name: {name}-cards, title: {title}}}\n",
        f"practice:\n- {{name: {name}-page, title: {title}, instructions: {instructions}, "
        f"packages: [scorm, common-cartridge]}}\n"
        f"- {{name: {name}-code, key: none, forms: 2, "
        f"sections: [{{title: {title}, instructions: {instructions}}}]}}\n",
    )
    return "bank: talks\n" + "".join(part for part in written if part.partition(":")[0] in parts)


def _questions(id: str, text: str) -> Iterable[str]:
    """Yield a question of each type with `text`, in JSON, at each place that takes one."""
    rest = f"  explain: {text}\n  hint: {text}\n  reference: {text}\n"
    gap = json.dumps(json.loads(text) + " {{c1::gap}}")
    filled = json.dumps("so {{c1::" + json.loads(text) + "::" + json.loads(text)[:40] + "}}")
    bodies = (
        f"flashcard\n  front: {text}\n  back: {text}\n  reversed: true\n",
        f"multiple_choice\n  question: {text}\n  answer: {text}\n"
        f"  distractors: [a, {{text: b, rationale: {text}}}]\n",
        f"multiple_choice\n  question: Q\n  answer: a\n  distractors: [{text}, b]\n",
        f"true_false\n  question: {text}\n  answer: true\n",
        f"short_answer\n  question: {text}\n  answer: a\n  accept: [{text}]\n",
        f"short_answer\n  question: Q\n  answer: {text}\n",
        f"cloze\n  text: {gap}\n",
        f"cloze\n  text: {filled}\n",
        f"numeric\n  question: {text}\n  answer: 5\n  unit: {text}\n",
        f"matching\n  question: {text}\n  pairs: {{{text}: a, b: c}}\n  distractors: [{text}]\n",
        f"ordering\n  question: {text}\n  in_order: [{text}, b, c]\n",
        f"timeline\n  question: {text}\n  events: {{1990: {text}, 1991: b}}\n",
        f"essay\n  question: {text}\n  answer: {text}\n",
        f"flashcard\n  front: {text}\n  back: b\n  tags: [{text}]\n  evidence: {text}\n",
    )
    for place, body in enumerate(bodies):
        more = "" if place == len(bodies) - 1 else rest
        yield f"- id: {id}-{place}\n  type: {body}{more}"


def without_what_is_refused(root: Path) -> int:
    """Delete the files of the project at `root` that have an error; return how many questions stay.

    The passage and titles that are refused become plain ones.
    """
    for _ in range(4):
        found = quizgen.build(root, built=1, check=True).diagnostics
        errors = {d.span.source.path for d in found if d.severity is Severity.ERROR}
        if not errors:
            break
        for path in errors:
            if path.name == "passage.md":
                path.write_text("# T\n\nOne.\n")
            elif path.name == "bank.yaml":
                math = json.dumps("math: true" in path.read_text("utf-8"))
                path.write_text(HEAD.format(title="T", math=math))
            elif path.name != "plain.yaml":
                path.unlink()
    return len(list((root / "question_bank/talks").glob("t*.yaml")))
