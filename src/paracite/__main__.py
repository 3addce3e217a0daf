"""Run with `python -m paracite`."""

from paracite.cli import main

if __name__ == "__main__":
    main()
