"""Reading QTI, the standard of 1EdTech's for questions: 1.2, 2.1, 2.2 and 3, alone or in packages.

QTI 1.2 is what Canvas, Blackboard, Brightspace and Common Cartridges (.imscc) hold; 2.x and 3 have
one file for each question. The names of QTI 3 are those of 2.x with hyphens.
"""

from quizgen.readers.qti.read import QtiReader

__all__ = ["QtiReader"]
