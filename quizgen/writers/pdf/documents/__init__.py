"""What stands on a sheet: worksheets, answer keys, passages and flashcards as blocks."""
