"""``quizgen new``."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from quizgen.cli.echo import print_info


@click.command("new", epilog="Example: quizgen new my-project")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Start a project with an example of each question type.

    FOLDER is made. It holds a bank, a deck file and a short README; `quizgen build` in it
    works at once.
    """
    from quizgen.commands.scaffold import project_files
    from quizgen.project.save import save

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"{folder} exists already and is not an empty folder")
    contents = project_files(folder.resolve().name)
    files = {folder / path: text.encode() for path, text in contents.items()}
    save(files, folder / ".quizgen-journal")
    for path in files:
        print_info(f"wrote {path}")
    print_info(f"Now: cd {shlex.quote(str(folder))} && quizgen build")
    return 0
