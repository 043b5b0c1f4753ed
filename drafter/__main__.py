"""`drafter` and `python -m drafter`."""

import gc
import os
import sys

#: Libraries that have something to put away when the program ends. Forked processes leave nothing:
#: they have been waited for, and what they share has no name.
_TIDY = ("openpyxl",) if sys.platform == "linux" else ("multiprocessing", "openpyxl")
#: New objects between two looks for garbage. A command makes fewer: four looks would be a
#: fifteenth of the time of a draft, and find 700 small objects.
_SELDOM = 100_000
#: Such looks before one at the older objects too, usually 10: a short command ends before it.
_SELDOMER = 20


def main() -> None:
    """Load the commands and run them.

    Ctrl-C while they are loaded, when nothing has been touched yet, ends the program without a
    word rather than with a traceback; from then on `cli.main` tells it.
    """
    gc.set_threshold(_SELDOM, _SELDOMER)
    try:
        from drafter.cli import main as run
    except KeyboardInterrupt:
        _end_as_interrupted()
        raise
    try:
        run()
    except SystemExit as end:
        _leave(end.code)
        raise


def _end_as_interrupted() -> None:
    """End the process as Ctrl-C ends one that knows nothing of it."""
    import signal  # takes long to load, and hardly anybody needs it

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.raise_signal(signal.SIGINT)


def _leave(code: object) -> None:
    """End the process at once: to take all of it apart is a tenth of a short command's work.

    Every file is closed by whoever opened it. Where something else is to be put away, or the
    output cannot be written, the usual way out is taken.
    """
    if not isinstance(code, int) or any(name in sys.modules for name in _TIDY):
        return
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return
    os._exit(code)


if __name__ == "__main__":
    main()
