"""Where things are in a project folder."""

from __future__ import annotations

from pathlib import Path

from quizgen.model.did_you_mean import suggestion
from quizgen.model.named_tuple import NamedTuple

BANKS = "question_bank"
DECKS = "decks"
OUTPUT = "dist"
MANIFEST = "manifest.json"
"""The file beside the outputs of a deck file that says what they were made of."""
SHARED_CONFIGURATION = "pyproject.toml"
CONFIGURATION = ("quizgen.toml", SHARED_CONFIGURATION)
"""Files in a project's folder that say how quizgen is to treat it. The first one counts."""
YAML_ENDINGS = (".yaml", ".yml")
BANK_FILE = "bank.yaml"
BANK_LEDGER = "bank.ledger"


class Project(NamedTuple):
    """A folder with ``question_bank/`` and ``decks/`` in it."""

    root: Path

    @property
    def banks(self) -> Path:
        """The folder of the banks."""
        return self.root / BANKS

    @property
    def decks(self) -> Path:
        """The folder of the deck files."""
        return self.root / DECKS

    @property
    def journal(self) -> Path:
        """Where `quizgen.project.save` notes which files it is about to rename."""
        return self.decks / ".quizgen-journal"

    def bank_folder(self, name: str) -> Path:
        """Return the folder of the bank called `name`, whether it exists or not."""
        return self.banks / name

    def bank_folders(self) -> list[Path]:
        """Return the folders of all banks, sorted."""
        folders = self.banks.glob("*/")
        return sorted(path for path in folders if (path / BANK_FILE).exists())

    def deck_files(self) -> list[Path]:
        """Return all deck files, sorted."""
        return yaml_files(self.decks)

    def deck_file_in_the_way(self, stem: str) -> Path | None:
        """Return what is in the way of a new deck file ``decks/STEM.yaml``, if anything is.

        That is also a deck file with another ending, or whose name differs in case.
        """
        path = self.decks / f"{stem}.yaml"
        if path.exists():
            return path
        fits = (path for path in self.deck_files() if path.stem.casefold() == stem.casefold())
        return next(fits, None)

    def deck_file(self, name: str) -> Path:
        """Return the deck file that a user calls `name`: a path to one, or a name in ``decks/``.

        Raises FileNotFoundError, with the names there are.
        """
        in_decks = (self.decks / f"{name}{ending}" for ending in YAML_ENDINGS)
        for path in (*in_decks, Path(name), self.decks / name):
            if path.is_file():
                return path
        known = [path.stem for path in self.deck_files()]
        raise FileNotFoundError(f"there is no deck file {name!r}; {suggestion(name, known)}")

    def bank(self, name: str) -> Path:
        """Return the bank that a user calls `name`: its folder, or its name in ``question_bank/``.

        Raises FileNotFoundError, with the names there are.
        """
        for folder in (Path(name), self.bank_folder(name)):
            if (folder / BANK_FILE).is_file():
                return folder
        known = [folder.name for folder in self.bank_folders()]
        raise FileNotFoundError(f"there is no bank {name!r}; {suggestion(name, known)}")

    def folders_without_bank(self) -> list[Path]:
        """Return the folders of ``question_bank/`` that hold YAML files, but no ``bank.yaml``."""
        folders = sorted(self.banks.glob("*/"))
        return [f for f in folders if not (f / BANK_FILE).exists() and yaml_files(f)]


def find_project(start: Path) -> Project | None:
    """Return the project that `start` lies in: the nearest folder upwards with a ``decks/``."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / DECKS).is_dir() and (folder / BANKS).is_dir():
            return Project(folder)
    return None


def project_of(deck_file: Path) -> Project:
    """Return the project that `deck_file` belongs to, whatever the name of its folder."""
    return find_project(deck_file.parent) or Project(deck_file.absolute().parent.parent)


def yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files in `folder`, sorted; hidden files, which editors make, are left out."""
    files = [p for p in folder.glob("*.y*ml") if p.suffix in YAML_ENDINGS]
    return sorted((p for p in files if not p.name.startswith(".")), key=lambda path: path.name)


def package_of(deck_file: Path, project: Project) -> Path:
    """Return where a build without ``--out`` writes the Anki package of `deck_file`."""
    return project.root / OUTPUT / deck_file.stem / f"{deck_file.stem}.apkg"


MAX_DEPTH = 3
"""Most folders between a repository's and that of a project in it (judged)."""

_NOT_LOOKED_INTO = frozenset({OUTPUT, "node_modules", "site", "venv"})


def projects_below(folder: Path, depth: int = MAX_DEPTH) -> list[Project]:
    """Return the projects in the folders of `folder`, up to `depth` levels down, sorted.

    Hidden folders are not looked into, nor those that hold other people's files.
    """
    projects: list[Project] = []
    for inner in sorted(folder.glob("*/")) if depth else ():
        if inner.name.startswith(".") or inner.name in _NOT_LOOKED_INTO or inner.is_symlink():
            continue
        if (inner / DECKS).is_dir() and (inner / BANKS).is_dir():
            projects.append(Project(inner))
        else:
            projects += projects_below(inner, depth - 1)
    return projects
