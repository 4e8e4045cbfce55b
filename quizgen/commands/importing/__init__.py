"""Import an Anki package, or the questions of another program, as a bank that can be built."""

from quizgen.commands.importing.imported_bank import ImportedBank
from quizgen.commands.importing.package import import_package
from quizgen.commands.importing.run import ImportResult, import_file
from quizgen.commands.importing.unsupported import ImportLoss

__all__ = ["ImportLoss", "ImportResult", "ImportedBank", "import_file", "import_package"]
