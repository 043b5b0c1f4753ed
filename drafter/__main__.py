"""`drafter` and `python -m drafter`."""

import signal


def main() -> None:
    """Load the commands and run them.

    Ctrl-C while they are loaded, when nothing has been touched yet, ends the program without a
    word rather than with a traceback; from then on `cli.main` tells it.
    """
    heard = signal.getsignal(signal.SIGINT)
    if heard is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from drafter.cli import main as run

    signal.signal(signal.SIGINT, heard)
    run()


if __name__ == "__main__":
    main()
