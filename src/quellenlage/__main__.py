"""`quellenlage` and `python -m quellenlage`: the command line, loaded so that Ctrl-C is heard."""

import sys

INTERRUPTED = 130


def run() -> None:
    """Loads and runs the command line; an interrupt while it loads ends as one at work does."""
    try:
        from quellenlage.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    run()
