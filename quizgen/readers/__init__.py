"""From files to values: YAML to banks and deck files, packages of Anki to their notes."""
