"""The days of a procedure that a case can give: the closed list of names under `procedure`, with what each means."""

from __future__ import annotations

import re

DATES: dict[str, str] = {
    "ontvangen": "de dag waarop de aanvraag is ontvangen",
    "aanvullen_gevraagd_op": "de dag waarop om aanvulling van de aanvraag is gevraagd",
    "aanvullen_tot_en_met": "de laatste dag om de aanvraag aan te vullen",
    "aangevuld_op": "de dag waarop de aanvulling is ontvangen",
    "uitstel_vanaf": "de eerste dag van het uitstel waarmee de aanvrager schriftelijk heeft ingestemd",
    "uitstel_tot_en_met": "de laatste dag van dat uitstel",
    "verdaagd_op": "de dag van het bericht dat het besluit later komt",
    "verdaagd_tot_en_met": "de laatste dag waarop het besluit volgens dat bericht komt",
    "ingebrekestelling_ontvangen": "de dag waarop de aanvrager schriftelijk heeft gemeld dat het besluit te laat is",
    "zienswijze_gevraagd_op": "de dag waarop om een zienswijze is gevraagd",
    "zienswijze_tot_en_met": "de laatste dag om een zienswijze te geven",
}
"""Each name with its meaning in Dutch, for the reader of docs/termijnen.md and of a finding."""

REPEATED = (
    "aanvullen_gevraagd_op",
    "aanvullen_tot_en_met",
    "aangevuld_op",
    "uitstel_vanaf",
    "uitstel_tot_en_met",
)
"""What can happen more than once: the second time its name ends in `_2`, up to `_9`."""

TIMES = ("", *(f"_{number}" for number in range(2, 10)))
"""The ends of the names of the first to the ninth time."""

_TIME = re.compile(r"_[2-9]\Z")
_ORDINALS = ("tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende")


def first_of(name: str) -> str:
    """The name of a day without which time it is."""
    return _TIME.sub("", name)


def ordinal(time: int) -> str:
    """Which time it is, from the second to the ninth, in words."""
    return _ORDINALS[time - 2]


def is_known(name: str) -> bool:
    """Whether a case can give a day under this name."""
    return name in DATES or (first_of(name) in REPEATED and first_of(name) != name)


def may_lie_ahead(name: str) -> bool:
    """Whether a day may still come; the others are of what happened."""
    return first_of(name).endswith(("_tot_en_met", "_vanaf"))


def in_words(name: str) -> str:
    """What a day means, for a reader who does not know its name; of the second time and later also which time."""
    meaning = DATES.get(first_of(name), name)
    return meaning if first_of(name) == name else f"{meaning} ({ordinal(int(name[-1]))} keer)"
