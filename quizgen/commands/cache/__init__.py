"""The project's cache: what quizgen keeps from one command to the next to do less.

Everything lies in signed records (`records`) in ``.quizgen/cache``. The one of past builds
(`store`) has the content of every file that a build read or wrote, which contents each of the
last builds met, and what each output was rendered from. As long as no file of a build has other
content, there is nothing to do (`builds`); otherwise an output is rendered only if its inputs
have changed (`outputs`). Nothing here imports a reader or a writer, so that a build with nothing
to do is over in a few milliseconds; nor does the package import its modules, of which a check needs
neither `builds` nor `store`.
"""
