"""The mutants: a file below ``quizgen/``, the text there, the fault, and the nearest tests."""

from __future__ import annotations

from tools.mutants.entries import ENTRY_MUTANTS
from tools.mutants.kept import KEPT_MUTANTS
from tools.mutants.mutant import mutants

LEDGER = "tests/model/ledger"
ORDERS = "tests/assemble/test_forms.py tests/assemble/test_shuffle.py"
IDS = "tests/writers/anki tests/clients/test_one_identity.py"
SHEETS = (
    "tests/writers/pdf/documents/test_pdf_forms.py tests/writers/pdf/documents/test_pdf_teacher.py"
)
GAPS = "tests/model/text/test_gaps.py"
SAVE = "tests/project/test_save.py tests/hostile/test_writing.py"

MUTANTS = (
    *mutants(
        "model/ledger/advance.py",
        LEDGER,
        (
            "modified = _later(before, built) if resent else before.modified",
            "modified = before.modified",
        ),
        ("before.status is Status.LIVE and before.digest", "before.digest"),
        ("before.digest == facts.digest", "before.digest != facts.digest"),
        ("max(built, before.modified + 1)", "max(built, before.modified)"),
        ("max(built, before.modified + 1)", "built"),
        ("key not in built_notes and (", "("),
        ("(key.item in built_items or key.item not in held)", "key.item not in held"),
        ("(key.item in built_items or key.item not in held)", "True"),
        ("    if row.status is Status.RETIRED:\n        return row\n", ""),
        ("ledger.created or built", "built"),
        ("{**ledger.renamed, **step.renamed}", "step.renamed"),
        ("{**ledger.imported, **step.imported}", "step.imported"),
        ("before is None or before.digest != digest", "before is None"),
    ),
    *mutants(
        "model/ledger/settle.py",
        LEDGER,
        (
            "digest = first.digest if first.digest == second.digest else UNKNOWN",
            "digest = first.digest",
        ),
        (
            "return max(first, second, key=lambda row: row.modified)\n    digest",
            "return first\n    digest",
        ),
        (
            "return first if first.digest == second.digest else TypeRow(UNKNOWN, first.modified)",
            "return first",
        ),
        ("return min(first, second)", "return first"),
        ("same_part = first.labels == later.labels or not first.labels", "same_part = True"),
        ("newest.digest if is_known else UNKNOWN", "newest.digest"),
        ("max(first.modified, later.modified)", "first.modified"),
        ("key=lambda ledger: ledger.created)", "key=lambda ledger: -ledger.created)"),
    ),
    *mutants(
        "model/ledger/parse.py",
        LEDGER,
        ("if version > VERSION:", "if version > VERSION + 1:"),
        ("elif version < 1:", "elif version < 0:"),
        ("if len(owners) != 1:", "if not owners:"),
        ('put(self.banks, part["name"], time, min)', 'put(self.banks, part["name"], time, max)'),
        (
            "    except ValueError:\n        return False\n",
            "    except ValueError:\n        return True\n",
        ),
    ),
    *mutants(
        "model/ledger/adopt.py",
        LEDGER,
        ("place is None or item.id.value in renamed", "place is None"),
        ("others.get(other_bank, Ledger()).renamed.get(id, id)", "id"),
        (
            "put(notes, key._replace(item=identity), row, settle_note)",
            "notes[key._replace(item=identity)] = row",
        ),
        ("imported.setdefault(identity, guid)", "imported[identity] = guid"),
        (
            "return _from_home(_qualified(identity, holder), bank)",
            "return _qualified(identity, holder)",
        ),
    ),
    *mutants(
        "assemble/forms.py",
        ORDERS,
        ('if form not in {"", FIRST_FORM}:', 'if form != "":'),
        ("rank(seed, form, _name(unit[0]))", "rank(seed, _name(unit[0]))"),
        ("range(1, size)", "range(size)"),
        ("*first[size:])", ")"),
        (" if not solved(item.interaction, order)]", "]"),
    ),
    *mutants(
        "assemble/shuffle.py",
        ORDERS,
        ("next(draws) % (last + 1)", "next(draws) % last"),
        ("block += 1", "block += 0"),
        ("if fixed or count < 2:", "if count < 2:"),
        ("and solved(item.interaction, mixed)", "and False"),
        ("return 0 if fixed else count", "return count"),
        (" + pinned if pinned else order", " if pinned else order"),
        ("count -= sum(option.pinned", "count -= 0 * sum(option.pinned"),
    ),
    *mutants(
        "writers/pdf/documents/answers.py",
        SHEETS,
        (
            "position, index in enumerate(question.order)}",
            "index, position in enumerate(question.order)}",
        ),
        ("(words.letter(position), index + 1)", "(words.letter(position), position + 1)"),
        (
            "yield words.letter(position), choice.options[index]",
            "yield words.letter(index), choice.options[index]",
        ),
        ('return letter if choice.mark is OptionMark.LETTER else ""', "return letter"),
    ),
    *mutants(
        "model/translations/translations.py",
        SHEETS,
        ("divmod(index - 1, len(self._letters))", "divmod(index, len(self._letters))"),
    ),
    *mutants(
        "model/bank.py",
        "tests/checks/test_checks.py tests/checks/test_evidence.py tests/readers",
        ("flat_quote in flat)", "flat_quote.casefold() in flat.casefold())"),
        ('" ".join(unicodedata.normalize("NFC", text).split())', '" ".join(text.split())'),
        (
            '" ".join(unicodedata.normalize("NFC", text).split())',
            'unicodedata.normalize("NFC", text)',
        ),
    ),
    *mutants(
        "checks/structure/evidence.py",
        "tests/checks/test_checks.py tests/checks/test_evidence.py",
        ("if bare and bare != written and passage.holds(bare):", "if bare and bare != written:"),
        ("if start >= 0:", "if start > 0:"),
        ("if len(shared) < min(MIN_SHARED, len(written)):", "if len(shared) < MIN_SHARED:"),
        ("    if bank.passage_is_faulty:\n        return\n", ""),
    ),
    *mutants(
        "model/text/longest_common_words.py",
        "tests/model/text/test_longest_common_words.py",
        ("if match.size > longest:", "if match.size >= longest:"),
        ("if limits[index] <= longest:", "if limits[index] <= longest + 1:"),
        ("autojunk=False", "autojunk=True"),
    ),
    *mutants(
        "model/text/gaps.py",
        GAPS,
        ("MAX_GAP_NUMBER = 499", "MAX_GAP_NUMBER = 500"),
        ("if not 1 <= source.number", "if not 0 <= source.number"),
        ("if is_blank(parsed):", "if False:"),
        ('is_escaped or source[index] == "\\\\"', "is_escaped"),
        ("            if depth:\n                depth -= 1\n            elif", "            if"),
        ("return first if first >= 0 else None", "return first if first > 0 else start"),
        ("_PLACEHOLDER in run.text for run in inline", "False for run in inline"),
        (
            "yield Gap(gap.number, gap.answer, gap.hint, style)",
            "yield Gap(gap.number, gap.answer, gap.hint)",
        ),
        ("if hint.strip() else None", "if hint else None"),
        ("!= len(gaps):", "> len(gaps):"),
    ),
    *mutants(
        "writers/anki/notes.py",
        "tests/writers/anki tests/clients/test_anki.py",
        ("gap.number - 1 for gap in gap_fill.gaps", "gap.number for gap in gap_fill.gaps"),
        (
            "sorted({gap.number - 1 for gap in gap_fill.gaps})",
            "[gap.number - 1 for gap in gap_fill.gaps]",
        ),
    ),
    *mutants(
        "writers/anki/html.py",
        "tests/writers/anki/test_html.py tests/clients/test_anki.py",
        ("answer = _inert(self.text(gap.answer))", "answer = self.text(gap.answer)"),
        ('for character in "{}[]\\\\":', 'for character in "[]\\\\":'),
    ),
    *mutants(
        "writers/anki/slots.py",
        "tests/writers/anki/test_slots.py",
        ("del free[parts[index]]", "pass"),
        ("taken.add(parts[index])", "pass"),
        ("taken = {*known, *parts.values()}", "taken = set(parts.values())"),
        ("waiting.pop(0)", "waiting.pop()"),
    ),
    *mutants(
        "writers/anki/identity.py",
        IDS,
        ("if imported and not key.part:", "if imported:"),
        ("return (former, item) if separator else (bank, item)", "return (bank, item)"),
        ("str(key.part), key.note_type)", "key.note_type)"),
        ("str(key.part), key.note_type)", "str(key.part))"),
        ('"\\x1f".join(names)', '"".join(names)'),
    ),
    *ENTRY_MUTANTS,
    *KEPT_MUTANTS,
    *mutants(
        "checks/structure/duplicate_ids.py",
        "tests/checks/test_checks.py",
        ("if earlier is not item.id:", "if False:"),
    ),
    *mutants(
        "checks/structure/duplicate_guids.py",
        "tests/checks/test_checks.py",
        ("if earlier is not item.guid:", "if False:"),
    ),
    *mutants(
        "project/save.py",
        SAVE,
        ("        # 1. Finish what a killed save began.\n        _finish(journal)\n", ""),
        ("copies.clear()", "pass"),
        ("ours and copy.parent == target.parent", "ours"),
        ('    ours = copy.name.startswith(f".{target.name}.") and', "    ours ="),
        (
            "            _prepare(target)\n",
            "            target.parent.mkdir(parents=True, exist_ok=True)\n",
        ),
        ("if target.exists() else 0o644", "if False else 0o644"),
        ("        _remove(copies.values())\n", "        pass\n"),
        ("    refuse_links_out([*files, journal], journal)\n", ""),
        ("target.parent.resolve() in ours or is_in_project(target, journal)", "True"),
        ("target.parent.resolve() in ours or is_in_project", "is_in_project"),
        ("t.is_file() and is_ours(t)", "t.is_file()"),
        ("os.replace(copies[journal], journal)", "os.replace(copies[journal], journal); return ()"),
        ("        keep(journal.parent)\n", ""),
    ),
    *mutants(
        "project/alone.py",
        "tests/project/test_alone.py",
        ("                fcntl.flock(handle, fcntl.LOCK_EX)\n", "                pass\n"),
        ("                waits()\n", "                pass\n"),
        ("            if _is_still(folder, handle):\n", "            if True:\n"),
        ("    os.register_at_fork(after_in_child=_forget_handles)", "    pass"),
        ("not in _used", "in _used"),
    ),
    *mutants(
        "model/scoring.py",
        "tests/model/test_scoring.py",
        ("- penalty, Fraction(0)", ", Fraction(0)"),
        ("if len(keys) == 1:", "if not keys:"),
    ),
    *mutants(
        "model/answer_code.py",
        "tests/model/test_answer_code.py",
        ("if len(content) < 10 or zlib.crc32", "if zlib.crc32"),
        ('"little")\n            return', '"big")\n            return'),
    ),
    *mutants(
        "project/file_names.py",
        "tests/commands/grade/test_corrected_pages.py",
        ("    PRACTICE_SHEETS: EARLIER_PRACTICE_SHEETS,\n", ""),
    ),
    *mutants(
        "commands/grade/screen_prints.py",
        "tests/commands/grade/test_corrected_pages.py tests/commands/grade/test_rival_decks.py",
        ("*once, *built, *earlier\n", "*once, *built\n"),
        ("                rivals[digest] = first.origin.deck, deck\n", "                pass\n"),
        ("if digest not in self.rivals}", "}"),
        ("[*chosen, *kept.values(), *others]", "[*kept.values(), *chosen, *others]"),
        ("not is_settled and ", ""),
        ("if one.layouts[0].digest not in rivals]", "]"),
    ),
    *mutants(
        "project/seal.py",
        "tests/writers/practice/test_practice_files.py",
        ("return _seal(content[:start]) == seal[0][:SEAL_SIZE]", "return True"),
    ),
    *mutants(
        "writers/practice/tasks.py",
        "tests/writers/practice tests/clients/test_practice_codes.py",
        (
            'key = " data-k" if option.is_key and page.has_key else ""',
            'key = " data-k" * option.is_key',
        ),
    ),
)
