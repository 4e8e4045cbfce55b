"""A collection's SQLite file, opened in memory and not trusted."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from quizgen.readers.apkg.errors import broken

MAX_STEPS = 20_000
"""Most calls of the progress handler, each after 10,000 steps of SQLite's virtual machine.

Reading 100,000 notes takes 300 calls (measured)."""

_WAL = slice(18, 20)


@contextlib.contextmanager
def open_database(content: bytes) -> Iterator[sqlite3.Connection]:
    """Open the database in `content` for the block, and close it afterwards.

    Raises:
        PackageError: SQLite raised an error, when opening the database or inside the block.
    """
    connection = sqlite3.connect(":memory:")
    try:
        with _faults():
            connection.deserialize(_without_log(content))
            _distrust(connection)
            yield connection
    finally:
        connection.close()


def _without_log(content: bytes) -> bytes:
    """Return `content` marked as a database without write-ahead log.

    SQLite cannot open a database with such a log in memory. Bytes 18 and 19 of the file's header
    are 1 without a log and 2 with a log (sqlite.org/fileformat2.html, 1.3). Anki's exports have
    a 2 there (met with anki 26.9.3).
    """
    return content[: _WAL.start] + b"\x01\x01" + content[_WAL.stop :]


def _distrust(connection: sqlite3.Connection) -> None:
    """Make `connection` safe for a hostile file.

    Functions in the schema are not trusted, nothing is written, and SQLite is interrupted after
    `MAX_STEPS` calls of the progress handler. ``unicase`` is a collation that Anki's tables name.
    """
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
    """Return the names of the columns of `table`; none where `table` is missing or no table."""
    kinds = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchall()
    if len(kinds) != 1 or not str(kinds[0][0]).upper().startswith("CREATE TABLE"):
        return set()
    return {row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}


def require_columns(connection: sqlite3.Connection, table: str, *names: str) -> None:
    """Raise `PackageError` unless the collection has a `table` with the columns `names`."""
    if not set(names) <= columns(connection, table):
        raise broken(f"its collection has no table {table!r} as Anki makes it")


def integer(value: str) -> str:
    """Return SQL for the expression `value` as a whole number, 0 for NULL.

    SQLite does not check types: a column can hold values of any type, whatever its declaration.
    """
    return f"CAST(coalesce({value}, 0) AS INTEGER)"


def text(value: str) -> str:
    """Return SQL for the expression `value` as text, empty for NULL."""
    return f"CAST(coalesce({value}, '') AS TEXT)"


def blob(value: str) -> str:
    """Return SQL for the expression `value` as bytes, empty for NULL."""
    return f"CAST(coalesce({value}, x'') AS BLOB)"
