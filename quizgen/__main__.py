"""``python -m quizgen``."""

import sys

try:
    from quizgen.cli import main
except KeyboardInterrupt:  # Ctrl-C before the command line is there to catch it
    sys.stderr.write("quizgen: stopped; nothing was written\n")
    sys.exit(130)

main()
