"""The program, as `newscli` and as `python -m newscli`."""

import sys


def main() -> None:
    """Load the command line and run it; Ctrl-C ends it in peace even while it is loading."""
    try:
        from newscli.cli import main as run

        run()
    except KeyboardInterrupt:
        from newscli.errors import Exit

        sys.exit(Exit.INTERRUPTED)


if __name__ == "__main__":
    main()
