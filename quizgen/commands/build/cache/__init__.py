"""The build cache: which builds have nothing to do, and which outputs are up to date.

One file, ``.quizgen/cache/builds.json``, remembers three things (`store`): the content of
every file that a build read or wrote, which contents each of the last builds met, and what
each output was rendered from. As long as no file of a build has other content, there is
nothing to do (`unchanged`); otherwise an output is rendered only if its inputs have changed
(`outputs`). Nothing here imports a reader or a writer, so that a build with nothing to
do is over in a few milliseconds.
"""

from quizgen.commands.build.cache.builds import (
    ProjectFiles,
    observe,
    remember,
    request_key,
    unchanged,
)
from quizgen.commands.build.cache.store import BuildCache, RenderedOutput, read_cache

__all__ = [
    "BuildCache",
    "ProjectFiles",
    "RenderedOutput",
    "observe",
    "read_cache",
    "remember",
    "request_key",
    "unchanged",
]
