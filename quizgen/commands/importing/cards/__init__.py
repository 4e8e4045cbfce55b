"""Render the cards of notes that quizgen did not write, as far as a bank can hold what they show.

Templates are cleaned and parsed, rendered to parts with the fields of a note, and sorted into
what the front and what the back show.
"""
