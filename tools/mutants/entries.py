"""The mutants of the author's entry in the notes: of what writes it, and of what reads it."""

from __future__ import annotations

from tools.mutants.mutant import mutants

ENTRIES = (
    "tests/commands/importing/test_author_entries.py tests/hostile/test_entries_in_packages.py"
)
ENTRIES_IN_ANKI = "tests/clients/test_entries_in_anki.py"

ENTRY_MUTANTS = (
    *mutants(
        "writers/anki/item_notes.py",
        ENTRIES_IN_ANKI,
        ('"" if circumstances.is_resent else _digest_of_live', "_digest_of_live"),
    ),
    *mutants(
        "writers/anki/planning.py",
        ENTRIES_IN_ANKI,
        ('dict.fromkeys((present, "", *former))', "dict.fromkeys((present,))"),
        ('dict.fromkeys((present, "", *former))', 'dict.fromkeys((present, ""))'),
    ),
    *mutants(
        "writers/anki/digests.py",
        ENTRIES_IN_ANKI,
        (
            "values = data.note_type.values(data.content)",
            'values = data.note_type.values({**data.content, ENTRY_FIELD.slug: ""})',
        ),
    ),
    *mutants(
        "writers/anki/entry_field.py",
        f"{ENTRIES} {ENTRIES_IN_ANKI}",
        ("_ACTIVE.sub(_code, text) if _ACTIVE.search(text) else text", "text"),
        ('text if is_normalized("NFC", text) else', "text if True else"),
        ("if key not in IDENTITY_KEYS", "if True"),
        ("for key in sorted(typed)", "for key in typed"),
        ("if note_digest(data) == given:", "if False:"),
        ("key: typed[key] for key in UNSHOWN_KEYS if key in typed", ""),
    ),
    *mutants(
        "commands/importing/entry_envelope.py",
        ENTRIES,
        ('    if read.get("of") != digest:\n        return None\n', ""),
        ("        values.pop(key, None)", "        pass"),
        ("type(value) is int and value > 0", "type(value) is int"),
        ("(ValueError, RecursionError)", "ValueError"),
        (" or len(field) > MAX_ENTRY_LENGTH", ""),
        (" if key in UNSHOWN_KEYS}", "}"),
    ),
    *mutants(
        "commands/importing/author_questions.py",
        ENTRIES,
        ("not agreed.in_words or _has_faults(bank)", "_has_faults(bank)"),
        ("not agreed.in_words or _has_faults(bank)", "not agreed.in_words"),
        ("if not is_safe or not", "if not"),
        ("named and named not in self.ids.taken", "named"),
        ("self.renamed[id] = notes.id", "pass"),
    ),
    *mutants(
        "commands/importing/same_words.py",
        ENTRIES,
        ('"key" in line.classes)', "True)"),
        ("return parts, files, links", "return parts, links"),
        ("return parts, files, links", "return parts, files"),
        ("        if slug != ENTRY_FIELD.slug\n", ""),
        ("    yield html.quiet_text(item.hint)\n", ""),
        ("            yield from map(html.text, accepted)", "            pass"),
    ),
    *mutants(
        "commands/importing/quizgen_notes.py",
        ENTRIES,
        ("(*rest, *(tag for tag in order if tag in present))", "present"),
    ),
)
