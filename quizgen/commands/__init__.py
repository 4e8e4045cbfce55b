"""What the command line, the preview and the Python API call: a module or a folder a command."""
