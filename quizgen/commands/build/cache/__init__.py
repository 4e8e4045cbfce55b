"""Whether a build would find what the last one found, without reading a single bank.

Every file that a build reads or writes is remembered with its time, size and digest. As long
as none of them moved, there is nothing to do; a file whose time moved is read again, and
counts as changed only if its content is another. Nothing here imports a reader or a writer,
so that a build with nothing to do is over in a few milliseconds.
"""

from quizgen.commands.build.cache.last_builds import Record, observe, remember, request, unchanged

__all__ = ["Record", "observe", "remember", "request", "unchanged"]
