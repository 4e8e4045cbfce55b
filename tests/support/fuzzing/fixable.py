"""Topic files with much to fix, full of commas, quotes, remarks, anchors and odd line ends."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = st.sampled_from(
    [
        "Zoe\u0308",
        "Zo\u00eb",
        "Rome, Italy",
        "it's so",
        "C#",
        "a: b",
        "R#1",
        "\u1112\u1161\u11ab",
        "x  y",
        "é",
    ]
)
_PLAIN_WORDS = _WORDS.filter(lambda word: not set(word) & set("#:"))
_NUMBERS = st.sampled_from(
    ["12", "9", "30", "1,200", "2,500", "1.5", "0,5", "9 days", "30 days", "1990", "-3", "12,5 m"]
)
_PLAIN_NUMBERS = st.sampled_from(["12", "9", "30", "7", "1990", "45", "-3"])
_REMARKS = st.sampled_from(
    ["", "", "", "  # a remark", " # Zoe\u0308, 12", "  #x", '  # it\'s "so"']
)
_BLANKS = st.sampled_from(["", "", "", " ", "\t", "  \t "])
_COMMAS = st.sampled_from([", ", ", ", ", ", ",", " , ", ",\n    "])


@st.composite
def _scalars(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """A value as somebody may write it: bare, in quotes, with a mark, or repeating one."""
    text = draw(texts)
    doubled = text.replace("'", "''")
    bare = text if not set(text) & set("#:") else f'"{text}"'
    style = draw(st.integers(0, 9))
    anchor = f"&m{draw(st.integers(0, 3))} "
    styles = (bare, bare, bare, bare, f'"{text}"', f"'{doubled}'", f'"{text}"', f"{anchor}{bare}")
    return styles[style] if style < len(styles) else f"*m{draw(st.integers(0, 3))}"


@st.composite
def _lists(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """A list behind a key: in brackets, or with dashes."""
    end = st.tuples(_REMARKS, _BLANKS).map("".join)
    parts = draw(st.lists(_scalars(texts), min_size=2, max_size=5))
    if draw(st.booleans()):
        inner = parts[0] + "".join(
            draw(_COMMAS) + (f'"{part}"' if part[0] not in "\"'&*" and "," in part else part)
            for part in parts[1:]
        )
        return f" [{inner}]{draw(end)}"
    return draw(end) + "".join(f"\n  - {part}{draw(end)}" for part in parts)


@st.composite
def _questions(draw: st.DrawFn, number: int) -> str:
    """A question of one of three types, with remarks and blanks at the ends of its lines."""
    end = st.tuples(_REMARKS, _BLANKS).map("".join)
    of = draw(st.sampled_from([_NUMBERS, _PLAIN_NUMBERS, _PLAIN_NUMBERS, _WORDS]))
    kind = draw(st.sampled_from(["choice", "choice", "card", "block"]))
    lines = [f"- id: q{number}{draw(end)}"]
    if kind == "choice":
        lines += [
            f"  type: multiple_choice{draw(end)}",
            f"  question: Which, {draw(_PLAIN_WORDS)}?{draw(end)}",
            f"  answer: {draw(_scalars(of))}{draw(end)}",
            *draw(st.sampled_from([[], ["  # above the list, Zoe\u0308"]])),
            f"  distractors:{draw(_lists(of))}",
        ]
    elif kind == "card":
        lines += ["  type: flashcard", f"  front: {draw(_scalars(_WORDS))}{draw(end)}"]
        lines += [f"  back: {draw(_scalars(_WORDS))}{draw(end)}"]
    else:
        sign = draw(st.sampled_from(["|", ">", "|-", ">+"]))
        lines += [
            "  type: flashcard",
            f"  front: {sign}",
            f"    {draw(_WORDS)}, # no remark{draw(_BLANKS)}",
        ]
        lines += ["", f"    1,200 {draw(_WORDS)}{draw(_BLANKS)}", "  back: b"]
    return "\n".join([*lines, f"  reference: {draw(_scalars(_WORDS))}{draw(end)}"])


@st.composite
def fixable_files(draw: st.DrawFn) -> bytes:
    """The bytes of a topic file ``people``; not always one that can be read."""
    count = draw(st.integers(1, 4))
    marks = "# &m0 is said twice, Zoe\u0308\ntitle: &m0 Zoe\u0308\n"
    questions = "\n".join(draw(_questions(number)) for number in range(count))
    text = f"topic: people{draw(_BLANKS)}\n{marks}questions:{draw(_REMARKS)}\n{questions}\n"
    newline = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    bom = draw(st.sampled_from(["", "", "\ufeff"]))
    return (bom + text.replace("\n", newline)).encode()
