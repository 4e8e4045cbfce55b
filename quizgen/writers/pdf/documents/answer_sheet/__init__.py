"""Answer sheets: what is asked (`plans`), where it goes (`placement`), how it looks (`pages`)."""
