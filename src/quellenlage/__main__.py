"""`quellenlage` and `python -m quellenlage`: the command line, loaded so that Ctrl-C is heard."""

import os
import signal
import sys
from types import FrameType

INTERRUPTED = 130
THREADS = "OMP_NUM_THREADS"
"""Products of small matrices lose more by waiting for threads than they gain: one, unless told."""


def run() -> None:
    """Loads and runs the command line; an interrupt while it loads ends as one at work does."""
    heard = signal.getsignal(signal.SIGINT)
    if heard is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)
    os.environ.setdefault(THREADS, "1")
    from quellenlage.cli import main

    signal.signal(signal.SIGINT, heard)
    try:
        main()
    except KeyboardInterrupt:
        _leave()
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            _leave()
        raise


def _leave(_number: int = signal.SIGINT, _frame: FrameType | None = None) -> None:
    """Ends at once with 130.

    Libraries answer an exception while they load with errors of their own, and Python itself ends
    by the signal, whatever its exit code, if one went through `exec` (dataclasses are made by it).
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, RuntimeError, ValueError):
            continue
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    run()
