"""Files of other programs in the tests: what of them comes into a bank, and what is told."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from quizgen.commands.importing.foreign.run import import_foreign
from quizgen.commands.importing.imported_bank import ImportedBank
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Report
from quizgen.model.item import Choice, Item
from quizgen.readers.bank_folder import read_bank
from quizgen.readers.foreign import ForeignLoss


@dataclass
class Brought:
    """What an import gives: the bank as it is on the disk then, and what is told."""

    imported: ImportedBank | None
    diagnostics: list[Diagnostic]
    bank: Bank | None
    items: list[Item] = field(default_factory=list)

    @property
    def losses(self) -> dict[str, list[str]]:
        """What was lost, by reason."""
        losses = self.imported.losses if self.imported else {}
        return {
            reason.name: [loss.what for loss in of_reason]
            for reason, of_reason in losses.items()
            if isinstance(reason, ForeignLoss)
        }

    @property
    def messages(self) -> str:
        return "\n".join(d.message for d in self.diagnostics)


def bring(
    root: Path,
    name: str,
    content: str | bytes,
    bank: str | None = None,
    columns: Mapping[str, str] = MappingProxyType({}),
) -> Brought:
    """Import a file `name` with `content` into a project at `root`."""
    path = root / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    report = Report()
    imported = import_foreign(path.read_bytes(), path, root, bank, columns, report)
    if imported is None or not imported.questions:
        return Brought(imported, list(report.diagnostics), None)
    for place, written in imported.files.items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_bytes(written)
    faults = Report()
    read = read_bank(root / "question_bank" / imported.name, faults)
    assert not faults.diagnostics, [d.message for d in faults.diagnostics]
    diagnostics = list(report.diagnostics)
    return Brought(imported, diagnostics, read, list(read.items) if read else [])


def keys(item: Item) -> list[str]:
    """The right options of `item`."""
    assert isinstance(item.interaction, Choice)
    return [option.text.plain for option in item.interaction.keys]


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return `content` with some bytes changed, doubled or cut away."""
    signs = b"{}=~#\\:%;,\"'\n\t\0</>&[]$*-1A]]>\xff\xe2\x80"
    data = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        end = at + chance.choice((0, 1, 3, chance.randint(0, 200)))
        data[at:end] = bytes(chance.choices(signs, k=chance.randint(0, 4)))
    return bytes(data)


def jumbled(xml: bytes, chance: random.Random) -> bytes:
    """Return `xml`, still well-formed, with values exchanged, emptied and made odd."""
    values = list(re.finditer(rb'(?<==")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)', xml))
    odd = [
        b"",
        b"-1",
        b"1e999",
        b"NaN",
        b"{{c1::x}}",
        b"%",
        b"[x]",
        b"=~#{",
        b"9" * 40,
        b"\xef\xb7\x91",
    ]
    odd += [value[0] for value in values]
    data = bytearray(xml)
    for match in sorted(chance.sample(values, min(3, len(values))), key=lambda m: -m.start()):
        data[match.start() : match.end()] = chance.choice(odd)
    return bytes(data)
