"""A worksheet and its key to edit, as blocks: what Markdown and Word have in common.

The layout is the program's that opens the file: a block says only what something is.
"""
