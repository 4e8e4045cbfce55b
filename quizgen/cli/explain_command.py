"""``quizgen explain``."""

from __future__ import annotations

import click

from quizgen.cli.completion import diagnostic_names
from quizgen.cli.echo import echo_rendered
from quizgen.cli.output import echo_json, json_option


@click.command("explain", epilog="Example: quizgen explain key-is-longest")
@click.argument("name", required=False, metavar="[NAME]", shell_complete=diagnostic_names)
@click.option("--all", "whole", is_flag=True, help="Print docs/rules.md: every rule's page.")
@click.option(
    "--page",
    "page_name",
    type=click.Choice(["rules", "diagnostics", "exporting"]),
    help="Print docs/rules.md, docs/diagnostics.md, or the table of docs/exporting.md.",
)
@json_option
def command(name: str | None, whole: bool, page_name: str | None, as_json: bool) -> int:
    """Say what a diagnostic means, and the way out.

    NAME is what stands in [...] in a message; without one, all are listed.
    """
    from quizgen.checks.explain import PAGES, explanations, listing, page
    from quizgen.model.did_you_mean import did_you_mean

    if whole and page_name:
        raise click.UsageError("--all does not go with --page: it means --page rules")
    option = "--all" if whole else "--page"
    page_name = "rules" if whole else page_name
    if page_name and (name is not None or as_json):
        other = "--json" if as_json else "a NAME"
        raise click.UsageError(f"{option} does not go with {other}: it prints docs/{page_name}.md")
    known = explanations()
    if name is not None and name not in known:
        help = did_you_mean(name, known) or "quizgen explain lists them all"
        raise click.UsageError(f"there is no diagnostic {name!r}: {help}")
    if as_json:
        echo_json([known[n]._asdict() for n in ([name] if name else known)])
    elif page_name:
        echo_rendered(PAGES[page_name]())
    else:
        echo_rendered(page(known[name]) if name else listing())
    return 0
