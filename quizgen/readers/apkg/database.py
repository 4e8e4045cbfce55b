"""A collection's SQLite file, opened in memory and not trusted."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from quizgen.readers.apkg.errors import broken

MAX_STEPS = 20_000
"""Times 10,000 steps of SQLite's machine: far above what 100,000 notes need (measured: 300)."""

_WAL = slice(18, 20)


@contextlib.contextmanager
def open_database(content: bytes) -> Iterator[sqlite3.Connection]:
    """The database in `content`. Faults of SQLite's, here or in the block, are PackageErrors."""
    connection = sqlite3.connect(":memory:")
    try:
        with _faults():
            connection.deserialize(_without_log(content))
            _distrust(connection)
            yield connection
    finally:
        connection.close()


def _without_log(content: bytes) -> bytes:
    """`content` marked as a database without write-ahead log, which has no place in memory.

    The file header's bytes 18 and 19 say so (sqlite.org/fileformat2.html, 1.3). Anki marks
    its exports as having one (met with anki 26.9.3).
    """
    return content[: _WAL.start] + b"\x01\x01" + content[_WAL.stop :]


def _distrust(connection: sqlite3.Connection) -> None:
    """Run nothing that the schema brings along, and stop what goes on for too long."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return int(steps > MAX_STEPS)

    connection.text_factory = lambda value: value.decode("utf-8", "replace")
    connection.set_progress_handler(count, 10_000)
    connection.execute("PRAGMA trusted_schema = off")
    connection.execute("PRAGMA query_only = on")
    connection.create_collation("unicase", lambda a, b: (a > b) - (a < b))


@contextlib.contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, sqlite3.Warning, OverflowError) as error:
        raise broken(f"its collection cannot be read ({error})") from error


def columns(connection: sqlite3.Connection, table: str) -> set[str]:
    """The columns of a table; none where there is no such table, or it is a view."""
    kinds = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchall()
    if len(kinds) != 1 or not str(kinds[0][0]).upper().startswith("CREATE TABLE"):
        return set()
    return {row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}


def require_columns(connection: sqlite3.Connection, table: str, *names: str) -> None:
    """Raise PackageError unless `table` is there and has the columns `names`."""
    if not set(names) <= columns(connection, table):
        raise broken(f"its collection has no table {table!r} as Anki makes it")


def integer(value: str) -> str:
    """SQL that gives a whole number, whatever the column holds: SQLite checks no types."""
    return f"CAST(coalesce({value}, 0) AS INTEGER)"


def text(value: str) -> str:
    return f"CAST(coalesce({value}, '') AS TEXT)"


def blob(value: str) -> str:
    return f"CAST(coalesce({value}, x'') AS BLOB)"
