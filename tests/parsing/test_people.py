"""Lists of names as whole lists print them, and bodies told from persons."""

import pytest

from paracite.parsing import people

LISTS = {
    "Keller, Anna / Brandt, Jonas / Voss, Peter": ["Keller", "Brandt", "Voss"],
    "Wetzels, P./Enzmann, D./Pfeiffer, C.": ["Wetzels", "Enzmann", "Pfeiffer"],
    "Jones A/Smith B/Clark C": ["Jones", "Smith", "Clark"],
    "Moura SAV, Costa MRF da, Toski BRGO": ["Moura", "Costa", "Toski"],
    "Ahmed T, Hossain M and Sanin K": ["Ahmed", "Hossain", "Sanin"],
    "Thorbek P., and Bilde T.": ["Thorbek", "Bilde"],
    "Meyer A, Van de Peer Y.": ["Meyer", "Van de Peer"],
    "Hobcraft JN; McDonald JW": ["Hobcraft", "McDonald"],
    "Fried, F.; Silvano, A. P.; e Barros, A.": ["Fried", "Silvano", "Barros"],
    "FARIAS, Ana Lúcia Reis da": ["FARIAS"],
    "SILVA, M. da; COSTA, J. P. dos; REIS, A.": ["SILVA", "COSTA", "REIS"],
    "Newton IS": ["Newton"],
    "张伟,王磊,李军.": ["张伟", "王磊", "李军"],
    "林志远、何建国（2011）": ["林志远", "何建国"],
    "张三和李四": ["张三", "李四"],
    "扬奎斯特、萨金特著": ["扬奎斯特", "萨金特"],
    "Vuitton DA, McManus DP, World Association of Ice": [
        "Vuitton",
        "McManus",
        "World Association of Ice",
    ],
}


@pytest.mark.parametrize("printed", LISTS)
def test_families(printed: str) -> None:
    assert [name.family or name.literal for name in people.read(printed)] == LISTS[printed]


def test_particle_behind_is_kept_apart() -> None:
    [name] = people.read("Costa MRF da")
    assert (name.family, name.given, name.dropping_particle) == ("Costa", "M. R. F.", "da")


def test_particle_before_is_kept_apart() -> None:
    name = people.read("van den Berg JK, Lee P Jr")[0]
    assert (name.non_dropping_particle, name.family, name.given) == ("van den", "Berg", "J. K.")


@pytest.mark.parametrize(
    "printed", ["林志远, 何建国, 等", "赵一一, 钱二, et al.", "Lee K, Ode A, et al."]
)
def test_names_left_out(printed: str) -> None:
    assert len(people.read(printed)) == 3
    assert people.read(printed)[-1].literal == "others"


BODIES = [
    "World Health Organization",
    "SAC Consulting",
    "U.S. Food and Drug Administration",
    "KSP Policy Consultation III",
    "Office for Statistics",
    "Banco Central do Brasil",
    "I.C.M.R.",
    "News From Science",
    "MINAS GERAIS (Estado). Secretaria da Saúde",
]
PERSONS = [
    "Tony BURNARD",
    "Hee-Jin Han",
    "Gabriel García Márquez",
    "Miguel de Cervantes",
    "L’HOSTIS Eléonore",
    "VERBEECK-BOUTIN Muriel",
    "J E Meyers",
    "Afaf Lutfi al-Sayyid Marsot",
    "LI Wei",
    "Peter Strong",
    "Sluys R, Kawakatsu M",
    "Smith and Jones",
]


@pytest.mark.parametrize("printed", BODIES)
def test_body_is_one_name(printed: str) -> None:
    [name] = people.read(printed)
    assert name.literal.rstrip(".") == printed.rstrip(".")


@pytest.mark.parametrize("printed", PERSONS)
def test_person_is_no_body(printed: str) -> None:
    assert not people.is_body(printed)


def test_bodies_of_han_letters_are_cut_where_a_body_ends() -> None:
    found = people.read("云南省企业联合会, 云南省企业家协会和云南民族新闻文化发展研究院")
    assert [name.literal for name in found] == [
        "云南省企业联合会",
        "云南省企业家协会",
        "云南民族新闻文化发展研究院",
    ]
    [one] = people.read("全国信息与文献工作标准化技术委员会")
    assert one.literal == "全国信息与文献工作标准化技术委员会"


@pytest.mark.parametrize(
    ("printed", "given"),
    [
        ("Smith AB, Jones CD", "A. B."),
        ("Smith ABCD", "A. B. C. D."),
        ("Smith, AB; Jones, C", "A. B."),
        ("Öztürk ŞÜ, Ay B", "Ş. Ü."),
        ("Иванов АБ, Петров ВГ", "А. Б."),
        ("Smith A, Jones B", "A"),
        ("Smith, Anna", "Anna"),
    ],
)
def test_initials_written_together_are_each_an_initial(printed: str, given: str) -> None:
    """A style that shortens given names takes the first of `AB` alone."""
    assert people.read(printed)[0].given == given
