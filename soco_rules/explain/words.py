"""What the names of a Program are called by a reader, and of which kind their values are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.model.called import called
from soco_rules.model.called import quoted
from soco_rules.model.called import with_value
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import spaced

_DAYS = {
    "peildatum": "de peildatum",
    "besluitdatum": "de dag van het besluit",
    "begin_tijdvak": "de eerste dag van de maand",
    "einde_tijdvak": "de laatste dag van de maand",
}


@dataclass(frozen=True, slots=True)
class Called:
    """What one slot is called in a sentence, and whose it is."""

    name: str
    words: str
    whose: Role | None

    def with_value(self, value: str) -> str:
        """The clause that it has this value."""
        return with_value(self.name, self.words, value, self.whose)

    @property
    def inside(self) -> str:
        """The same inside another clause."""
        return self._of_whom(quoted(self.words))

    @property
    def marked(self) -> str:
        """The same inside a calculation: between marks, so that it is clear where the words end."""
        return self._of_whom(self.marked_of_all)

    @property
    def marked_of_all(self) -> str:
        """The same, of all persons together."""
        return self.words if self.words == spaced(self.name) else f"‘{self.words}’"

    def _of_whom(self, words: str) -> str:
        return f"{words} ({self.whose})" if self.whose else words


@dataclass(frozen=True, slots=True)
class Words:
    """What the slots of a program are called, of which kind they are, the words of their choices, and the durations."""

    called: Mapping[Slot, Called]
    kinds: Mapping[Slot, Kind]
    choices: Mapping[Slot, ChoiceWords]
    durations: Mapping[Slot, Duration]


def words_of(program: Program) -> Words:
    """The words of a program."""
    return Words(
        called={
            step.slot: Called(step.name, called(step.name, said_of(step)), step.role)
            for step in program.steps
        },
        kinds={step.slot: step.type.kind for step in program.steps},
        choices={step.slot: step.type.words for step in program.steps if step.type.words},
        durations={
            step.slot: step.constant
            for step in program.steps
            if isinstance(step, Field) and isinstance(step.constant, Duration)
        },
    )


def said_of(step: Field | Definition) -> str:
    """What the rule files say of a name: the question of a fact, the description of all else; else nothing."""
    match step:
        case Field(origin=Origin.PERIOD, name=name):
            return _DAYS.get(name, "")
        case Field(question=question):
            return question
        case Definition(description=description):
            return description
