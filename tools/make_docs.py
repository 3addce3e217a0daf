"""Write docs/cli.md from the commands' own help; `--check` compares instead.

Run with the environment's own Python: `python tools/make_docs.py [--check]`.
"""

import os
import subprocess
import sys
from pathlib import Path

from formats_page import formats_page
from rules_page import rules_page

from paracite import commands, plugins

ROOT = Path(__file__).parent.parent
HEAD = "# Command line\n\nMade by `tools/make_docs.py` from what `--help` prints.\n"


def help_of(*command: str) -> str:
    """Give what `paracite COMMAND --help` prints, 88 columns wide."""
    done = subprocess.run(
        [sys.executable, "-m", "paracite", *command, "--help"],
        capture_output=True,
        check=True,
        text=True,
        env=os.environ | {"COLUMNS": "90", "TERMINAL_WIDTH": "90", "NO_COLOR": "1"},
    )
    return done.stdout.strip()


def command_line() -> str:
    """Make the page of the command line."""
    sections = [HEAD, f"```\n{help_of()}\n```\n"]
    for name in plugins.names(commands):
        app = plugins.load(commands, name).app
        group = app.info.name if isinstance(app.info.name, str) else None
        for each in app.registered_commands:
            own = each.name or each.callback.__name__
            command = (group, own) if group else (own,)
            sections.append(f"## {' '.join(command)}\n\n```\n{help_of(*command)}\n```\n")
    return "\n".join(sections)


PAGES = {
    "docs/cli.md": command_line,
    "docs/formats.md": formats_page,
    "docs/rules.md": rules_page,
}


def main() -> int:
    """Write or compare every page; exit 1 where one is out of date."""
    stale = []
    for name, make in PAGES.items():
        path, text = ROOT / name, make()
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    check = "--check" in sys.argv
    state = ("out of date:" if check else "written:") if stale else "documentation is up to date"
    print(state, *stale)
    return 1 if stale and check else 0


if __name__ == "__main__":
    sys.exit(main())
