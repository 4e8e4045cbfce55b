"""The values that everything else is about: sources, diagnostics, texts, items, banks, ledgers."""
