"""When and where a work was looked at, as lists in many languages print it.

`Retrieved May 5, 2010, from`, `Acesso em: 9 ago. 2022`, `[cited 2020 Jul 12]`, `Дата
обращения: 05.03.2021`: words of the list, not of the work, so they are taken out before
anything is guessed.
"""

import re

from paracite.fields import dates
from paracite.reference import Date

# What stands before the day on which the work was looked at.
LOOKED_AT = (
    r"(?:last |date )?(?:retrieved|accessed|viewed|visited|consulted|cited|checked|downloaded)"
    r"|(?:last |date of |latest )?access(?: date)?(?= ?:| on\b| in\b| \d| [A-Z][a-z]{2})|last (?:visit|update)"
    r"|(?:data de |último |ultimo )?acess(?:o|ado|ada|ed)|[úu]ltim[oa] (?:acceso|accesso|consulta|visita)|acced(?:é|e)(?:e|s)? le|accesso"
    r"|(?:fecha de |data (?:de |della )?)?(?:consulta|consultado|consultada|consultat[oai])|consult[ée]e?s?|recuperado|recup[ée]r[ée]|citado|visitado|visitato"
    r"|(?:zuletzt |letzter |letztmals |letzte )?(?:abgerufen|zugriff(?:en)?|zugegriffen|abruf(?:datum)?|aufgerufen|aufruf|eingesehen|besucht|gepr[üu]ft|abfrage|zugang)"
    r"|(?:laatst )?(?:geraadpleegd|bekeken|bezocht)|(?:hämtad|hämtat|besökt|läst|hentet|lest|besøgt|tilgået|lokaliseret|viitattu|luettu|haettu)"
    r"|dost[ęe]p|data dost[ęe]pu|(?:cit|pristup|pristupljeno|preuzeto|dostopano|navedeno|citováno|citov[aá]no|megtekint[ée]s|let[öo]lt[ée]s|hozz[áa]f[ée]r[ée]s|accesat|vizitat)(?:ve)?"
    r"|eri[şs]im(?: tarihi)?|diakses|diunduh|dicapai|truy cập|дата (?:обращения|звернення|доступа|просмотра)|(?:дата )?звернення|обращение|прочитано|πρόσβαση"
    r"|閲覧日|最終閲覧日?|参照日?|访问日期|引用日期|检索日期|存取日期|접속일|검색일"
)
SMALL = r"(?:on|in|am|den|le|el|em|op|il|la|den|tanggal|pada|ngày|d\.|у|the|dia|del|día)"
YEAR = r"(?:19|20)\d\d"
MONTH = r"[^\W\d_]{3,11}\.?"
NUMERIC = rf"\d\d?\s?[./-]\s?\d\d?\s?[./-]\s?(?:{YEAR}|\d\d\b)|{YEAR}\s?[./-]\s?\d\d?(?:\s?[./-]\s?\d\d?)?|{YEAR}年\s?\d+月(?:\s?\d+日)?|\d\d?/{YEAR}"
SPELLED = (
    rf"\d{{1,2}}(?:st|nd|rd|th|er|º|°|\.)?(?:\s?de)?[\s/-]*{MONTH}(?:\s?del?)?[\s,/-]*{YEAR}"
    rf"|(?:{MONTH},?\s)?{MONTH}\s?\d{{1,2}}(?:st|nd|rd|th)?\s?,?\s?{YEAR}"
    rf"|{YEAR},?\s{MONTH}\s?(?:\d{{1,2}}\b)?|{MONTH}(?:\s?del?)?[\s/,]*{YEAR}|\d{{1,2}}\s{MONTH}(?!\w)|{YEAR}\s\d{{3,4}}"
)
ALONE = rf"{YEAR}(?=[)\].\s]*(?:$|https?:|www\.))"  #: a year is a day's only where nothing follows
DAY = rf"(?P<date>{NUMERIC}|{SPELLED}|{ALONE})"
AROUND = r"[\s,;.:–—-]*[(\[<{（]?\s*"
BEHIND = r"(?:\s?г\.)?(?=[\s)\].,;:>}）]|$)[)\].,:>}）]*(?:,?\s*(?:from|at|de|dari|von|van|en|da)\b:?(?=\s*[<(\[]?(?:https?:|www\.|ftp:|$)))?"
ACCESS = re.compile(
    rf"{AROUND}(?<![^\W_])(?:{LOOKED_AT})\b[\s.:：]*(?:{SMALL}[\s:]+)*{DAY}{BEHIND}", re.IGNORECASE
)
# In Japanese and Korean the word stands behind the day.
ACCESS_BEHIND = re.compile(
    rf"{AROUND}{DAY}\s*(?:に)?(?:閲覧|最終閲覧|アクセス|参照|取得|访问|查阅|检索|확인|접속|검색)[)\]）。．.]*"
)
GB_ACCESS = re.compile(r"(?<=[/\])）.。\w])\s*\[\s*(?P<date>(?:19|20)\d\d-\d\d?-\d\d?)\s*\]")
GB_ONLINE = re.compile(r"\[[A-Z]{1,2}/OL\]")
SIGNS_OF_A_DAY = re.compile(r"(?<=\d)\s?[年月日./-]\s?(?=\d|$)")
# A text with none of these, in small letters, does not say when it was looked at.
STEMS = """
    retriev access view visit cons cited check download last acess acesso acced accesso recup citado abgeruf zugriff
    zugegriff abruf aufger aufruf eingeseh besucht geprüft gepruft abfrage zugang geraadpl bekeken bezocht hämtad hämtat
    besök läst hentet lest besøgt tilgået lokalis viitattu luettu haettu dost cit prist preuz navede megtek letölt letolt
    hozz vizitat erişim erisim diakses diunduh dicapai truy дата звернення обращение прочитано πρόσβαση 閲覧 参照 访问 引用
    检索 存取 查阅 取得 アクセス 접속 검색 확인 /ol]
""".split()  # noqa: SIM905  a column of words is easier to read
# What stands before an address, with nothing between.
WHERE = re.compile(
    r"[\s,;.(\[<–—-]*(?:\[online\][.,;]?\s*|\bonline[.:,]?\s*)?"
    r"\b(?:stable\s+url|url|uri|link|links?|website|web|site|webpage|homepage|(?:retrieved|available|accessed|access|accessible|viewed|downloaded|"
    r"diunduh|diakses|disponible|dispon[ií]ve(?:l|is)|disponibile|abgerufen|abrufbar|verf[uü]gbar|einsehbar|zug[aä]nglich|online verf[üu]gbar|"
    r"erh[aä]ltlich|recuperado|extra[ií]do|obtido|consult[eéa](?:e|do|ble|ble)?|tersedia|dostupn[eéoy]|dost[eę]pn[eya]|dostopno|pristupno|obtenido|"
    r"online|en ligne|en l[ií]nea|em linha|zugriff|hämtad|tillg[äa]nglig|tilg[jæ]+ngelig|saatavilla|saatavissa|beschikbaar|geraadpleegd|eri[şs]im|adres|"
    r"elérhető|disponibil|acesso|acessado|vollversion|internet|quelle|source|full text|pdf)"
    r"(?:\s+\w{2,10}){0,3}?(?:\s+(?:from|at|on|en|em|in|unter|auf|via|through|under|von|de|dari|di|pada|sur|su|a|fra|från|på|z|na|ze|pod|op|adresinden|adresi))?"
    r"|режим доступу?а?|url-адрес|доступно(?: на)?|доступ|取自|网址|入手先|検索元|접속)\s*:?\s*[<\[(]*$",
    re.IGNORECASE,
)


def without(text: str) -> tuple[str, Date | None]:
    """Take out when a work was looked at; None where it is not said.

    >>> without("Lee, K. Titel. Zuletzt abgerufen am 12.03.2019.")[0]
    'Lee, K. Titel.'
    """
    said = text.lower()
    if not any(stem in said for stem in STEMS):
        return text, None
    forms = (ACCESS, ACCESS_BEHIND, *((GB_ACCESS,) if GB_ONLINE.search(text) else ()))
    for form in forms:
        for match in form.finditer(text):
            date = dates.printed(SIGNS_OF_A_DAY.sub("-", match["date"]).rstrip("-"))
            if date and match.start():
                return _joined(text[: match.start()], text[match.end() :]), date
    return text, None


def _joined(before: str, behind: str) -> str:
    """Put together what stood around the words that were taken out."""
    before, behind = before.rstrip(), behind.lstrip(" .)]>")
    if behind[:1] in (";", ","):
        return f"{before.rstrip('.;,')}{behind}"
    stop = "" if before[-1:] in (*".,;:?!",) else "."
    return f"{before}{stop} {behind}".strip()
