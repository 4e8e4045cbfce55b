"""The same questions set by quizgen and by two others, each in the plainest way it knows.

Every module has `written`, the questions as its typesetter reads them, and `typeset`, from
there to a PDF file.
"""
