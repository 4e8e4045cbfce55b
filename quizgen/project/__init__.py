"""Files of a project: where they are, how they are named, saved and watched."""
