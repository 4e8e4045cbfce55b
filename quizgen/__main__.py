"""``python -m quizgen``, and what the command ``quizgen`` calls."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit, also where Ctrl-C comes before it is there to catch it."""
    try:
        from quizgen.cli import main as run
    except KeyboardInterrupt:
        sys.stderr.write("quizgen: stopped; nothing was written\n")
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
