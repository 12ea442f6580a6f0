"""What a template can name: a value, several under one name, a yes or no, or the rules that gave the outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from soco_rules.letters.grounds import printed
from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import clean
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name. `value` is what is printed, `written` what a template compares with.

    Without a `value` there is nothing to print and `gap` says why, in Dutch.
    """

    name: str
    value: Value | None = None
    written: str | None = None
    fields: Mapping[str, Node] = field(default_factory=dict)
    gap: str = "heeft zelf geen tekst; noem een onderdeel"

    @property
    def is_known(self) -> bool:
        """Whether there is a value, other than `niet van toepassing`."""
        return self.value is not None and self.written != NOT_APPLICABLE_TEXT


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things under one name."""

    name: str
    items: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """A yes or no that a template can ask for and never print; `origins` are what makes it so."""

    name: str
    holds: bool
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that gave the outcome, to ask for by name; a rule that gave nothing is a Truth that does not hold."""

    name: str
    holding: Mapping[str, tuple[Origin, ...]]
    persons: Mapping[str, Rules] = field(default_factory=dict)

    def rule(self, name: str) -> Truth:
        """Whether this rule gave the outcome."""
        return Truth(f"{self.name}.{name}", name in self.holding, self.holding.get(name, ()))


Node = Named | Listing | Truth | Rules
ARTICLE = "artikel"
PER_PERSON = "is er voor elke persoon apart; noem .belanghebbende of .partner"


def named_value(
    name: str,
    written: str | None,
    kind: str,
    origins: tuple[Origin, ...] = (),
    words: ChoiceWords | None = None,
    **fields: Node,
) -> Named:
    """A value as a decision has it (`written`), printed in Dutch; None is not known yet.

    A template compares with what the decision has, and prints the words that a keuze has for it.
    """
    if written is None:
        return Named(name, fields=fields, gap="is nog niet bekend")
    return Named(name, Value(printed(written, kind, words), name, kind, origins), written, fields)


def named_text(name: str, text: str | None, origins: tuple[Origin, ...] = ()) -> Named:
    """A text of the decision, if it has it."""
    if not text:
        return Named(name, gap="staat niet in het besluit")
    return Named(name, Value(clean(text), name, Kind.TEXT, origins), text)


def named_date(name: str, text: str | None) -> Named:
    """A day, written as jjjj-mm-dd."""
    return named_value(name, text, Kind.DATE)


def named_article(article: str, origins: tuple[Origin, ...]) -> Named:
    """An article that something rests on."""
    return Named(ARTICLE, Value(clean(article), ARTICLE, ARTICLE, origins), article)
