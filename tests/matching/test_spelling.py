"""Two words: one in another spelling or with a slip, or two that look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.matching.spelling import american, is_spelling

ONE = [
    *("behavior/behaviour", "tumor/tumour", "center/centre", "anemia/anaemia", "edema/oedema"),
    *("pediatric/paediatric", "esophagus/oesophagus", "etiology/aetiology", "sulfur/sulphur"),
    *("program/programme", "catalog/catalogue", "organized/organised", "analyzed/analysed"),
    *("labeling/labelling", "hemoglobin/haemoglobin", "fetus/foetus", "geographic/geographical"),
    *("randomization/randomisation", "patient/patients", "therapy/therapies", "gray/grey"),
    *("diplomacy/dipolmacy", "conduct/condcut", "federalism/fderalism", "migration/migratoin"),
    *("self/slf", "code/cod", "body/boy"),  # a letter left out
    *("learning/leaming", "elderly/e1derly", "oral/0ral", "clinical/dinical", "our/0ur"),  # misread
    *("second/2", "second/2nd", "iii/3", "three/3", "erster/1"),
]
TWO = [
    *("hypertension/hypotension", "resistant/sensitive", "male/female", "cats/rats", "mice/rice"),
    *("light/right", "typical/atypical", "symmetric/asymmetric", "afferent/efferent"),
    *("invasive/noninvasive", "methanol/ethanol", "nitrate/nitrite", "sulfate/sulfite"),
    *("prednisone/prednisolone", "microvascular/macrovascular", "hypothermia/hyperthermia"),
    *("intracellular/extracellular", "intercellular/intracellular", "absorption/adsorption"),
    *("prospective/perspective", "prenatal/perinatal", "preoperative/postoperative"),
    *("bronchitis/bronchiolitis", "neuritis/neurosis", "homozygous/hemizygous", "ii/iii", "v/iv"),
    *("men/man", "cd4/cd8", "2010/2011", "covid19/covid20", "il17a/il17f", "h1n1/h3n2", "a/b"),
    *("causal/casual", "perineal/peroneal", "second/3", "iv/5", "2/12", "10/lo", "", "/word"),
]


@pytest.mark.parametrize("pair", ONE)
def test_one_word_in_two_spellings(pair: str) -> None:
    a, b = pair.split("/")
    assert is_spelling(a, b)
    assert is_spelling(b, a)


@pytest.mark.parametrize("pair", TWO)
def test_two_words_that_look_alike(pair: str) -> None:
    a, _, b = pair.partition("/")
    assert not is_spelling(a, b) or a == b
    assert not is_spelling(b, a) or a == b


@pytest.mark.parametrize(
    ("word", "american_word"),
    [("colour", "color"), ("organisation", "organization"), ("haem", "hem"), ("cell", "cel")],
)
def test_one_spelling_of_two(word: str, american_word: str) -> None:
    assert american(word) == american_word


@given(st.text("abceghilmnorstu", min_size=8, max_size=14), st.integers(1, 7))
def test_a_letter_left_out_within_a_long_word_is_a_slip(word: str, at: int) -> None:
    cut = word[:at] + word[at + 1 :]
    assert is_spelling(word, cut) or cut[0] != word[0] or _known_as_two(word, cut)


def _known_as_two(a: str, b: str) -> bool:
    """Return whether both begin or end as opposites and other substances do."""
    stem = 4
    return a[-stem:] == b[-stem:] or a[:3] == b[:3]
