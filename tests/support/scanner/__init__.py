"""A scanner that is none: prints of answer sheets, filled in by hand and scanned, all computed."""
