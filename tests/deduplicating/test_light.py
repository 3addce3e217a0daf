"""A short list is de-duplicated without numpy."""

import subprocess
import sys


def test_a_short_list_imports_no_numpy() -> None:
    code = (
        "import sys\n"
        "from paracite.deduplicating import find\n"
        "from paracite.reference import Reference\n"
        "find([Reference(citekey=key, title='Diplomacy of cities') for key in 'abc'])\n"
        "print('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
