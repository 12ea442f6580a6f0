"""What can be a name, and what an author may have meant with a word that cannot."""

from __future__ import annotations

import re
import unicodedata

from lark import Token

from soco_rules.parser.flaw import Flaw
from soco_rules.parser.flaw import shown

RESERVED = frozenset(
    [
        "als",
        "anders",
        "dan",
        "de",
        "deze",
        "door",
        "een",
        "en",
        "gedeeld",
        "het",
        "is",
        "ja",
        "nee",
        "niet",
        "of",
        "op",
        "van",
        "afgerond",
        "centen",
        "eerste",
        "hele",
        "hoogste",
        "laagste",
        "laatste",
        "meer",
        "minder",
        "minste",
        "som",
        "ten",
        "toepassing",
        "tussen",
        "dag",
        "dagen",
        "jaar",
        "jaren",
        "maand",
        "maanden",
        "week",
        "weken",
    ]
)
"""The words of the language itself, which no agreement may use as a name; `geen` is also an outcome of many a keuze."""

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_RESERVED_REMEDIES = {
    "een": "schrijf 'is een van (a, b)' of 'is geen van (a, b)'; laat het woord anders weg",
    "de": "laat het lidwoord weg",
    "het": "laat het lidwoord weg",
}


def has_form_of_name(word: str) -> bool:
    """Whether a word has the letters and signs of a name."""
    return _NAME.fullmatch(word) is not None


def suggested_name(text: str) -> str:
    """The name that is most like a text; empty where nothing of it can be in a name."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"\W+", "_", plain).lstrip("_0123456789").rstrip("_")


def name_flaw(word: Token) -> Flaw | None:
    """Why this word of an expression cannot be a name, if it cannot."""
    start, end = word.start_pos or 0, word.end_pos or 0
    small = word.lower()
    if small in RESERVED:
        message = f"'{shown(word)}' is een woord van de taal en geen naam"
        return Flaw(start, end, message, _RESERVED_REMEDIES.get(small, "schrijf hier een naam of een waarde"))
    if has_form_of_name(word):
        return None
    message = f"'{shown(word)}' is geen naam: een naam heeft alleen kleine letters, cijfers en lage streepjes"
    name = suggested_name(word)
    fits = has_form_of_name(name) and name not in RESERVED
    return Flaw(start, end, message, f"schrijf {shown(name)}" if fits else "kies een andere naam")
