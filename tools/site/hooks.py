"""Takes the pages outside docs/ into the site, with links that lead on in both places.

On a git host `docs/README.md` links to `../CONTRIBUTING.md`. The site holds the same page as
`contributing.md`, so there the link is rewritten. A link that is still wrong after that is one
of mkdocs' warnings, and `--strict` makes it an error.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[2]
OUTSIDE = {
    "README.md": "project.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "LICENSE": "LICENSE",
}
"""The paths in the site of files outside docs/, by their paths in the repository."""

_AT_HOME = {site: repository for repository, site in OUTSIDE.items()}
_TARGET = re.compile(r'(?<=\]\()[^)#\s]+|(?<=<img src=")[^"]+')
_DIRECTIVE = re.compile(r"^<!-- .* -->\n", re.MULTILINE)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that lie outside docs/ to the `files` of the site."""
    for repository, site in OUTSIDE.items():
        files.append(File.generated(config, site, abs_src_path=str(ROOT / repository)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the page with links of the site, and without the comments for the tests."""
    here = page.file.src_uri
    return _TARGET.sub(lambda match: relinked(match[0], here), _DIRECTIVE.sub("", markdown))


def relinked(target: str, here: str) -> str:
    """Return the link `target` as it must be on the page `here`, a path in the site."""
    if ":" in target:
        return target
    page = _AT_HOME.get(here, f"docs/{here}")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
    in_site = OUTSIDE.get(path, path.removeprefix("docs/"))
    return posixpath.relpath(in_site, posixpath.dirname(here) or ".")
