"""The mutants of what is kept between builds: keys without one of their parts; and of searches."""

from __future__ import annotations

from tools.mutants.mutant import mutants

NOTES = "tests/writers/anki/test_kept_notes.py"
FACTS = "tests/checks/test_kept_findings.py tests/checks/test_kept_facts.py"
BOTH = f"{NOTES} tests/checks/test_kept_findings.py"
PREVIEW = "tests/preview/test_next_snapshot.py"

_WHOLE = "one[0] != decided_by"
_ROWS = "[row[:{0}] + row[{1}:] for row in {2}[5]]"

KEPT_MUTANTS = (
    *mutants(
        "commands/cache/file_stamps.py",
        "tests/commands/cache/test_no_op_builds.py tests/commands/cache/test_tool.py",
        ("parents[2]", "parents[3]"),
        ("if (stamp := stamp_of(Path(path)))]", "for stamp in [stamp_of(Path(path))]]"),
        ("[record] if record else", "[] if record else"),
    ),
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
        ("self._known[id(item)] = circ", "{}[id(item)] = circ"),
    ),
    *mutants(
        "writers/anki/packed.py",
        NOTES,
        ("ascii((note_type, guid,", "ascii((guid,"),
        ("ascii((note_type, guid,", "ascii((note_type,"),
        ("fields.decode(), *others)", "*others)"),
        ("*others)).encode()", "others[1])).encode()"),
        ("*others)).encode()", "others[0])).encode()"),
    ),
    *mutants(
        "model/item_digests.py",
        BOTH,
        ("yield bank.span.source.text", 'yield ""'),
        ("yield repr((bank.passage.language, bank.passage.numbers))", 'yield ""'),
        ("(bank.passage.title, *bank.passage.paragraphs)", "(bank.passage.title,)"),
        ("digest(source.digest, around)", "digest(source.digest)"),
        ("digest(source.digest, around)", "around"),
        ("_encoded(_without(entries, text)), around)", "_encoded(_without(entries, text)))"),
        ("digest(_encoded(_without(entries, text)), around)", "around"),
        ("source is None or has_anchors(source.text)", "source is None"),
        ("{column}\\0{text[start:end]}", "{text[start:end]}"),
        ("{column}\\0{text[start:end]}", "{column}"),
    ),
    *mutants(
        "checks/kept_findings.py",
        FACTS,
        ("before == self._digest and", "before and"),
        ("entry[0]: entry[1:] for entry", "entry[0]: entries[0][1:] for entry"),
    ),
    *mutants(
        "checks/signs.py",
        "tests/checks/test_signs.py",
        ('("\\\\", "&")', '("&",)'),
        ('("\\\\", "&")', '("\\\\",)'),
        ("everywhere or source is None", "source is None"),
        ("or has_anchors(source.text)", ""),
        ("else topic.items", "else ()"),
        ("_files(bank, not _is_plain(bank.span.source.text))", "_files(bank, False)"),
        ("elif not _is_plain(source.text)", "elif not source.text.isascii()"),
        ("lines[place] <= item.span.end_line", "lines[place] <= item.span.start_line"),
    ),
    *mutants(
        "readers/read_files.py",
        PREVIEW,
        ("known[:2] == (source, circumstances)", "known[0] == source"),
        ("known[:2] == (source, circumstances)", "known[1] == circumstances"),
        ("reading.report.diagnostics.extend(known.read.diagnostics)", "pass"),
        ("reading.pictures.extend(known.read.pictures)", "pass"),
    ),
    *mutants(
        "preview/entries.py",
        PREVIEW,
        ("known and known.cards == cards", "known"),
        ("self._cards_before.get(note.mark)", "next(iter(self._cards_before.values()), None)"),
    ),
)
