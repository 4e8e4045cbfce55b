"""Writing systems that the installed fonts have no letters for.

`table` knows the scripts, `shaping` sets their letters with HarfBuzz, `bidi` resolves directions,
`system_faces` finds font files, and `file.cid_font` puts such fonts into a PDF file. HarfBuzz and
python-bidi come with ``quizgen[scripts]`` and are imported when a text first needs them.
"""
