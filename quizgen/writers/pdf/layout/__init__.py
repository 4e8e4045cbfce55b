"""From texts and blocks to lines, columns and pages of draw operations."""
