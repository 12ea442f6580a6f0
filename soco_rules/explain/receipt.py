"""What was calculated with: a fingerprint of the program and of every file, to make the decision again."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable
from collections.abc import Mapping
from enum import Enum
from functools import cache

from soco_rules import __version__
from soco_rules.diagnostics import Span
from soco_rules.model.agreement import Agreement
from soco_rules.model.decision import Receipt
from soco_rules.model.program import Program

ENGINE = f"soco_rules {__version__}"


def receipt_of(program: Program, calculators: tuple[str, ...]) -> Receipt:
    """The receipt of every decision by a program."""
    return Receipt(
        program=fingerprint(program),
        files=files_of(program.layers),
        engine=ENGINE,
        calculators=calculators,
    )


def files_of(layers: Iterable[Agreement]) -> dict[str, str]:
    """The rule files of some layers with their hashes, as a receipt has them."""
    return {layer.path: f"sha256:{layer.sha256.removeprefix('sha256:')}" for layer in layers}


def fingerprint(program: Program) -> str:
    """A hash of what the program means: places in files do not count, the order of steps and rules does."""
    layers = [(layer.reference, layer.valid_from) for layer in program.layers]
    parts = (
        layers,
        program.decision,
        program.steps,
        program.gate,
        program.outcome,
        program.also,
        program.checks,
        program.amounts,
    )
    return "sha256:" + hashlib.sha256(_canonical(parts).encode()).hexdigest()


def _canonical(thing: object) -> str:
    match thing:
        case Span():
            return ""
        case Enum():
            return f"{type(thing).__name__}.{thing.name}"
        case str() | int() | None:
            return repr(thing)
        case tuple() | list():
            return "(" + ",".join([_canonical(each) for each in thing]) + ")"
        case frozenset():
            return "<" + ",".join(sorted(map(_canonical, thing))) + ">"
        case _ if names := _names(type(thing)):  # type: ignore[arg-type] # every class can be hashed
            fields = [f"{name}={_canonical(getattr(thing, name))}" for name in names]
            return f"{type(thing).__name__}({','.join(fields)})"
        case Mapping():
            return (
                "{" + ",".join(sorted(f"{_canonical(key)}:{_canonical(thing[key])}" for key in thing)) + "}"
            )
        case _ if dataclasses.is_dataclass(thing):
            return f"{type(thing).__name__}()"
        case _:
            return repr(thing)


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields by which a dataclass differs from another, and nothing for any other kind."""
    if not dataclasses.is_dataclass(kind) or issubclass(kind, Mapping):
        return ()
    return tuple(field.name for field in dataclasses.fields(kind) if field.compare)
