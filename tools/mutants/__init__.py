"""Mutation testing of the core: a fault is put in, and the nearest tests have to go red.

``python -m tools.mutants`` tries every mutant of `tools.mutants.table`, two at a time, in copies
of the project, and names those that survive. Words on the command line choose files.
"""
