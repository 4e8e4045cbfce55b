"""Answer sheets: where things are on the paper, what is asked, what was read, what it is worth.

The PDF writer and the reader of scans share these values, so that a bubble is looked for exactly
where it was printed.
"""
