"""Hostile project trees: for each file of a project, what may stand in its place."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

Place = Callable[[Path], object]

FILES = (
    "question_bank/talks/bank.yaml",
    "question_bank/talks/people.yaml",
    "question_bank/talks/more.yaml",
    "question_bank/talks/passage.md",
    "question_bank/talks/bank.ledger",
    "question_bank/talks/media/map.png",
    "decks/talks.yaml",
    "decks/talks.ledger",
    "decks/.quizgen-journal",
    "quizgen.toml",
    "pyproject.toml",
    "dist/talks/manifest.json",
    "dist/talks/talks.apkg",
    "dist/talks/talks-sheet.pdf",
    ".quizgen/cache/builds",
)

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
CONTENTS: dict[str, bytes] = {
    "nothing": b"",
    "a mark of order": b"\xef\xbb\xbf",
    "zeros": b"\0" * 5000,
    "no UTF-8": b"\xff\xfe\x80" * 2000,
    "UTF-16": "id: talks\nquestions: []\n".encode("utf-16"),
    "brackets": b"[" * 20_000,
    "braces": b"{a: " * 30_000,
    "dashes": b"- " * 60_000,
    "aliases": BOMB.encode(),
    "an alias to itself": b"a: &a [*a]\n? *a\n: *a\n",
    "tags": b"!!python/object/apply:os.system ['touch owned']\n",
    "a merge key": b"<<: [{a: b}, {a: c}]\n<<: x\n",
    "one long line": b"a" * 1_000_000,
    "many lines": b"a\n" * 20_000,
    "many keys": b"".join(b"k%d: v\n" % n for n in range(10_000)),
    "many questions": b"topic: people\nquestions:\n"
    + b"".join(
        b"- {id: q%d, type: flashcard, front: f%d, back: b}\n" % (n, n) for n in range(1500)
    ),
    "JSON": b'{"moves": {"../x": "/etc/x"}, "removals": ["../../x.pdf"], "tool": {}, "notes": []}',
    "TOML": b"[lint]\nignore = [1, {a = 2}]\nselect = 5\n[tool.quizgen.lint]\nerror = {}\n",
    "a conflict of git": b"<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n",
    "a PNG that lies": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\xff" * 8 + b"\x08\x06\0\0\0",
    "a ledger of another": b"# quizgen ledger 99\n\xf0\x9f\x98\x80 x y z\n" * 50,
    "control characters": bytes(range(256)) * 10,
}


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "x.yaml").write_text("a: b")


def _unreadable(path: Path) -> None:
    path.write_text("a: b")
    path.chmod(0)


PLACES: dict[str, Place] = {
    "a folder": _folder,
    "a pipe": os.mkfifo,
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to nothing": lambda path: path.symlink_to("/nowhere/at/all"),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to the folder above": lambda path: path.symlink_to(".."),
    "a file that may not be read": _unreadable,
    **{
        name: lambda path, content=content: path.write_bytes(content)  # type: ignore[misc]
        for name, content in CONTENTS.items()
    },
}


class Tree(NamedTuple):
    """A project where `file` is replaced by `place`, a key of `PLACES`."""

    file: str
    place: str


TREES = tuple(Tree(file, place) for place in PLACES for file in FILES)


def replace(root: Path, tree: Tree) -> None:
    """Put what `tree` says into the project at `root`."""
    path = root / tree.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    PLACES[tree.place](path)
