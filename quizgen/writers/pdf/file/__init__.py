"""From finished pages to the bytes of a PDF file, tagged for screen readers."""
