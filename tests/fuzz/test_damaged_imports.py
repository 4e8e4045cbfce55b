"""Whatever a file to import holds, `import` has an answer, and what it writes can be checked.

`QUIZGEN_FUZZ_SECONDS` tries new files for so long.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import strategies as st
from support.corpus.foreign import OF_FAMILIES
from support.corpus.foreign_odd import ODD_FOREIGN
from support.corpus.packages import PACKAGES
from support.corpus.tables import TABLES
from support.fuzzing import fuzzed
from support.fuzzing.parts import damaged_part

import quizgen
from quizgen.commands.importing import import_file
from quizgen.commands.importing.report import as_object, as_text

SAMPLES = (
    *((one.file, one.make) for one in (*TABLES.values(), *OF_FAMILIES.values())),
    *((one.file, one.make) for one in ODD_FOREIGN.values()),
    *(("x.apkg", make) for make in PACKAGES.values()),
)
PIECES = st.sampled_from(
    [
        b"{",
        b"}",
        b"=",
        b"~",
        b"#",
        b"\\",
        b"\n\n",
        b'"',
        b",",
        b"<",
        b">",
        b"&",
        b"\0",
        b"\xff",
        b"->",
    ]
)


@st.composite
def damaged_files(draw: st.DrawFn) -> tuple[str, bytes]:
    """The name of a file and its bytes: those of a sample, with some of them changed."""
    name, make = draw(st.sampled_from(SAMPLES))
    content = bytearray(make()[:200_000])
    if content.startswith(b"PK") and draw(st.booleans()):
        return name, damaged_part(draw, bytes(content))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(content)))
        end = at + draw(st.integers(0, 30))
        content[at:end] = draw(st.one_of(PIECES, st.binary(max_size=9)))
    names = st.sampled_from([name, name, name, name, "x.csv", "x.gift", "x.txt", "x"])
    return draw(names), bytes(content)


@fuzzed(25, file=damaged_files())
def test_no_file_breaks_an_import(file: tuple[str, bytes]) -> None:
    name, content = file
    with tempfile.TemporaryDirectory() as folder:
        path, root = Path(folder, name), Path(folder, "p")
        path.write_bytes(content)
        result = import_file(path, root, "new")
        assert result.files or result.errors
        as_text(result)
        as_object(result)
        assert {one.name for one in Path(folder).iterdir()} <= {name, "p"}
        if result.files:
            quizgen.check(root)
            quizgen.build(root, built=1, check=True)
