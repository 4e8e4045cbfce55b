"""Writing systems that the installed fonts have no letters for.

`table` knows the scripts, `shaping` sets their letters with HarfBuzz, `bidi` finds out which
way words run, and `embedding` puts such fonts into a PDF file. HarfBuzz and python-bidi come
with ``quizgen[scripts]`` and are imported when a text first needs them.
"""
