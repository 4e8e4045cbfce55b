"""PDF files of everything that quizgen prints, for software that looks for barriers in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from quizgen.model.answer_space import AnswerSpace, SpaceKind
from quizgen.model.assessment import (
    CardSheet,
    Flashcards,
    Flip,
    Hints,
    Imposition,
    Paper,
    Printing,
)
from quizgen.model.bank import GlossaryEntry
from quizgen.model.roster import Pupil
from quizgen.model.text import Text, parse_text
from quizgen.model.translations import Translations
from support.accessible_games import games, puzzles
from support.accessible_spaces import spaces_on_screen
from support.answer_sheet_pdfs import ANSWER_SHEETS
from support.pdf_samples import (
    EVERY_INTERACTION,
    PASSAGE,
    PRINTINGS,
    assessment,
    choice,
    entry,
    essay,
    files,
    gaps,
    item,
    match,
    png,
    reveal,
    section,
    text,
    with_parts,
)
from support.script_fonts import NOTO, STEMS, fonts

Files: TypeAlias = dict[str, bytes]
"""Contents by the names of files."""

LETTERS = [Translations("en").letter(n) for n in range(60)]
WIDE = {f"{one}: {' '.join(LETTERS[n:][:24])}": f"{one}." for n, one in enumerate(LETTERS)}

DEMANDING = section(
    item("long", " ".join(Translations("en").letter(n) for n in range(2000)), choice("yes", "no")),
    item("pairs", "Match.", match(WIDE, "x")),
    item("picture", "See ![a map](map.png).", entry("Ω Ж")),
    title="More of them",
    instructions="Read.",
    first=12,
)

LINKED = section(
    item(
        "followed",
        "See [the **resolution** of the council on the programme, which its members adopted in a "
        "vote](https://undocs.org/S/RES/1718) or https://undocs.org/S/RES/1695(2006).",
        choice("[here](https://example.org/a)", "[there](mailto:a@example.org)"),
        explain="Read [this](https://example.org/b).",
        references=["https://example.org/c"],
    ),
    item("overleaf", f"[{' '.join(map(str, range(2100)))}](https://example.org/d)", essay("x")),
    title="[Links](https://example.org/e)",
    first=15,
)

BLOCKS_OF_TEXT = """Look at *this*:

| Country | Capital | |
|:--------|:-------:|--:|
| Japan | **Tokyo** | 124.5 |
| [Korea](https://example.org) | | 51.7 |

1. one
2. two
   - three

   four

```python
if a  < b:
    print(a)
```

> roses\\
> violets
>
> - x

Well?"""
TABLE = "|Country|Capital|\n|-|-|\n|Peru|Lima|"
BLOCKS = section(
    item(
        "blocks",
        BLOCKS_OF_TEXT,
        choice("- a\n- b", "```\nx\n```", "| |\n|-|\n| y |"),
        explain=BLOCKS_OF_TEXT,
    ),
    item("model", "- only\n- a list", essay(BLOCKS_OF_TEXT)),
    item(
        "beside",
        "See ![a map](map.png){width=30% .beside}",
        choice(*[f"![way {n}](map.png)" for n in range(4)]),
    ),
    item("parted", "so extra\u00adordi\u00adnary a word " * 9, entry("x")),
    title="Blocks",
    first=30,
)

SMALL_BLOCKS = section(
    item("small", "- a\n- b\n\n> c", reveal("|a|b|\n|-|-|\n|1|2|\n\n```\nx\n```\n\n1. d")),
    item("options", "> Well?\n\nWell?", choice("- a\n- b", "```\nx\n```")),
    item("filled", Text(()), gaps("- a {{c1::b::c}}\n\n|d|{{c2::e}}|\n|-|-|\n|{{c3::f}}|g|")),
    first=40,
)

FORMULA = parse_text(r"Solve $\frac{a}{b} = \sqrt{c}$ and $$\sum_{i=1}^n x_i^2$$.", math=True)
MATHS = section(item("formula", FORMULA, entry("x")), title="Formulas", first=17)

FILLED = replace(
    section(
        *(
            item(f"gap{n}", Text(()), gaps(f"Gap {n}: {{{{c1::word{n}::hint}}}}."))
            for n in range(9)
        ),
        title="Gaps",
        first=18,
    ),
    words=tuple(text(f"word{n}") for n in range(9)),
)

GLOSSARY = (GlossaryEntry(text("missile"), text("a weapon that flies by itself")),)


def everything(printing: Printing) -> Files:
    """All that a worksheet can hold, with its key and its teacher's edition."""
    printed = replace(printing, teacher=True)
    sections = EVERY_INTERACTION, DEMANDING, LINKED, MATHS, FILLED, BLOCKS
    made = assessment(*sections, printing=printed, media={"map.png": png(60, 40)})
    [sheet] = made.worksheets
    tabled = replace(PASSAGE, paragraphs=(*PASSAGE.paragraphs, text(TABLE)), numbers=())
    full = replace(sheet, passage=replace(tabled, language="ko"), glossary=GLOSSARY)
    full = replace(full, has_scores=True)
    return files(with_parts(made, worksheets=(full,)))


def key_of_forms(letters: str, printing: Printing) -> Files:
    made = assessment(EVERY_INTERACTION, LINKED, printing=printing)
    [sheet] = made.worksheets
    forms = tuple(replace(sheet, form=letter, digest="1f3a1014") for letter in letters)
    *_, (name, content) = files(with_parts(made, worksheets=forms)).items()
    return {name: content}


def all_forms(printing: Printing) -> Files:
    made = assessment(EVERY_INTERACTION, LINKED, printing=replace(printing, all_forms=True))
    [sheet] = made.worksheets
    forms = tuple(replace(sheet, form=letter, digest="1f3a1014") for letter in "AB")
    printed = files(with_parts(made, worksheets=forms))
    return {"worksheet-all.pdf": printed["worksheet-all.pdf"]}


def named(printing: Printing, language: str = "en") -> Files:
    made = assessment(EVERY_INTERACTION, LINKED, printing=printing, language=language)
    [sheet] = made.worksheets
    pupils = tuple(Pupil(f"Anna {n}", str(n), "7b", "AB"[n % 2]) for n in range(2))
    forms = tuple(replace(sheet, form=letter, digest="1f3a1014", pupils=pupils) for letter in "AB")
    printed = files(with_parts(made, worksheets=forms))
    return {"worksheet-named.pdf": printed["worksheet-named.pdf"]}


def flashcards(sheet: CardSheet) -> Files:
    questions = (
        *EVERY_INTERACTION.questions,
        *LINKED.questions[:1],
        *MATHS.questions,
        *SMALL_BLOCKS.questions,
    )
    title = text("[Cards on the talks](https://example.org)")
    cards = Flashcards("flashcards", title, sheet, questions)
    return files(with_parts(assessment(), worksheets=(), flashcards=(cards,)))


def in_language(language: str, printing: Printing) -> Files:
    stem = STEMS[language]
    said = section(
        item("q", f"{stem} [{stem}](https://example.org) {stem}", choice(stem, "b", "abc")),
        item("m", stem, match({stem: "1", "abc": stem}, "x")),
        item("g", Text(()), gaps(f"{stem} {{{{c1::abc::{stem}}}}} {stem}")),
        title=stem,
    )
    filled = replace(said, words=(text("abc"), text(stem)))
    made = assessment(filled, title=stem, language=language, printing=printing)
    return files(made, machine_fonts=fonts(*NOTO))


def spaces() -> Files:
    """Every space to write in, blanks that go on in the next line, and a compact sheet."""
    asked = [
        replace(item(f"s{kind.value}", "Well?", essay("x")), space=AnswerSpace(kind, height=height))
        for kind in SpaceKind
        for height in (30.0, 200.0)
    ]
    phrase = "a phrase of so many words that no line of any sheet can hold it, written by hand"
    asked.append(item("long", Text(()), gaps(f"So {{{{c1::{phrase}}}}} and {{{{c2::it}}}}.")))
    printing = Printing(columns=2, compact=True, size=9)
    return files(assessment(section(*asked), title="Room", printing=printing))


def on_screen(printing: Printing) -> Files:
    """All that a worksheet can hold, to be filled in on a screen."""
    printed = everything(replace(printing, fillable=True))
    return {name: content for name, content in printed.items() if "key" not in name}


def hints_upside_down(language: str) -> Files:
    """Hints that stand on their heads: with a link, a formula, and hints of pairs."""
    stem = STEMS[language]
    paired = replace(match({stem: "1", "abc": stem}, "x"), hints=(text(stem), None))
    hinted = section(
        replace(item("a", stem, entry("x")), hint=text(f"{stem} [{stem}](https://example.org)")),
        replace(item("b", stem, entry("x")), hint=FORMULA),
        item("m", stem, paired),
        title=stem,
    )
    printing = Printing(hints=Hints.UPSIDE_DOWN)
    made = assessment(hinted, title=stem, language=language, printing=printing)
    return files(made, machine_fonts=fonts(*NOTO))


def _name(printing: Printing) -> str:
    return f"{printing.paper.value}-{printing.editions[0].value}-{printing.columns}"


IMPOSED = {
    "two-up": Printing(imposition=Imposition.TWO_UP, binding=8, duplex=True),
    "booklet": Printing(imposition=Imposition.BOOKLET, binding=8),
    "all-forms": Printing(duplex=True, binding=12, all_forms=True),
}
SIDE_BY_SIDE = [
    f"{kind}-{name}"
    for kind in ("imposed", "all")
    for name, one in IMPOSED.items()
    if one.imposition
]
SIDE_BY_SIDE.append("screen-two-up")
"""The names of the cases with two pages on a side."""
CASES: dict[str, Callable[[], Files]] = {
    **{f"imposed-{name}": partial(everything, one) for name, one in IMPOSED.items()},
    **{f"all-{name}": partial(all_forms, one) for name, one in IMPOSED.items()},
    **{_name(one): partial(everything, one) for one in PRINTINGS},
    **{f"forms-{_name(one)}": partial(key_of_forms, "ABC", one) for one in PRINTINGS},
    "named": partial(named, Printing()),
    "named-ar": partial(named, Printing(), "ar"),
    **{f"named-{name}": partial(named, one) for name, one in IMPOSED.items()},
    "spaces": spaces,
    **{f"screen-{_name(one)}": partial(on_screen, one) for one in PRINTINGS},
    "screen-two-up": partial(on_screen, IMPOSED["two-up"]),
    **{f"screen-{language}": partial(spaces_on_screen, language) for language in ("en", "ar")},
    **{f"hints-{name}": partial(hints_upside_down, name) for name in ("ar", "ko")},
    "forms-many": partial(key_of_forms, "ABCDEFGHI", Printing()),
    **{
        f"flashcards-{paper.value}-{flip.value}": partial(flashcards, CardSheet(paper, flip=flip))
        for paper in Paper
        for flip in Flip
    },
    "puzzles": puzzles,
    **ANSWER_SHEETS,
    "games": games,
    "flashcards-folded": partial(flashcards, CardSheet(columns=1, fold=True)),
    **{
        f"{language}-{_name(one)}": partial(in_language, language, one)
        for language in ("ar", "he", "hi", "ko")
        for one in PRINTINGS[:4]
    },
}
"""Every edition on every paper; all that comes beside worksheets; and other scripts."""
