"""Import an Anki package, written by quizgen or anyone else, as a bank that can be built."""

from quizgen.commands.importing.package import ImportedBank, import_package
from quizgen.commands.importing.run import ImportResult, import_file
from quizgen.commands.importing.unsupported import ImportLoss

__all__ = ["ImportLoss", "ImportResult", "ImportedBank", "import_file", "import_package"]
