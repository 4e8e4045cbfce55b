"""The values that all rooms work on: sources, diagnostics, texts, items, banks, ledgers."""
