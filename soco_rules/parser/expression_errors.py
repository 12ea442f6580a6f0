"""What is wrong with an expression that does not parse: the place, what stands there, and what could stand there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import cast

from lark import Lark
from lark import Token
from lark.exceptions import UnexpectedCharacters
from lark.exceptions import UnexpectedInput
from lark.exceptions import UnexpectedToken

from soco_rules.parser.flaw import LONGEST_SHOWN
from soco_rules.parser.flaw import Flaw
from soco_rules.parser.flaw import shown
from soco_rules.parser.names import RESERVED
from soco_rules.parser.names import name_flaw


def explain(text: str, error: UnexpectedInput, parser: Lark) -> Flaw:
    """The first mistake of a text that the parser refused."""
    if not text.strip():
        remedy = "schrijf een voorwaarde of berekening, zoals aantal_leden is ten minste 5"
        return Flaw(0, len(text), "hier staat geen uitdrukking", remedy)
    trouble = _trouble(text, error, parser)
    return next((flaw for reading in _READINGS if (flaw := reading(trouble))), _unexpected(trouble))


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Where parsing stopped: the words before it, what was found (nothing at the end), and what could stand there."""

    text: str
    before: tuple[Token, ...]
    found: Token
    possible: frozenset[str]

    @property
    def start(self) -> int:
        return _extent(self.found)[0]

    @property
    def end(self) -> int:
        return _extent(self.found)[1]


_AT_END = "$END"
_NEAR = 0.85
_PHRASES = (
    "is een van",
    "is geen van",
    "is ten minste",
    "is ten hoogste",
    "is meer dan",
    "is minder dan",
    "is van toepassing",
    "is niet van toepassing",
    "gedeeld door",
    "afgerond op centen",
    "de laagste van",
    "de hoogste van",
    "de eerste van",
    "de laatste van",
    "de som van",
    "hele maanden tussen",
    "hele jaren tussen",
    "of anders",
)


def _trouble(text: str, error: UnexpectedInput, parser: Lark) -> _Trouble:
    match error:
        case UnexpectedToken(token=Token() as token) if token.type != _AT_END:
            found = token
        case UnexpectedCharacters():
            start = cast("int", error.pos_in_stream)
            found = Token("", text[start], start_pos=start, end_pos=start + 1)
        case _:
            end = len(text.rstrip())
            found = Token(_AT_END, "", start_pos=end, end_pos=end)
    before = tuple(parser.lex(text[: _extent(found)[0]]))
    interactive = parser.parse_interactive()
    for token in before:
        interactive.feed_token(token)
    return _Trouble(text, before, found, frozenset(interactive.accepts()))  # type: ignore[no-untyped-call]  # lark's own


_HABITS: tuple[tuple[str, str], ...] = (
    (r"is\s+niet\s+een\s+van\b", "schrijf 'is geen van'"),
    (r"is\s+(?:één|1)\s+van\b", "schrijf 'is een van'"),
    (r"is\s+niet\s+(?:meer|groter|hoger|later|ouder)\s+dan\b", "schrijf 'is ten hoogste'"),
    (r"is\s+niet\s+(?:minder|kleiner|lager|eerder|jonger)\s+dan\b", "schrijf 'is ten minste'"),
    (r"is\s+niet\s+ten\s+minste\b", "schrijf 'is minder dan'"),
    (r"is\s+niet\s+ten\s+hoogste\b", "schrijf 'is meer dan'"),
    (r"(?:is\s+)?(?:groter|hoger|later|ouder|langer)\s+dan\b", "schrijf 'is meer dan'"),
    (r"(?:is\s+)?(?:kleiner|lager|eerder|jonger|korter)\s+dan\b", "schrijf 'is minder dan'"),
    (r"(?:is\s+)?(?:minstens|minimaal|tenminste|ten\s+minsten)\b", "schrijf 'is ten minste'"),
    (r"(?:is\s+)?(?:hoogstens|maximaal|tenhoogste)\b", "schrijf 'is ten hoogste'"),
    (r"(?:is\s+)?(?:ongelijk|niet\s+gelijk)\s+aan\b|!=|≠|=/=", "schrijf 'is niet'"),
    (r"(?:is\s+)?gelijk\s+aan\b|==", "schrijf 'is'"),
    (r"niet\s+van\s+toepassing\b", "schrijf de naam en 'is niet van toepassing'"),
    (r"=>|≥", "schrijf 'is ten minste' of >="),
    (r"=<|≤", "schrijf 'is ten hoogste' of <="),
    (r"&&?|\band\b", "schrijf 'en'"),
    (r"\|\|?|\bor\b", "schrijf 'of'"),
    (r"\b(?:not|non)\b|(?<!is )\bgeen\b|!", "schrijf 'niet'"),
    (r"\bif\b", "schrijf 'als'"),
    (r"\bthen\b", "schrijf 'dan'"),
    (r"\belse\b", "schrijf 'anders'"),
    (r"\b(?:true|waar|yes)\b", "schrijf 'ja'"),
    (r"\b(?:false|onwaar|no)\b", "schrijf 'nee'"),
    (r"\bin\s*\(", "schrijf 'is een van (...)'"),
    (r"\bleeftijd\s+op\b", "schrijf 'hele jaren tussen geboortedatum en' met de dag erachter"),
    (
        r"\b(?:de\s+)?(?:minimum|kleinste|minst)\s+van\b|\bmin\s*\(|(?<!de )\blaagste\s+van\b",
        "schrijf 'de laagste van (a, b)'",
    ),
    (
        r"\b(?:de\s+)?(?:maximum|grootste)\s+van\b|\bmax\s*\(|(?<!de )\bhoogste\s+van\b",
        "schrijf 'de hoogste van (a, b)'",
    ),
    (
        r"(?<!hele )\b(?:maanden|jaren)\s+tussen\b",
        "schrijf er 'hele' voor, zoals: hele maanden tussen a en b",
    ),
    (r"\bdagen\s+tussen\b", "tel hele maanden of hele jaren, of vergelijk de datum met datum + 10 dagen"),
    (r",\s*afgerond\b", "laat de komma voor 'afgerond' weg"),
    (r"\bafgerond\b(?!\s+op\s+centen\b)", "schrijf 'afgerond op centen'"),
    (r"\b(?:EUR|eur|euro)\b", "schrijf € voor het bedrag, zoals € 12,50"),
    (r"€\s*-\s*\d", "trek het bedrag ergens van af, zoals € 0,00 - € 5,00"),
    (r"\bprocent\b", "schrijf het procentteken, zoals 25%"),
    (r"\bgedeeld\b(?!\s+door\b)|/|÷|(?<=\s):(?=\s)", "schrijf 'gedeeld door'"),
    (r"×|\bmaal\b|\bkeer\b", "schrijf *"),
    (r"\bplus\b", "schrijf +"),
    (r"\bmin\b|[−–]", "schrijf - met een gewoon streepje"),
    (r"[\[\]{}]", "schrijf ronde haken ( )"),
    (r"[\"'‘’“”]", "laat de aanhalingstekens weg"),
    (r";", "schrijf 'en' of een komma"),
    (r"\bverlengd\s+tot\b", "een termijn wordt niet in een uitdrukking verlengd"),
)
_HABIT_PATTERNS = tuple((re.compile(pattern), remedy) for pattern, remedy in _HABITS)


def _habitual(trouble: _Trouble) -> Flaw | None:
    """A way of writing from elsewhere, where parsing stopped or in the six words before it."""
    since = _extent(trouble.before[max(-6, -len(trouble.before))])[0] if trouble.before else 0
    for pattern, remedy in _HABIT_PATTERNS:
        match = pattern.search(trouble.text, since)
        if match and match.start() <= trouble.start:
            return Flaw(match.start(), match.end(), f"'{shown(match[0])}' hoort niet bij de taal", remedy)
    return None


def _phrase(trouble: _Trouble) -> Flaw | None:
    """A phrase of several words that is nearly right."""
    near = [
        (difflib.SequenceMatcher(None, written[:LONGEST_SHOWN], phrase).ratio(), start, end, written, phrase)
        for start, end, written in _stretches(trouble)
        for phrase in _PHRASES
    ]
    likeness, start, end, written, phrase = max(near, default=(0, 0, 0, "", ""))
    if likeness < _NEAR:
        return None
    return Flaw(start, end, f"'{shown(written)}' hoort niet bij de taal", f"bedoelde u '{phrase}'?")


def _stretches(trouble: _Trouble) -> Iterator[tuple[int, int, str]]:
    """Two to four words around the place where parsing stopped that are no phrase as they stand."""
    for token in (*trouble.before[-3:], trouble.found):
        start = _extent(token)[0]
        words = islice(re.finditer(r"\S+", trouble.text[start:]), 1, 4)
        for end in (start + word.end() for word in words):
            written = " ".join(trouble.text[start:end].split())
            if end > trouble.start and not any(phrase in written for phrase in _PHRASES):
                yield start, end, written


def _word(trouble: _Trouble) -> Flaw | None:
    """A word of the language on the place of a name, or with capitals."""
    for token in (*trouble.before, trouble.found):
        small = token.lower()
        if token.type == "WORD" and small != token and small in RESERVED:
            return Flaw(*_extent(token), f"'{shown(token)}' staat met hoofdletters", f"schrijf '{small}'")
        flaw = name_flaw(token) if token.type == "WORD" else None
        if flaw:
            return flaw
    return None


def _two_names(trouble: _Trouble) -> Flaw | None:
    if trouble.found.type != "WORD" or not trouble.before or trouble.before[-1].type != "WORD":
        return None
    first, second = trouble.before[-1], trouble.found
    message = f"de namen '{shown(first)}' en '{shown(second)}' staan naast elkaar"
    remedy = f"schrijf '{shown(f'{first}_{second}')}' als het één naam is, of zet er een woord als en, of, is tussen"
    return Flaw(_extent(first)[0], trouble.end, message, remedy)


def _or_else(trouble: _Trouble) -> Flaw | None:
    if trouble.found.type != "OF_ANDERS":
        return None
    return Flaw(
        trouble.start,
        trouble.end,
        "'of anders' staat niet tussen haakjes",
        "schrijf (x of anders y), met haakjes erom",
    )


def _second_comparison(trouble: _Trouble) -> Flaw | None:
    if not trouble.found.type.startswith("IS") or "EN" not in trouble.possible or "IS" in trouble.possible:
        return None
    message = f"'{trouble.found}' kan niet direct achter een andere vergelijking staan"
    return Flaw(
        trouble.start, trouble.end, message, "zet 'en' tussen twee vergelijkingen, of haakjes om de eerste"
    )


def _comma(trouble: _Trouble) -> Flaw | None:
    if trouble.found != "," or "WORD" in trouble.possible:
        return None
    message = "een komma staat alleen tussen de waarden van een lijst tussen haakjes"
    return Flaw(trouble.start, trouble.end, message, "schrijf 'en', of een lijst zoals: is een van (a, b)")


def _bracket(trouble: _Trouble) -> Flaw | None:
    opened: list[Token] = []
    for token in trouble.before:
        match token.type:
            case "LPAR":
                opened.append(token)
            case "RPAR":
                opened.pop()
            case _:
                pass
    if trouble.found == ")" and not opened:
        return Flaw(
            trouble.start, trouble.end, "dit haakje ) sluit niets", "haal het weg of zet er een haakje ( voor"
        )
    if trouble.found.type == _AT_END and opened and "RPAR" in trouble.possible:
        return Flaw(
            *_extent(opened[-1]), "dit haakje ( wordt niet gesloten", "zet een haakje ) waar het deel ophoudt"
        )
    return None


_READINGS = (_habitual, _phrase, _word, _two_names, _or_else, _second_comparison, _comma, _bracket)


def _unexpected(trouble: _Trouble) -> Flaw:
    what = _what_could_stand(trouble.possible)
    if not trouble.before:
        message = f"een uitdrukking kan niet beginnen met '{shown(trouble.found)}'"
        return Flaw(trouble.start, trouble.end, message, f"begin met {what}")
    last = shown(" ".join(trouble.before[-1].split()))
    if trouble.found.type == _AT_END:
        message = f"de uitdrukking houdt op na '{last}', maar daar hoort nog {what}"
        return Flaw(*_extent(trouble.before[-1]), message, "maak de uitdrukking af")
    message = f"na '{last}' hoort {what}, maar er staat '{shown(trouble.found)}'"
    return Flaw(trouble.start, trouble.end, message, _remedy(trouble, last))


def _remedy(trouble: _Trouble, last: str) -> str:
    if trouble.possible == {"LPAR"}:
        return f"zet de waarden tussen haakjes: {last} (a, b)"
    if trouble.possible == {"EN"}:
        return "zet een berekening tussen haakjes, zoals: hele maanden tussen (a + 1 dag) en b"
    if trouble.found.type == "VAN":
        return "voor 'van' staat een percentage, een naam of iets tussen haakjes, zoals: 25% van x"
    return ""


_CHOICES = (
    ("WORD", "een naam, een waarde of een haakje ("),
    ("VAN", "'van'"),
    ("DAN", "'dan'"),
    ("ANDERS", "'anders'"),
    ("RPAR", "een haakje )"),
    ("COMMA", "een komma"),
    ("IS", "een vergelijking zoals 'is ten minste'"),
    ("PLUS", "een bewerking zoals +"),
    ("EN", "'en'"),
    ("OF", "'of'"),
)


def _what_could_stand(possible: frozenset[str]) -> str:
    if "WORD" in possible:
        return _CHOICES[0][1]
    words = [text for terminal, text in _CHOICES if terminal in possible]
    if not words:
        return "een haakje (" if "LPAR" in possible else "niets meer"
    return " of ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _extent(token: Token) -> tuple[int, int]:
    return token.start_pos or 0, token.end_pos or 0
