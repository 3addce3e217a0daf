"""Notes: signals, several works in one number, and short forms of works cited before."""

import pytest

from paracite.parsing import notes

A = "Bruce Snell, Mining for Pirates, 11 Ethics & Info. Tech. 29, 39–40 (2009)"
B = "Oscar Grant, Reasons for Placing Limits on Systems, 4 Port L. Rev. 3 (2011)."
SIGNALS = [
    "See ", "See also ", "See generally ", "See, e.g., ", "Cf. ", "But see ", "Accord ", "E.g., ", "Vgl. ", "Vgl. auch ", "Siehe ", "Siehe etwa ",
    "Voir ", "Voir aussi ", "Cfr. ", "Véase ", "Véase también ", "Ver ", "Zie ", "Si veda ", "См. ", "Por todos, ", "Zob. ",
]  # fmt: skip
SHORT = [
    "Ibid.", "Ibid., 45.", "Id. at 12.", "Ibidem, p. 3", "Idem, S. 4.", "Op. cit., p. 4.", "Lee, op. cit., p. 45.", "Snell, supra note 31, at 40.",
    "See infra Part I.B.", "See supra text accompanying notes 3-5.", "Ebd., S. 12.", "Ebenda.", "Lee, a. a. O., S. 4.", "Dupont, précité, p. 12.",
    "Lee (n 5) 12.", "Loc. cit.", "Там же, с. 5.", "Lee, above n 3, 45.", "Rossi, cit., p. 12.",
]  # fmt: skip
OTHER = [
    "External links", "Main page", "We use the word in its older sense.", "Have an environment active.", "Thanks to all who helped us with this.",
    "The adults that were caught in the north were kept in a box, which was cold.", "Description:", "Table of Cases",
]  # fmt: skip
WEAK = [
    "Danmarks Statistik, 2003a: Danmark i tal. Kopenhagen.", "Cai M L. Realizing experiments with a trapped-ion system[D].", "狄葆贤. 平等阁笔记[M]. 上海: 有正书局.",
    "R v Coggan [1978] QB 311", "Harbour Act 2003 sch 5", "Lee, K. Towns.", "“What is a town?” Things.", "See, J. (2001). Seeing. Things, 3, 4.",
    "ISO 690:2010", "Home. https://example.org/a", "Smith J, Lee K. Towns and their rivers. Press; n.d.", "Idem, K. (2004). A title. Things, 3.",
]  # fmt: skip


@pytest.mark.parametrize("signal", SIGNALS)
def test_a_signal_is_no_part_of_a_work(signal: str) -> None:
    assert notes.are_notes([A, signal + B])
    assert notes.cited(f"12. {signal}{A}.", notes=True).works == (f"12. {A}.",)


@pytest.mark.parametrize("signal", ["", "see also ", "cf. ", "but see "])
def test_a_note_may_cite_several_works(signal: str) -> None:
    assert notes.cited(f"31. {A}; {signal}{B}", notes=True).works == (f"31. {A}", B)
    assert notes.cited(f"31. {A}; {signal}{B}", notes=False).works == (f"31. {A}; {signal}{B}",)


def test_authors_between_semicolons_are_no_works() -> None:
    text = "SILVA, J.; SOUZA, A.; LIMA, K. O mar e a terra; uma leitura. Revista, v. 3, 2001."
    assert notes.cited(text, notes=True).works == (text,)


@pytest.mark.parametrize("short", SHORT)
@pytest.mark.parametrize("label", ["", "32. ", "[4] "])
def test_a_short_form_is_left_out_and_said(label: str, short: str) -> None:
    found = notes.cited(label + short, notes=True)
    assert (found.works, found.left_out, found.why) == ((), short, "cites a work again")
    assert notes.are_notes([A, label + short])


@pytest.mark.parametrize("text", OTHER)
def test_what_is_no_reference_is_said(text: str) -> None:
    found = notes.cited(text, notes=False)
    assert (found.works, found.left_out) == ((), text)


@pytest.mark.parametrize("text", WEAK)
def test_a_reference_of_few_signs_is_one(text: str) -> None:
    assert notes.cited(text, notes=False).works == (text,)
    assert not notes.are_notes([text])


@pytest.mark.parametrize("form", ["({}) ", "({})", "{}) "])
@pytest.mark.parametrize("label", ["", "1. ", "[12] "])
def test_lettered_works_of_one_number(label: str, form: str) -> None:
    works = ("H. Schmid (ed.), Progress (Wiley, Essex, 1998).", "T. V. Chow (2003). Top. Catal. 22, 25.", "M. Vald (1999). Science 283, 1647.")  # fmt: skip
    text = label + " ".join(
        form.format(letter) + work for letter, work in zip("abc", works, strict=True)
    )
    assert notes.cited(text, notes=False).works == works


@pytest.mark.parametrize(
    "text",
    [
        "Lee, K. Of (a) Towns and (b) Rivers. Press, 2001.", "Lee, K. (2001a) Towns. Press.", "(a) Lee, K. Towns. Press, 2001.",
        "(a) Lee, K. Towns. Press, 2001. (c) Roe, J. Rivers. Press, 2002.",
    ],
)  # fmt: skip
def test_letters_that_do_not_count_up_cut_nothing(text: str) -> None:
    assert len(notes.cited(text, notes=False).works) == 1
