"""Names of BibTeX, read by pybtex and bibtexparser, in forty languages and scripts."""

from collections.abc import Iterator
from random import Random

from _opinions import Comparison
from paracite.bibtex.names import read, read_one
from paracite.fields.latex import to_text
from paracite.reference import OTHERS

#: given names, words before the family name, family names, of languages and scripts
PEOPLE = {
    "English": (
        "John Ronald|Mary-Jane|T. S.|O. J.",
        "",
        "Tolkien|O'Brien|Smith-Jones|McHugh|D'Arcy",
    ),
    "German": ("Karl-Heinz|Jürgen|Käthe", "von|von der|zu|vom", "Müller|Groß|Weizsäcker|Öttl"),
    "Dutch": ("Jan Willem|Joost|Sjoerd", "van|van der|van den|de|ten", "Berg|Vries|Broek|IJzerman"),
    "French": ("Jean-Pierre|Élodie|François", "de|de la|d'|du", "Lévêque|Fontaine|Œuvrard|Çelik"),
    "Spanish": (
        "María José|Íñigo|Álvaro",
        "de|de la|del|de los",
        "Muñoz Pérez|Núñez|García Márquez",
    ),
    "Portuguese": ("João|Inês|Conceição", "da|dos|de|e", "Magalhães|Gonçalves|Araújo Lima"),
    "Italian": ("Niccolò|Gian Carlo|Beppe", "di|de|della|degli", "D'Annunzio|Rò|De Luca"),
    "Catalan": ("Núria|Lluís|Jordi", "i|de", "Güell|Puig|Sagarra"),
    "Romanian": ("Ștefan|Ion Luca|Ţăran", "", "Țurcanu|Brâncuși|Ioniţă"),
    "Polish": ("Łukasz|Żaneta|Stanisław J.", "", "Świątek|Źrebiec|Kowalski"),
    "Czech": ("Jiří|Šárka|Bohumil", "z", "Dvořák|Čapek|Němcová"),
    "Slovak": ("Ľubomír|Mária", "", "Štúr|Ďurica|Hviezdoslav"),
    "Hungarian": ("László|Győző|Ágnes", "", "Erdős|Szűcs|Kőrösi Csoma"),
    "Croatian": ("Đuro|Željka", "", "Šimić|Čović|Đorđević"),
    "Slovene": ("Žiga|France", "", "Prešeren|Žižek"),
    "Lithuanian": ("Žygimantas|Jūratė", "", "Šarūnas|Mačiulis"),
    "Latvian": ("Jānis|Ģirts", "", "Bērziņš|Ķēniņš"),
    "Estonian": ("Jüri|Õie", "", "Pärt|Tõnisson"),
    "Finnish": ("Väinö|Mika", "af", "Hämäläinen|Järvi"),
    "Swedish": ("Göran|Åsa", "af|von", "Öberg|Linné"),
    "Danish": ("Søren|Bjørn", "af", "Kierkegaard|Ærø"),
    "Norwegian": ("Ås|Håkon", "", "Ødegård|Bjørnson"),
    "Icelandic": ("Þórður|Guðrún", "", "Jónsdóttir|Ægisson"),
    "Turkish": ("İsmail|Çağla|Ömer", "", "Yıldız|Şahin|Gül"),
    "Azerbaijani": ("Əli|Günel", "", "Məmmədov"),
    "Vietnamese": ("Thị Hương|Đình Quân", "", "Nguyễn|Đặng|Trần"),
    "Maltese": ("Ġużè", "", "Ħaġar"),
    "Welsh": ("Rhŷs|Siân", "ap|ab", "Gwilym|Llŷr"),
    "Irish": ("Seán|Pádraig", "", "Ó Briain|Ní Dhomhnaill"),
    "Hawaiian": ("Kaʻiulani", "", "Kānekoa"),
    "Greek": ("Γιώργος|Ελένη", "", "Παπαδόπουλος|Σεφέρης"),
    "Russian": ("Иван Иванович|Юлия|Ю. А.", "", "Достоевский|Ёлкин"),
    "Ukrainian": ("Їжак|Олена", "", "Шевченко"),
    "Bulgarian": ("Иван|Цветан", "", "Вазов|Щърбанов"),
    "Armenian": ("Հովհաննես", "", "Թումանյան"),
    "Georgian": ("შოთა", "", "რუსთაველი"),
    "Hebrew": ("דוד|שרה", "", "בן־גוריון|כהן"),
    "Arabic": ("محمد|فاطمة", "", "الخوارزمي|ابن سينا"),
    "Persian": ("فروغ", "", "فرخزاد"),
    "Hindi": ("प्रेम|सुमन", "", "कुमार|चन्द"),
    "Tamil": ("இராம", "", "கிருஷ்ணன்"),
    "Thai": ("สมชาย", "", "ใจดี"),
    "Chinese": ("明|小红", "", "李|欧阳"),
    "Japanese": ("太郎|ゆき", "", "山田|サトウ"),
    "Korean": ("민수|영희", "", "김|이"),
    "LaTeX": (
        r"{\'E}lodie|J{\"u}rgen|Fran{\c{c}}ois|{\L}ukasz",
        r"de|von|{\'e}",
        r"M{\"u}ller|{\O}rsted|Erd{\H{o}}s|Mu{\~n}oz",
    ),
}
SUFFIXES = ("Jr.", "III", "Sr", "{\\relax Jr}")
GROUPS = (
    "World Bank",
    "Simon and Schuster",
    "R{\\&}D, Inc.",
    "von Neumann Institute",
    "{\\'E}cole",
)


def person(chance: Random) -> tuple[str, str]:
    """Draw the name of a person in one of BibTeX's forms; also name the form."""
    language = chance.choice(sorted(PEOPLE))
    given, particles, families = (chance.choice(each.split("|")) for each in PEOPLE[language])
    von = particles if chance.random() < 0.6 else ""
    last = f"{von} {families}".strip()
    forms = {
        "First von Last": f"{given} {last}",
        "von Last, First": f"{last}, {given}",
        "von Last, Jr, First": f"{last}, {chance.choice(SUFFIXES)}, {given}",
        "{Last}, First": f"{{{families}}}, {given}",
        "First {Last}": f"{given} {{{families}}}",
        "First~von~Last": f"{given} {last}".replace(" ", "~"),
        "odd blanks": f"  {last}  ,{given} ",
        "Last alone": families,
        "First with initial": f"{'E' if given[0] == '{' else given[0]}. {last}",
    }
    form = chance.choice(sorted(forms))
    return forms[form], f"{language}, {form}"


def ours(latex: str) -> tuple[str, str, str, str]:
    """Return given, particle, family and suffix of a name as paracite reads it."""
    name = read_one(latex.strip())
    return name.given, name.non_dropping_particle, name.family or name.literal, name.suffix


def _joined(*parts: list[str]) -> str:
    return " ".join(to_text(" ".join(word for part in parts for word in part)).split())


def by_pybtex(chance: Random, count: int) -> Iterator[Comparison]:
    """Compare with pybtex the parts of names in every form."""
    from pybtex.database import Person

    for _ in range(count):
        latex, kind = person(chance)
        them = Person(latex)
        parts = (
            _joined(them.first_names, them.middle_names),
            _joined(them.prelast_names),
            _joined(them.last_names),
            _joined(them.lineage_names),
        )
        yield Comparison(kind, latex, ours(latex), parts)


def by_bibtexparser(chance: Random, count: int) -> Iterator[Comparison]:
    """Compare with bibtexparser the parts of names in every form."""
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    for _ in range(count):
        latex, kind = person(chance)
        them = parse_single_name_into_parts(latex, strict=False)
        parts = (_joined(them.first), _joined(them.von), _joined(them.last), _joined(them.jr))
        yield Comparison(kind, latex, ours(latex), parts)


def lists(chance: Random, count: int) -> Iterator[Comparison]:
    """Compare with both how a field is cut into names: `and`, groups in braces, `others`."""
    from bibtexparser.middlewares.names import split_multiple_persons_names
    from pybtex.bibtex.utils import split_name_list

    for number in range(count):
        names = [person(chance)[0].strip() for _ in range(chance.randint(1, 5))]
        if chance.random() < 0.3:
            names.append(f"{{{chance.choice(GROUPS)}}}")
        if chance.random() < 0.3:
            names.append("others")
        value = chance.choice([" and ", " AND ", "\n  and ", " and  "]).join(names)
        split = split_name_list if number % 2 else split_multiple_persons_names
        them = [OTHERS if name == "others" else read_one(name.strip()) for name in split(value)]
        kind = "pybtex" if number % 2 else "bibtexparser"
        yield Comparison(kind, value, list(read(value)), them)


SECTIONS = {
    "names by pybtex": by_pybtex,
    "names by bibtexparser": by_bibtexparser,
    "lists of names": lists,
}
