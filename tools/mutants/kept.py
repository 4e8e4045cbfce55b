"""The mutants of what is kept between builds: the key of kept notes without one of its parts."""

from __future__ import annotations

from tools.mutants.mutant import mutants

NOTES = "tests/writers/anki/test_kept_notes.py"
BOTH = f"{NOTES} tests/checks/test_kept_findings.py"

_WHOLE = "one[0] != decided_by"
_ROWS = "[row[:{0}] + row[{1}:] for row in {2}[5]]"

KEPT_MUTANTS = (
    *mutants(
        "writers/anki/kept_notes.py",
        NOTES,
        (_WHOLE, "False"),
        *(
            (
                _WHOLE,
                f"one[0][:{n}] + one[0][{n + 1}:] != decided_by[:{n}] + decided_by[{n + 1}:]",
            )
            for n in range(6)
        ),
        *(
            (
                _WHOLE,
                f"one[0][:5] != decided_by[:5] or {_ROWS.format(n, n + 1, 'one[0]')} != "
                f"{_ROWS.format(n, n + 1, 'decided_by')}",
            )
            for n in range(6)
        ),
        ("repr((flips, sorted(media.items())))", "repr(flips)"),
        ("repr((flips, sorted(media.items())))", "repr(sorted(media.items()))"),
        ('"surrogatepass"), surroundings(bank))', '"surrogatepass"))'),
        ("file_digest(topic, around)", 'file_digest(topic, b"")'),
        ("item_digests(topic, around)", 'item_digests(topic, b"")'),
        ("is_whole = whole.digest == self._digest and", "is_whole = whole.digest and"),
        ("is_new = new.digest == self._digest and", "is_new = new.digest and"),
        (".absolute()), deck", '.absolute()), ""'),
        ("self._known[id(item)] = (*others", "{}[id(item)] = (*others"),
    ),
    *mutants(
        "writers/anki/packed.py",
        NOTES,
        ("ascii(tuple(self))", "ascii(self[1:])"),
        ("ascii(tuple(self))", "ascii(self[:1] + self[2:])"),
        ("ascii(tuple(self))", "ascii(self[:2] + self[3:])"),
        ("ascii(tuple(self))", "ascii(self[:3] + self[4:])"),
        ("ascii(tuple(self))", "ascii(self[:4])"),
    ),
    *mutants(
        "model/item_digests.py",
        BOTH,
        ("yield bank.span.source.text", 'yield ""'),
        ("yield repr((bank.passage.language, bank.passage.numbers))", 'yield ""'),
        ("(bank.passage.title, *bank.passage.paragraphs)", "(bank.passage.title,)"),
        ("return digest(source.digest, around)", "return digest(source.digest)"),
        ("_encoded(_without(entries, text)), around)", "_encoded(_without(entries, text)))"),
        ("digest(_encoded(_without(entries, text)), around)", "around"),
        ("has_anchors(source.text)", "False"),
        ("{column}\\0{text[start:end]}", "{text[start:end]}"),
        ("{column}\\0{text[start:end]}", "{column}"),
    ),
)
