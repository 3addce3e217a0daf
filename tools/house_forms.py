"""Labelled references in forms that no CSL style file has: `python tools/house_forms.py CORPORA` shows some.

A form is a row of segments set apart by `|`; a segment of which a value is missing is
left out.  `{A}` stands for the names in the form's own order, the other letters for the
values of `LABELS`.  Values are drawn from real records; those of works that Crossref
does not have (laws, newspapers, theses) are put together of real names and words.
"""

import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import record_pools
import synthetic_references
from record_pools import Pools

from paracite.parsing.labelled import Labelled

LABELS = {
    "A": "author", "E": "editor", "T": "title", "J": "journal", "C": "container-title", "P": "publisher", "L": "location",
    "Y": "date", "D": "date", "V": "volume", "I": "volume", "O": "issue", "pp": "pages", "N": "number", "S": "collection-title",
    "G": "genre", "U": "url", "ed": "edition", "tr": "translator", "doi": "doi", "x": "note", "np": "pages",
}  # fmt: skip
PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Form:
    """How one kind of work is printed: language of its words, order of names, the row of segments."""

    kind: str
    language: str
    names: str  #: see `NAMES`
    row: str


# family, given; how several are joined, and how the last one is
NAMES = {
    "F, G": ("{F}, {G}", "; ", "; "),
    "F, G /": ("{F}, {G}", " / ", " / "),
    "F, G/": ("{F}, {G}", "/", "/"),
    "F, I./": ("{F}, {I}", "/", "/"),
    "F, G and": ("{F}, {G}", ", ", " and "),
    "F, G und": ("{F}, {G}", ", ", " und "),
    "F, G y": ("{F}, {G}", ", ", " y "),
    "F, I.": ("{F}, {I}", ", ", ", "),
    "F, I.;": ("{F}, {I}", "; ", "; "),
    "F, I. &": ("{F}, {I}", ", ", " & "),
    "F, I. and": ("{F}, {I}", ", ", ", and "),
    "F, I. e": ("{F}, {I}", "; ", "; e "),
    "FF, I.;": ("{FF}, {I}", "; ", "; "),
    "FF, G;": ("{FF}, {G}", "; ", "; "),
    "FF G": ("{FF} {G}", ", ", " et "),
    "G FF": ("{G} {FF}", ", ", " et "),
    "F G": ("{F} {G}", ", ", " et "),
    "F I": ("{F} {i}", ", ", ", "),
    "F I.": ("{F} {I}", ", ", ", "),
    "F I;": ("{F} {i}", "; ", "; "),
    "I. F": ("{I} {F}", ", ", ", "),
    "I. F and": ("{I} {F}", ", ", " and "),
    "I. F et": ("{I} {F}", ", ", " et "),
    "I.F": ("{II} {F}", ", ", ", "),
    "G F": ("{G} {F}", ", ", ", "),
    "G F and": ("{G} {F}", ", ", ", and "),
    "G F et": ("{G} {F}", ", ", " et "),
    "G F/": ("{G} {F}", "/", "/"),
    "F I и": ("{F} {I}", ", ", ", "),
    "body": ("{F}", " & ", " & "),
}  # fmt: skip


def _forms(kind: str, text: str) -> list[Form]:
    """Read forms, one a line: language, order of names, row."""
    lines = (line.split(maxsplit=1) for line in text.strip().splitlines())
    pairs = ((language, rest.partition(" :: ")) for language, rest in lines)
    return [Form(kind, language, names.strip(), row) for language, (names, _, row) in pairs]


FORMS = [
    *_forms("article", """
de F, G / :: {A} ({Y}):| {T}.| In: {J}| {V}|,{I}|: {pp}.
de F, G / :: {A} ({Y}):| „{T}“,| in: {J}| {V}| ({I}),| {pp}.
de F, G/ :: {A} ({Y}), »{T}«,| in: {J}|, Jg. {V}|, H. {I}|, S. {pp}.
de F, I./ :: {A}, {Y}: {T}.| {J}| {V}|({I})|: {pp}.
de F, I./ :: {A} {Y}: {T},| in: {J}| {V}|, H. {I}|: {pp}.
de F, G; :: {A} ({Y}): {T}.| In: {J}|, {V}. Jg.| {I}/{Y}|, S. {pp}.
de F, G und :: {A}: {T}.| In: {J}| {V}| ({Y})|, S. {pp}.
de G F/ :: {A}, {T},| in: {J}| {V}| ({Y})|, Nr. {I}|, S. {pp}.
de F, G :: {A} ({Y}) {T}.| In: {J}|, Nr. {O}|, {pp}.
de F, I. und :: {A}, {T},| {J}| {Y}|, {pp} ff.
fr F G :: {A} ({Y}), « {T} »,| {J}|, n° {O}|, p. {pp}.
fr F, G :: {A}, « {T} »,| {J}|, vol. {V}|, n° {I}|, {Y}|, p. {pp}.
fr I. F et :: {A}, « {T} »,| {J}|, {V}|, {Y}|, p. {pp}.
fr G F et :: {A}, « {T} »,| {J}|, n° {O}|, {Y}|, pp. {pp}.
fr G FF :: {A}, « {T} »,| in {J}|, t. {V}|, {Y}|, p. {pp}.
fr FF G :: {A}, {Y}. {T}.| {J}|, {V}| ({I})|, {pp}.
es F, G y :: {A} ({Y}): “{T}”,| {J}|, {V}| ({I})|, pp. {pp}.
es F, I. &  :: {A} ({Y}). {T}.| {J}|, {V}|({I})|, {pp}.
es FF, G; :: {A}. “{T}”.| {J}|, vol. {V}|, núm. {I}|, {Y}|, p. {pp}.
it I. F and :: {A}, {T},| in «{J}»|, {V}| ({Y})|, {I}|, pp. {pp}.
it G F :: {A}, “{T}”,| {J}|, {V}|, {Y}|, pp. {pp}.
pt FF, I.; :: {A} {T}.| {J}|, {L}|, v. {V}|, n. {I}|, p. {pp}|, {Y}.
pt FF, G; :: {A}. {T}.| {J}|, {L}|, v. {V}|, n. {I}|, p. {pp}|, {D}.
pt FF, I.; :: {A} {T}.| {J}|, v.{V}|, n.{I}|, p.{pp}|, {Y}.
pt F, I. e :: {A} ({Y}). {T}.| {J}|, {V}|({I})|, {pp}.
pt F I :: {A}. {T}.| {J}.| {D};|{V}|({I})|:{pp}.
ru F I. :: {A} {T}| // {J}.| — {Y}.| — Т. {V}|, № {I}.| — С. {pp}.
ru F I. :: {A} {T}| // {J}.| – {Y}.| – № {O}.| – С. {pp}.
ru F I. :: {A} {T}| // {J}.| {Y}.| Т. {V}.| № {I}.| С. {pp}.
ru F, I. :: {A} {T}| / {Y}| // {J}.| – {Y}.| – Vol. {V}|, No. {I}.| – P. {pp}.
zh F I :: {A}. {T}[J].| {J}|, {Y}|, {V}|({I})|: {pp}.
zh F I :: {A}. {T}[J].| {J}|, {Y}|({O})|: {pp}.
zh F I :: {A}. {T} [J/OL].| {J}|, {Y}|, {V}|: {pp}.
pl F I. :: {A}, {T},| „{J}”| {Y}|, nr {O}|, s. {pp}.
pl F, I. :: {A} ({Y}). {T}.| {J}|, {V}|({I})|, {pp}.
cs FF, G; :: {A}. {T}.| {J}.| {Y}|, {V}|({I})|, {pp}.
tr F, I. and :: {A} ({Y}). {T}.| {J}|, {V}|({I})|, ss. {pp}.
id F, I. & :: {A} ({Y}). {T}.| {J}|, Vol. {V}|, No. {I}|, hal. {pp}.
en I. F :: {A},| {J}| {V}|, {pp}| ({Y}).
en I. F :: {A},| {J}| {V}|, {I}| ({Y})| {pp}.
en I.F :: {A},| {J}| {V}| ({Y})| {pp}.
en I.F :: {A}, {T},| {J}| {V}| ({Y})| {pp}.
en I. F and :: {A},| {J}| {V}|, {I}|, {pp}| ({Y}).
en I. F and :: {A}, {T},| {J}|, vol. {V}|, no. {I}|, pp. {pp}|, {D}.
en I. F and :: {A}, “{T},”| {J}| {V}|({I})|, {pp}| ({Y}).
en I. F and :: {A},| {J}| {Y}|, {V}|, {pp}.
en F, I.; :: {A}| {J}| {Y}|, {V}|, {pp}.
en F, I.; :: {A} {T}.| {J}| {Y}|, {V}| ({I})|, {pp}.
en F, I.; :: {A}, {T}.| {J}| {Y}|, {V}|, {pp}.
en F I :: {A}.| {T}.| {J}.| {D};|{V}|({I})|:{pp}.
en F I :: {A}| ({Y})| {T}.| {J}| {V}|:{pp}.
en F I :: {A}:| {T}.| {J}| {Y}|, {V}|:{pp}.
en F I :: {A}.| {T}.| {J} [Internet].| {Y}|;{V}|({I})|:{pp}.| Available from: {U}
en F, I. and :: {A}| {Y}.| {T}.| {J}| {V}|:{pp}.
en F, I. :: {A}| {Y}| {T}| {J}| {V}| {pp}
en F, I. & :: {A}| {Y}.| {T}.| {J}|, {V}|({I})|: {pp}.
en G F and :: {A},| {T},| {V} {J}| {pp}| ({Y}).
en G F and :: {A},| {T},| {V} {J}| {pp}|, {x}| ({Y}).
en G F :: {A},| ‘{T}’| ({Y})| {V}|({I})| {J}| {pp}.
en G F :: {A},| “{T}”,| {J}|, {V}|, {Y}|, pp. {pp}.
en F, G and :: {A}.| “{T}.”| {J}| {V}|, no. {I}| ({Y})|: {pp}.
en F, G and :: {A}.| {Y}.| “{T}.”| {J}| {V}|:{pp}.
en F, I. and :: {A} ({Y})| ‘{T}’,| {J}|, {V}|({I})|, pp. {pp}.
en F, I. and :: {A}| ({Y}):| {T}.| {J}|, {V}|, {pp}.
en F, I. and :: {A}|, {Y}.| {T}.| In: {J}|, Vol. {V}|, p. {pp}.
nl F, I. & :: {A} ({Y}). {T}.| {J}|, {V}|({I})|, {pp}.
"""),
    *_forms("book", """
de F, G/ :: {A} ({Y}): {T}.| {ed}. Aufl.| {L}: {P}.
de F, I./ :: {A}, {Y}: {T}.| {L}: {P}.
de F, G / :: {A} ({Y}), {T},| {L}.
de G F/ :: {A},| {T},| {L} {Y}.
de F, G und :: {A}:| {T}.| {L}: {P}| {Y}.
de F, G; :: {A} ({Y}): {T},| {P},| {L}.
de F, G/ :: {A} (Hg.) ({Y}): {T}.| {L}: {P}.
fr F, G :: {A}, {T}|, {L}|, {P}| (« {S} »)|, {Y}|, p. {pp}.
fr I. F et :: {A}, {T}|, {L}|, {P}|, {Y}|, p. {pp}.
fr G F et :: {A}, {T}|, {L}|, {P}|, {Y}.
fr G FF :: {A}, {T}|, {L}|, {P}|, {Y}|, {np} p.
fr FF G :: {A}, {Y}. {T}.| {L}|, {P}|, {np} p.
fr F G :: {A} ({Y}), {T}|, {L}|, {P}.
fr F G :: {A} ({Y}), {T}|, {P}|, {L}.
fr F, G :: {A}, {T}|, {P}|, {Y}.
fr F, G :: {A}, {T}|, trad. {tr}|, {L}|, {P}|, {Y}.
es FF, G; :: {A}. {T}.| {L}: {P}|, {Y}.
es F, G y :: {A} ({Y}): {T}|, {L}|, {P}.
es F, I. & :: {A} ({Y}). {T}.| {P}.
it I. F and :: {A}, {T}|, {P}|, {L}| {Y}|, p. {pp}.
it G F :: {A}, {T}|, {L}|, {P}|, {Y}.
pt FF, I.; :: {A} {T}.| {ed}. ed.| {L}: {P}|, {Y}.
pt FF, G; :: {A}. {T}.| Trad. {tr}.| {L}: {P}|, {Y}|. {np} p.
pt FF, I.; :: {A} {T}.| {L}: {P}|, {Y}.
pt FF, I.; :: {A} (Org.). {T}.| {L}: {P}|, {Y}.
pt F, I. e :: {A} {Y}.| {T}.| {L}|, {P}.
pt F I :: {A}. {T}.| {ed}ª ed.| {L}: {P};| {Y}.
ru F I. :: {A} {T}.| — {L}|: {P}|, {Y}.| — {np} с.
ru F I. :: {A} {T}.| {L}|: {P}|, {Y}.| {np} с.
ru F I. :: {A} {T}| / {x}.| – {L}|: {P}|, {Y}.| – {np} с.
zh F I :: {A}. {T}[M].| {L}|: {P}|, {Y}|: {pp}.
zh F I :: {A}. {T}[M].| {P}|, {Y}.
pl F I. :: {A}, {T}|, {P}|, {L}| {Y}.
cs FF, G; :: {A}. {T}.| {L}: {P}|, {Y}.
tr F, I. and :: {A} ({Y}). {T}.| {L}: {P}.
id F, I. & :: {A} ({Y}). {T}.| {L}: {P}.
en I. F and :: {A}, {T}| ({P}|, {L}|, {Y}).
en I. F and :: {A}, {T}| ({L}: {P}|, {Y})|, p. {pp}.
en I.F :: {A}, {T}|, {P}|, {L}|, {Y}.
en F, I.; :: {A} {T};| {P}: {L}|, {Y}.
en F, G and :: {A}.| {T}.| {ed}nd ed.| {L}: {P}|, {Y}.
en F, G and :: {A}.| {Y}.| {T}.| {L}: {P}.
en F, G and :: {A}.| {T}.| {P}|, {Y}.
en G F and :: {A}, {T}| ({L}: {P}|, {Y})|, {pp}.
en G F :: {A}, {T}| ({P}| {Y}).
en F, I. and :: {A}, {Y}.| {T}.| {P}|, {L}.
en F, I. and :: {A}. {Y}.| {T}.| {P}|, {L}|. {np} pp.
en F, I. & :: {A} ({Y}).| {T} ({ed}th ed.).| {P}.
en F I :: {A}. {T}.| {ed}rd ed.| {L}: {P};| {Y}.
en F I :: {A}.| ({Y}).| {T}.| ({P}: {L}).
nl F, I. & :: {A} ({Y}).| {T}.| {L}: {P}.
"""),
    *_forms("chapter", """
de F, G / :: {A} ({Y}): „{T}“, in: {E} (Hg.): {C}.| {L}: {P}|, {pp}.
de F, G/ :: {A} ({Y}), {T}, in: {E} (Hrsg.), {C}|, {L}|, S. {pp}.
de F, I./ :: {A}, {Y}: {T}. S. {pp} in: {E} (Hrsg.), {C}.| {L}: {P}.
de F, G; :: {A} ({Y}): {T}. In: {E} (Hrsg.): {C}.| {P}|, {L}|, S. {pp}.
de G F/ :: {A}, {T}, in: {E} (Hg.), {C}|, {L}| {Y}|, S. {pp}.
de F, G und :: {A}: {T}. In: {E} (Hg.): {C}.| {L}| {Y}|, {pp}.
fr F, G :: {A}, « {T} », in {E} (dir.), {C}|, {L}|, {P}|, {Y}|, p. {pp}.
fr I. F et :: {A}, « {T} », dans {E} (éd.), {C}|, {L}|, {P}|, {Y}|, p. {pp}.
fr G F et :: {A}, « {T} », in {E}, {C}|, {L}|, {P}|, {Y}|, p. {pp}.
fr F G :: {A} ({Y}), « {T} », in {E} (éds.), {C}|, {P}|, {L}|, p. {pp}.
es F, G y :: {A} ({Y}): “{T}”, en {E} (eds.), {C}|, {L}|, {P}|, pp. {pp}.
es F, I. & :: {A} ({Y}). {T}. En {E} (Ed.), {C}| (pp. {pp}).| {P}.
it G F :: {A}, {T}, in {E} (a cura di), {C}|, {P}|, {L}| {Y}|, pp. {pp}.
pt FF, I.; :: {A} {T}. In: {E} (Org.). {C}.| {L}: {P}|, {Y}|. p. {pp}.
pt FF, G; :: {A}. {T}. In: {E} (orgs.). {C}.| {L}: {P}|, {Y}|, p. {pp}.
pt F, I. e :: {A} {Y}.| {T}. In: {E} (Org.). {C}.| {L}|, {P}|. p. {pp}.
ru F I. :: {A} {T}| // {C}.| — {L}|: {P}|, {Y}.| — С. {pp}.
ru F I. :: {A} {T}| // {C}.| {L}|, {Y}.| С. {pp}.
zh F I :: {A}. {T}[C]//| {C}.| {L}|: {P}|, {Y}|: {pp}.
zh F I :: {A}. {T}[C]//| {E}. {C}.| {P}|, {Y}|: {pp}.
zh F I :: {A}. {T}[M]//| {C}.| {L}|: {P}|, {Y}|: {pp}.
pl F I. :: {A}, {T}, [w:] {C}|, red. {E}|, {L}| {Y}|, s. {pp}.
id F, I. & :: {A} ({Y}). {T}. Dalam {E} (Ed.), {C}| (hal. {pp}).| {L}: {P}.
en I. F and :: {A}, in {C}|, edited by {E}| ({P}|, {L}|, {Y})|, p. {pp}.
en I. F and :: {A}, {T}, in {C}|, {E} (eds.)|, {P}|, {L}|, {Y}|, pp. {pp}.
en I.F :: {A}, {T}, in: {E} (Eds.), {C}|, {P}|, {L}|, {Y}|, pp. {pp}.
en F, I.; :: {A} In {C};| {E}, Eds.;| {P}: {L}|, {Y}|; pp {pp}.
en F, I. and :: {A} ({Y}): {T}. In: {E} (Eds.): {C}.| {P}|, {L}|, pp. {pp}.
en F, I. and :: {A} {Y}.| {T}. In {E} (Eds). {C}.| {L}: {P}|, {pp}.
en F, G and :: {A}.| “{T}.”| In {C}|, edited by {E}|, {pp}.| {L}: {P}|, {Y}.
en F, G and :: {A}.| “{T}.”| {C}|, edited by {E}|, {P}|, {Y}|, pp. {pp}.
en F, I. & :: {A} ({Y}).| {T}. In {E} (Eds.), {C}| (pp. {pp}).| {P}.
en F I :: {A}. {T}. In: {E}, editors. {C}.| {L}: {P};| {Y}.| p. {pp}.
en F I :: {A}. {T}. In {E} ({Y}). {C}.| {L}: {P}.
en G F and :: {A}, {T}, in {C} {pp} ({E} eds., {Y}).
en G F :: {A}, ‘{T}’ in {E} (eds), {C}| ({P}| {Y}).
"""),
    *_forms("conference", """
en I. F and :: {A}, “{T},” in {C}|, {L}|, {Y}|, pp. {pp}.
en I. F and :: {A}. {T}. In {C}|, pages {pp}|, {Y}.
en I. F and :: {A}: {T}, in {C}|, {S}|, Vol. {V}|, {P}|, {Y}|, pp. {pp}.
en F, I. and :: {A}: {T}. In: {C}.| {S}|, vol. {V}|, pp. {pp}.| {P}| ({Y})
en F, I. and :: {A} ({Y}).| {T}. In {C}| (pp. {pp}).| {P}.
en F, G and :: {A}.| {Y}.| {T}. In {C}.| {P}|, {pp}.
en F I :: {A}. {T}. {C};| {D};| {L}.
en G F and :: {A}.| {T}.| In {C}|, {Y}.
zh F I :: {A}. {T}[C]//| {C}.| {P}|, {Y}|: {pp}.
zh F I :: {A}. {T}[C]//|{C}.| {Y}|: {pp}.
pt FF, I.; :: {A} {T}. In: {C}|, {Y}|, {L}.| Anais...| {L}: {P}|, {Y}|. p. {pp}.
de F, I. und :: {A}: {T}, in: {C}|, {L}|, {Y}|, S. {pp}.
fr F, I. :: {A} ({Y}). {T}. Dans {C}| (p. {pp}).| {L}.
"""),
    *_forms("newspaper", """
en F, G and :: {A}. "{T}."| {J}|, {D}.
en F, G and :: {A}.| {Y}.| “{T}.”| {J}|, {D}.| {U}
en F, I. & :: {A} ({D}).| {T}.| {J}.| {U}
en G F :: {A}, “{T}”,| {J}|, {D}|, p. {pp}.
en G F and :: {A}, {T},| {J}|, {D}|, at {pp}.
en I. F :: {A}, {T},| {J}| ({D}).
en none :: {T}.| {J}|, {D}.| {U}
en none :: “{T}”,| {J}|, {D}.
en F I :: {A}. {T}. {J}.| {D}.
pt FF, I. :: {A} {T}.| {J}|, {L}|, {D}|, p. {pp}.
pt FF, G; :: {A}. {T}.| {J}|, {D}.| Disponível em: {U}.
pt none :: {T}.| {J}|, {L}|, {D}.
es FF, G; :: {A}. {T}.| {J}|, {D}.
es none :: {T}.| {J}|, {D}.
es F, G y :: {A} ({D}): “{T}”,| {J}.
de F, G :: {A} ({Y}): {T}.| In: {J}|, {D}|, S. {pp}.
de G F :: {A}, {T},| in: {J}|, {D}.
de none :: {T}.| In: {J}| vom {D}.
fr G F et :: {A}, « {T} »,| {J}|, {D}.
fr F, G :: {A}, « {T} »,| {J}|, {D}|, p. {pp}.
it G F :: {A}, {T},| in «{J}»|, {D}.
ru F I. :: {A} {T}| // {J}.| — {D}.
zh F I :: {A}. {T}[N].| {J}|, {D}|({pp}).
"""),
    *_forms("web", """
en body :: {A}.| {T}.| Available from: {U}
en body :: {A} ({Y}).| {T}.| Retrieved from {U}
en body :: {A}.| {Y}.| {T}.| {U}.
en body :: {A}, “{T}”,| {D}|, <{U}>.
en body :: {A}. {T} [Internet].| {L}: {P};| {Y}.| Available from: {U}
en none :: {T}.| {U}.
en none :: "{T}".| {C}.| {U}
en F, G and :: {A}.| {Y}.| “{T}.”| {C}|, {D}.| {U}.
en F, I. & :: {A} ({D}).| {T}.| {C}.| {U}
en G F :: {A}, {T},| {C}| ({D})|, {U}.
en body :: {A}.| {T}|, {Y}.| URL {U}.
en F I :: {A}.| {T}.| {C}.| {D}.| {U}
pt FFbody :: {A}.| {T}.| Disponível em: {U}.
pt FFbody :: {A}.| {T}.| {L}|, {Y}.| Disponível em: <{U}>.
pt FF, I.; :: {A} {T}.| {C}|, {D}.| Disponível em: {U}.
es body :: {A} ({Y}).| {T}.| Recuperado de {U}
es body :: {A}. {T}.| Disponible en: {U}
de body :: {A} ({Y}): {T}.| {U}.
de body :: {A}: {T}.| Online verfügbar unter {U}.
de F, G :: {A} ({Y}): {T}.| URL: {U}.
fr body :: {A} ({Y}).| {T}.| Repéré à {U}
fr body :: {A}, « {T} »,| {D}|, {U}.
fr FF G :: {A}, {Y}. {T}.| [en ligne] {U}
it body :: {A}, {T}|, {Y}|, {U}.
ru body :: {A}. {T} [Электронный ресурс].| — URL: {U}.
ru none :: {T} [Электронный ресурс].| – Режим доступа: {U}.
zh body :: {A}. {T}[EB/OL].| ({D}).| {U}.
nl body :: {A} ({Y}). {T}.| Geraadpleegd van {U}
cs body :: {A}. {T} [online].| {Y}.| Dostupné z: {U}
pl body :: {A}, {T}|, {Y}|, {U}.
id body :: {A}. ({Y}). {T}.| Diakses dari {U}
"""),
    *_forms("report", """
en body :: {A} ({Y}).| {T}.| {L}: {P}.
en body :: {A}.| {T}.| {L}: {P};| {Y}.
en body :: {A}, {T}| ({L}|, {Y}).
en body :: {A} {Y}.| {T}.| {G} {N}.| {P}|, {L}.
en body :: {A}, {Y}.| {T}.| {S} No. {N}.| {P}.
en body :: {A}. {T}.| {G}|, {P}|, {Y}.
en I. F and :: {A}, “{T},”| {P}|, {L}|, {G} {N}|, {Y}.
en I. F and :: {A}, {T}|, {G} {N}| ({P}|, {Y}).
en F, I. and :: {A} ({Y}): {T}.| {S} {N}|, {P}|, {L}.
en F, I. & :: {A} ({Y}).| {T} ({G} No. {N}).| {P}.
en F, G and :: {A}.| {Y}.| “{T}.”| {S} {N}.| {P}.
pt FFbody :: {A}.| {T}.| {L}: {P}|, {Y}.
pt FFbody :: {A}.| {T}.| {L}|, {Y}.
pt body :: {A}.| {T}.| {L}: {P};| {Y}.
pt F, I. e :: {A} ({Y}).| {T}.| {P}.| ({S}, {N})
es body :: {A} ({Y}).| {T}.| {L}|, {P}.
es FFbody :: {A}.| {T}.| {L}: {P}|, {Y}.
fr FFbody :: {A}. ({Y}).| {T}.| {L} : {P}.
fr body :: {A}, {T}|, {L}|, {P}|, {D}.
de body :: {A} ({Y}): {T}.| {L}.
de body :: {A} (Hg.): {T}.| {L}| {Y}.
de body :: {A}: {T}.| {G}|, {L}|, {Y}
ru body :: {A}. {T}.| — {L}|: {P}|, {Y}.| — {np} с.
zh F I :: {A}. {T}[R].| {L}|: {P}|, {Y}.
"""),
    *_forms("thesis", """
en F, I. & :: {A} ({Y}).| {T} ({G}).| {P}.
en F, I. and :: {A} {Y}.| {T}.| {G}|, {P}|, {L}.
en F, G and :: {A}.| “{T}.”| {G}|, {P}|, {Y}.
en I. F :: {A}, {T}|, {G}|, {P}| ({Y}).
en I. F :: {A}, “{T},”| {G}|, {P}|, {L}|, {Y}.
en F I :: {A}. {T} [{G}].| {L}: {P};| {Y}.
pt FF, I. :: {A} {T}.| {Y}.| {np} f.| {G}| – {P}|, {L}|, {Y}.
pt FF, G; :: {A}. {T}.| {G}| – {P}|, {L}.| {Y}.
pt F, I. e :: {A} {T}.| {L}: {P}|, {Y}.| {np}p.| {G}
es FF, G; :: {A}. {T}.| {G}.| {P}|, {L}|, {Y}.
es F, I. & :: {A} ({Y}).| {T} [{G}].| {P}.
fr F, G :: {A}, {T}|, {G}|, {P}|, {Y}.
fr FF G :: {A} {Y}. {T}.| {G}|, {P}|, {np} p.
de F, G :: {A} ({Y}): {T}.| {G}|, {P}.
de F, I. :: {A}: {T}.| {G}|, {P}|, {L}|, {Y}.
de F, G :: {A}: {T}.| {L}| {Y} ({G}|, {P}).
it G F :: {A}, {T}|, {G}|, {P}|, {Y}.
ru F I. :: {A} {T}: {G}.| — {L}|, {Y}.| — {np} с.
zh F I :: {A}. {T}[D].| {L}|: {P}|, {Y}.
id F, I. & :: {A} ({Y}). {T}.| {G}.| {P}.
"""),
    *_forms("rfc", """
en F, I. and :: {A}, “{T}”, {S} {N}|, {D}.
en F, I. and :: {A}, "{T}", {S} {N}|, DOI {doi}|, {D}|, <{U}>.
en I. F and :: {A}. {T}. {S} {N}|, {D}.
en I. F and :: {A}, “{T},” {S} {N}|, {P}|, {D}.
"""),
    *_forms("standard", """
en none :: {N}.| {T}.| {P}|, {L}|, {Y}.
en none :: {N}, “{T},”| {P}|, {Y}.
en body :: {A}| ({Y}).| {T} ({N}).| {L}: {P}.
en body :: {A}.| {N}: {T}.| {L}|, {Y}.
pt FFbody :: {A}.| {N}: {T}.| {L}|, {Y}.
de none :: {N}: {T}.| {L}: {P}|, {Y}.
zh body :: {A}. {T}: {N}[S].| {L}|: {P}|, {Y}.
ru none :: {N}. {T}.| — {L}|: {P}|, {Y}.
"""),
]  # fmt: skip
PER_FORM = 30
MOST_NAMES = 7


def references(pools: Pools, seed: int) -> Iterator[Labelled]:
    """Yield references in every form; the same pools and seed give the same ones."""
    chance = random.Random(seed)  # noqa: S311  reproducible choice, no secret
    for form in FORMS:
        for _ in range(PER_FORM):
            yield printed(form, _drawn(pools, form, chance), chance)


def _drawn(pools: Pools, form: Form, chance: random.Random) -> record_pools.Values:
    full = "G" in form.names
    return record_pools.values(pools, form.kind, form.language, chance, full=full)


def printed(form: Form, values: record_pools.Values, chance: random.Random) -> Labelled:
    """Print a record in a form; its parts are labelled as other training data are."""
    texts = dict(values.texts)
    if form.names != "none":
        texts["A"] = names(form.names, values.authors, chance)
    if values.editors:
        order = form.names if form.names in NAMES and form.names != "body" else "I. F and"
        texts["E"] = names(order, values.editors, chance)
    text, labels = "", list[str]()
    for segment in form.row.split("|"):
        wanted = PLACEHOLDER.findall(segment)
        if not all(texts.get(name) for name in wanted):
            continue
        at = 0
        for match in PLACEHOLDER.finditer(segment):
            between, value = segment[at : match.start()], texts[match[1]]
            text += between + value
            labels += [""] * len(between) + [LABELS[match[1]]] * len(value)
            at = match.end()
        text += segment[at:]
        labels += [""] * (len(segment) - at)
    return tuple(
        synthetic_references.filled_parts(text, labels, {"page": values.texts.get("pp", "")})
    )


def names(order: str, people: Sequence[tuple[str, str]], chance: random.Random) -> str:
    """Print names, each a family and a given name, in an order of `NAMES`."""
    if order.endswith("body"):
        listed = [family.upper() if order == "FFbody" else family for family, _ in people]
        return listed[0]
    pattern, joined, last = NAMES.get(order) or NAMES["F, G"]
    shown = [_name(pattern, family, given) for family, given in people[:MOST_NAMES]]
    if len(shown) > 3 and chance.random() < 0.5:
        return joined.join(shown[: chance.randint(1, 3)]) + chance.choice(
            (" et al.", ", et al.", " u. a.")
        )
    return joined.join(shown[:-1]) + last + shown[-1] if len(shown) > 1 else shown[0]


def _name(pattern: str, family: str, given: str) -> str:
    letters = [word[0].upper() for word in re.split(r"[\s.-]+", given) if word]
    forms = {"F": family, "FF": family.upper(), "G": given, "I": " ".join(f"{a}." for a in letters)}
    return pattern.format(**forms, II="".join(f"{a}." for a in letters), i="".join(letters))


if __name__ == "__main__":
    for number, parts in enumerate(references(record_pools.pools(*map(Path, sys.argv[1:])), 1), 1):
        if number % 15 == 0:
            print(" ".join(f"<{part.label}>{part.text}" for part in parts))
