"""`python -m newscli`, the same program as `newscli`."""

from newscli.cli import main

if __name__ == "__main__":
    main()
