"""What an agreement, a version, a point and a besluit are to a machine."""

from __future__ import annotations

from soco_rules.compiler.layers import AgreedPoint as Point
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import program_of
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import Provenance
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.values import encode
from soco_rules.model.values import iso_day
from soco_rules.web.api.agreement_answers import AgreedPoint
from soco_rules.web.api.agreement_answers import AgreementInShort
from soco_rules.web.api.agreement_answers import AskedFact
from soco_rules.web.api.agreement_answers import DecisionKind
from soco_rules.web.api.agreement_answers import Source
from soco_rules.web.api.agreement_answers import Version
from soco_rules.web.api.grounded import typed

_ASKED = frozenset({Origin.FACT, Origin.JUDGEMENT})


def in_short(versions: tuple[Agreement, ...]) -> AgreementInShort:
    """An agreement by its last version, with the days on which its versions begin."""
    last = versions[-1]
    return AgreementInShort(
        reference=last.reference,
        layer=last.layer,
        title=last.title,
        municipality=last.municipality.name if last.municipality else None,
        cooperative=last.cooperative,
        versions=tuple(iso_day(each.valid_from) for each in versions),
    )


def version_of(one: Agreement) -> Version:
    """What the heading of a version says."""
    return Version(
        reference=one.reference,
        version=iso_day(one.valid_from),
        layer=one.layer,
        title=one.title,
        description=one.description,
        status=one.status,
        is_example=one.is_example,
        valid_to=None if one.valid_to is None else iso_day(one.valid_to),
        builds_on=one.builds_on,
        municipality=one.municipality.name if one.municipality else None,
        authority=one.municipality.authority if one.municipality else None,
        cooperative=one.cooperative,
        file=one.path,
        digest=one.sha256,
    )


def point_of(name: str, point: Point) -> AgreedPoint:
    """A point of a stack, with where its value and its declaration come from."""
    declared, stated = point.declared, point.stated
    assert declared.type is not None  # a stack has no point without
    return AgreedPoint(
        name=name,
        description=declared.description,
        type=typed(declared.type),
        value=None if point.value is None else encode(point.value, declared.type.kind),
        open_because=stated.open_reason,
        stated_in=str(stated.span),
        source=_source(stated.provenance),
        declared_by=_source(declared.provenance),
    )


def _source(provenance: Provenance) -> Source:
    assumed = provenance.assumption
    return Source(
        legal_basis=provenance.legal_basis,
        source=provenance.source,
        assumption=assumed.reason if assumed else None,
        owner=assumed.owner if assumed else None,
    )


def decision_of(compiled: Compiled, decision: DecisionType) -> DecisionKind:
    """What a besluit can come to, and what is asked for it."""
    program = program_of(compiled, decision)
    declared = compiled.stack.concepts[decision.outcome].declared
    assert declared.type is not None  # only an addition has none
    asked = {each.name: each for each in program.fields if each.origin in _ASKED}
    return DecisionKind(
        name=decision.name,
        title=decision.title,
        description=decision.description,
        outcome=decision.outcome,
        outcome_type=typed(declared.type),
        also=decision.also,
        decider=decision.decider,
        is_monthly=decision.monthly,
        facts=tuple(_fact(compiled, each) for each in asked.values()),
    )


def _fact(compiled: Compiled, asked: Field) -> AskedFact:
    """A fact as it is declared; the stand of who it is about is in no file."""
    declared = compiled.stack.facts.get(asked.name)
    return AskedFact(
        name=asked.name,
        question=asked.question,
        type=typed(declared.type if declared else asked.type),
        judged_by=asked.judged_by,
        from_dossier=declared is None or declared.from_dossier is not None,
        description=declared.description if declared else "",
        source=_source(declared.provenance if declared else Provenance()),
    )
