"""Kinds of files that several formats are: XML, tables, zip archives. None knows a question."""
