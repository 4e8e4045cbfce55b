"""The plan of quizgen's rooms, drawn from its import graph: ``python -m tools.architecture``."""
