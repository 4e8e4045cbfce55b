"""Flashcards to cut out: the grid of cards, their texts (`sides`) and their sheets (`pages`)."""
