"""Reads many computed scans of answer sheets, and counts what was read wrongly without a word."""
