"""Values of BibTeX files, read by bibtexparser and pybtex: macros, joined pieces, braces, quotes."""

from collections.abc import Iterator
from random import Random

from _opinions import Comparison
from paracite.bibtex import document, values

MACROS = {"jan": "January", "jr": "J Rivers", "ed": "Ed {X}"}
PIECES = (
    *("{A {B} c}", '"A {B} c"', "{}", '""', "{ a  b }", '" x "', "jan", "jr", "ed", "2001", "07"),
    *(r"{\'E {\"o}}", r'"{\"o} x"', "{a, b = c}", "{50\\% @ x}", "{a # b}", '"a # b"', "{x\n  y}"),
    *("{日本}", "{{All}}", "{a\\_b}", "{~x~}", "{http://a.org/?b=1&c=%20}", "{a}"),
)


def by_both(chance: Random, count: int) -> Iterator[Comparison]:
    """Compare with both the values of entries with one field each."""
    from bibtexparser import middlewares
    from bibtexparser.entrypoint import parse_string
    from pybtex.database.input.bibtex import LowLevelParser

    strings = "".join(f"@string{{{name} = {{{text}}}}}\n" for name, text in MACROS.items())
    macros = dict(values.MACROS) | MACROS
    for number in range(count):
        raw = " # ".join(chance.choices(PIECES, k=chance.choice((1, 1, 1, 2, 3))))
        source = f"{strings}@misc{{a,\n  note = {raw},\n}}\n"
        parsed = document.parse(source.encode())
        entry = parsed.find("a")
        field = parsed.fields(entry)[0] if entry else None
        ours = values.value(field.value, macros) if field else None
        if number % 2:
            [*_, (_, (_, fields))] = LowLevelParser(source)
            them = "".join(
                macros.get(getattr(part, "name", ""), getattr(part, "value", str(part)))
                for part in fields[0][1]
            )
        else:
            stack = [
                middlewares.ResolveStringReferencesMiddleware(allow_inplace_modification=True),
                middlewares.RemoveEnclosingMiddleware(allow_inplace_modification=True),
            ]
            if "#" in raw:
                continue  # it leaves joined pieces as they are
            library = parse_string(source, parse_stack=stack)
            them = str(library.entries[0].fields[0].value)
        kind = "pybtex" if number % 2 else "bibtexparser"
        yield Comparison(kind, raw, ours, " ".join(them.split()))


SECTIONS = {"values": by_both}
