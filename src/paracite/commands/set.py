"""`paracite set`: change fields of one entry and nothing else."""

from typing import Annotated

import typer

from paracite.commands import _options, new_app, note
from paracite.errors import ParaciteError

app = new_app()


@app.command("set")
def set_(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[FILE] KEY FIELD=VALUE...",
            help="The entry's citekey, and values as BibTeX has them; FIELD= removes.",
        ),
    ],
    file: _options.File = "",
) -> None:
    """Set fields of an entry; every other byte of the file stays."""
    from paracite import library
    from paracite.library import edits

    named = next((at for at, word in enumerate(words) if "=" in word), len(words))
    paths, keys = _options.apart(words[:named], file)
    path, changes = _options.one(paths), words[named:]
    if len(keys) > 1:
        raise ParaciteError(f"{keys[1]!r} is not FIELD=VALUE", "for example: year=1975")
    if not keys or not changes:
        raise ParaciteError("a key and FIELD=VALUE are wanted", "paracite set KEY year=1975")
    [key] = keys
    pairs = [_pair(each) for each in changes]
    changed = library.change(path, lambda source: edits.set_fields(source, key, pairs))
    note(f"{path}: {key} {'changed' if changed else 'has these values already'}")


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise ParaciteError(f"{text!r} is not FIELD=VALUE", "for example: year=1975")
    return name.strip(), value.strip()
