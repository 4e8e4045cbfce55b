"""``quizgen grade``: scans of answer sheets to results, with what is in doubt shown."""
