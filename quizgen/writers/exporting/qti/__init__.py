"""QTI, the standard of 1EdTech for questions: packages of version 3 and of version 2.1.

The elements are those of the specifications (imsglobal.org: QTI v2.1, ASI information model; QTI
v3.0). Everything that a machine can score is scored in the item itself.
"""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Rendered


def _qti3(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.qti.package import render
    from quizgen.writers.exporting.qti.vocabulary import Version

    return render(export, bank, Version.QTI3)


def _qti21(export: Export, bank: Bank) -> Rendered:
    from quizgen.writers.exporting.qti.package import render
    from quizgen.writers.exporting.qti.vocabulary import Version

    return render(export, bank, Version.QTI21)


_FIDELITY = {
    "Reveal": "a short answer, in one direction",
    "Choice": "whole; several right options count together",
    "TextEntry": "whole",
    "GapFill": "all gaps at once, hints in the gaps",
    "Numeric": "whole; the unit stands behind the box",
    "Match": "whole",
    "Order": "whole; each part at its place counts",
    "ExtendedText": "whole; the model answer and the rubric are for graders",
}
_UNUSED = {
    "Numeric.written": "the number itself is compared",
    "Numeric.decimal_sign": "QTI writes numbers with a point",
}
QTI3 = ExportFormat("qti3", "QTI 3", ".qti3.zip", _qti3, _FIDELITY, _UNUSED)
QTI21 = ExportFormat("qti21", "QTI 2.1", ".qti21.zip", _qti21, _FIDELITY, _UNUSED)

__all__ = ["QTI3", "QTI21"]
