"""What a letter says, read back from its tree: its parts as plain text, and the decision that it is held against."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from soco_rules.letters.grounds import COOPERATIVE
from soco_rules.letters.grounds import printed
from soco_rules.letters.head import COUNCIL
from soco_rules.letters.legal import Remedy
from soco_rules.letters.legal import remedy_of
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import lines_of
from soco_rules.letters.tree import text_of
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import DecidedValue
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Ground
from soco_rules.model.decision import texts_of
from soco_rules.model.house_style import HouseStyle
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import parse_date
from soco_rules.model.values import parse_money

_SPACE = re.compile(r"\s+")
_MONEY = re.compile(r"-?€ ?-?(?:\d{1,3}(?:\.\d{3})+|\d+),\d\d")


BEGIN = re.compile(r"vanaf|start|begin|ingang")
"""What the name of a first day has."""


@dataclass(frozen=True)
class Inspected:
    """A letter beside what was decided; texts are on one line and in lower case where they are compared."""

    letter: Letter
    decided: Decision | Adoption
    style: HouseStyle

    @property
    def adoption(self) -> Adoption | None:
        """The adoption, when there is one."""
        return self.decided if isinstance(self.decided, Adoption) else None

    @cached_property
    def decision(self) -> Decision:
        """The decision as it was taken; of a proposal the proposal."""
        return self.decided.effective if isinstance(self.decided, Adoption) else self.decided

    @property
    def is_private(self) -> bool:
        """Whether the cooperative decides, under private law."""
        return self.decision.decider == COOPERATIVE

    @property
    def remedy(self) -> Remedy:
        """What the person can do against it."""
        return remedy_of(self.decided)

    @property
    def is_appealable(self) -> bool:
        """Whether this is a beschikking, against which objection is possible."""
        return self.decision.is_appealable

    @cached_property
    def day(self) -> int:
        """The day of the adoption, else of the proposal."""
        return parse_date(self.decision.decision_date)

    @cached_property
    def sent(self) -> int | None:
        """The day of sending."""
        return day_of(self.adoption.sent_on) if self.adoption else None

    @cached_property
    def body(self) -> str:
        """Subject and body."""
        return _joined(
            (self.letter.subject, *(line for block in self.letter.blocks for line in lines_of(block)))
        )

    @cached_property
    def annex(self) -> str:
        """The annex, if it was added."""
        return _joined(line for block in self.letter.annex for line in lines_of(block))

    @cached_property
    def details(self) -> str:
        """The lines of the head, each with its label."""
        return " ".join(f"{detail.label} {text_of(detail.line)}" for detail in self.letter.details)

    @cached_property
    def signature(self) -> str:
        """Who signs."""
        return _joined(self.letter.signature.lines)

    @cached_property
    def addresses(self) -> str:
        """To whom the letter goes."""
        return _joined(line for address in self.letter.addressees for line in address.lines)

    @cached_property
    def everything(self) -> str:
        """All words of the letter and its annex, with what the house style puts around them."""
        around = (*self.style.return_address, *self.style.footer)
        sender = _joined(self.letter.sender.lines)
        parts = (sender, self.addresses, self.details, self.body, self.signature, self.annex, *around)
        return one_line(" ".join(parts))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Every line of the letter and its annex by itself, so that nothing is read across two of them."""
        letter = self.letter
        lines = (
            letter.subject,
            *(line for block in (*letter.blocks, *letter.annex) for line in lines_of(block)),
            *(detail.line for detail in letter.details),
            *(line for address in (letter.sender, *letter.addressees) for line in address.lines),
            *letter.signature.lines,
        )
        return tuple(one_line(text_of(line)) for line in lines)

    @cached_property
    def own_words(self) -> str:
        """The words of the template alone, without any value."""
        lines = (self.letter.subject, *(line for block in self.letter.blocks for line in lines_of(block)))
        return one_line(" ".join(part.text for line in lines for part in line if isinstance(part, Text)))

    @cached_property
    def operative_part(self) -> str:
        """The paragraphs between the subject and the first heading (*dictum*), without the salutation."""
        paragraphs = []
        for block in self.letter.blocks:
            if isinstance(block, Heading):
                break
            paragraphs += [text_of(line) for line in lines_of(block)]
        return one_line(" ".join(text for text in paragraphs if not _is_salutation(text)))

    @cached_property
    def sections(self) -> Mapping[str, tuple[Block, ...]]:
        """The blocks under each heading, by its words."""
        sections: dict[str, tuple[Block, ...]] = {}
        heading = ""
        for block in self.letter.blocks:
            if isinstance(block, Heading):
                heading = one_line(text_of(block.line))
            else:
                sections[heading] = (*sections.get(heading, ()), block)
        return sections

    def says(self, text: str) -> bool:
        """Whether the letter or its annex holds these words."""
        return _stands_in(self._everything_folded, text)

    @cached_property
    def _everything_folded(self) -> str:
        return _folded(self.everything)

    @property
    def winning(self) -> tuple[Ground, ...]:
        """The rules that hold."""
        return tuple(ground for ground in self.decision.grounds if ground.wins)

    @property
    def main(self) -> tuple[Ground, ...]:
        """The rules that gave the outcome."""
        name = self.decision.outcome_name or self.decision.decision
        return tuple(ground for ground in self.winning if ground.concept == name)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the body."""
        return tuple(block for block in self.letter.blocks if isinstance(block, Table))


def dates_among(outcomes: Mapping[str, DecidedValue]) -> Iterator[tuple[str, int, str]]:
    """Each day that was decided: its name, its day number and how a letter prints it."""
    for name, decided in outcomes.items():
        if decided.kind == Kind.DATE:
            for text in texts_of(decided.value):
                if (day := day_of(text)) is not None:
                    yield name, day, printed(text, Kind.DATE)


def day_of(text: str | None) -> int | None:
    """The day number of a written date; None for what is no date."""
    try:
        return parse_date(text) if text else None
    except UnreadableValueError:
        return None


def cents_of(text: str) -> int | None:
    """The cents of a written amount; None for what is none."""
    try:
        return parse_money(text)
    except UnreadableValueError:
        return None


def amounts_in(line: Line) -> tuple[int, ...]:
    """The amounts that stand in a line, in cents."""
    written = (found[0] for found in _MONEY.finditer(text_of(line)))
    return tuple(
        -cents if "-" in text else cents
        for text in written
        if (cents := cents_of(text.replace("€", "").replace("-", "").replace(".", "").strip())) is not None
    )


def one_line(text: str) -> str:
    """The text with single spaces."""
    return _SPACE.sub(" ", text).strip()


def holds(text: str, words: str) -> bool:
    """Whether the words stand in the text, whatever their capitals and spaces; a number or word is never cut."""
    return _stands_in(_folded(text), words)


def _stands_in(within: str, words: str) -> bool:
    wanted = _folded(words)
    at = within.find(wanted) if wanted else -1
    while at >= 0:
        if not (_joins(within, at) or _joins(within, at + len(wanted))):
            return True
        at = within.find(wanted, at + 1)
    return False


def _joins(text: str, at: int) -> bool:
    """Whether a word or number goes on at this place."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _folded(text: str) -> str:
    return one_line(text).casefold()


def _joined(lines: Iterable[Line]) -> str:
    return one_line(" ".join(text_of(line) for line in lines))


def _is_salutation(text: str) -> bool:
    return bool(re.match(r"(?:geachte|beste)\b", text.strip(), re.IGNORECASE))


def authority_of(decision: Decision) -> str | None:
    """Who decides for the municipality: the body that the rule file names, or the council."""
    if decision.decider == COUNCIL:
        return f"de raad van de gemeente {decision.municipality}" if decision.municipality else None
    return decision.authority
