"""``quizgen schema``."""

from __future__ import annotations

import click

from quizgen.cli.echo import echo_rendered, print_info
from quizgen.cli.output import current_project


@click.command("schema", epilog="Example: quizgen schema --write")
@click.argument("name", required=False, type=click.Choice(["bank", "topic", "deck"]))
@click.option("--write", is_flag=True, help="Write all three into .quizgen/ of the project.")
def command(name: str | None, write: bool) -> int:
    """Print a JSON Schema of the files of a project.

    With the schemas in .quizgen/, an editor completes and explains keys: see
    docs/editor.md. `quizgen new` writes them; write them again after an update of quizgen.
    """
    from quizgen.cli.waiting import alone
    from quizgen.commands.schema import schema_files, schema_text
    from quizgen.project.save import save

    if write and name is not None:
        raise click.UsageError("--write does not go with a name: it writes all three")
    if write:
        project = current_project()
        files = {project.root / path: text.encode() for path, text in schema_files().items()}
        with alone(project.journal.parent):
            save(files, project.journal)
        for path in schema_files():
            print_info(f"wrote {path}")
    elif name is None:
        raise click.UsageError("name a schema: bank, topic or deck; or use --write")
    else:
        echo_rendered(schema_text(name))
    return 0
