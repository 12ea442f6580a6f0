"""An agreement as its file says it: one layer, typed, with a place and a provenance for everything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum

from soco_rules.diagnostics import Severity
from soco_rules.diagnostics import Span
from soco_rules.model.expressions import Expression
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Unit
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch


class Layer(StrEnum):
    """What a file is in law (`soort`)."""

    NATIONAL = "landelijk"
    MODEL = "model"
    AGREEMENT = "overeenkomst"
    SCHEME = "regeling"


class Status(StrEnum):
    """How far a version has come (`status`)."""

    DRAFT = "concept"
    ADOPTED = "vastgesteld"
    WITHDRAWN = "ingetrokken"


@dataclass(frozen=True, slots=True)
class Assumption:
    """What no source gives: the reason for the choice, who owns it and since when (a day number)."""

    reason: str
    owner: str
    date: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where something comes from: legal articles (`grondslag`), a document (`bron`), an assumption (`aanname`)."""

    legal_basis: tuple[str, ...] = ()
    source: str | None = None
    assumption: Assumption | None = None

    @property
    def cited(self) -> tuple[str, ...]:
        """The articles and the document, as a reader can look them up."""
        return (*self.legal_basis, *((self.source,) if self.source else ()))

    @property
    def is_missing(self) -> bool:
        """Whether nothing at all is said."""
        return not (self.legal_basis or self.source or self.assumption)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An agreement point: declared (`type`), filled (`value`), or left open with a reason.

    A higher layer has only `type`; a lower layer only `value` or `open_reason`; a layer's own point has both.
    `raw` is the value as written; where the type stands in a higher layer `value` is None and the compiler reads `raw`.
    """

    name: str
    span: Span
    type: ValueType | None
    value: Value | None
    value_span: Span
    open_reason: str | None
    description: str
    provenance: Provenance
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One row of a dated table: from this day on this value; `value` is None where the file says `onbekend`."""

    valid_from: int
    value: int | None
    provenance: Provenance
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountTable:
    """Amounts by date, known up to and including `known_through`; after that day unknown, never last year's."""

    name: str
    span: Span
    type: ValueType
    known_through: int
    values: tuple[DatedValue, ...]
    description: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class DossierQuery:
    """What the dossier counts, sums or finds: take (aantal, som, eerste, laatste), of what, from where, which."""

    take: str
    subject: str | None
    source: str
    condition: Expression | None
    span: Span


class Changeable(StrEnum):
    """In which way whom it concerns can bring about another answer (`veranderbaar`), so that it may be suggested.

    PERSONAL can change too, but no government suggests it: family, health, home, school, another income.
    """

    EITHER_WAY = "ja"
    UP = "alleen_hoger"
    DOWN = "alleen_lager"
    TO_YES = "alleen_naar_ja"
    TO_NO = "alleen_naar_nee"
    FIXED = "nee"
    PERSONAL = "persoonlijk"


class Several(StrEnum):
    """How the judgements of several persons become one (`meer_oordelen`); without it the newest counts.

    The average is rounded half up to a whole number. Unanimous: as long as they differ there is no judgement.
    """

    AVERAGE = "gemiddelde"
    UNANIMOUS = "eensgezind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What must be known of a case, or judged by a person (`judged_by`).

    Without `changeable` nothing is said of it, and it is never suggested to change.
    """

    name: str
    span: Span
    type: ValueType
    question: str
    judged_by: str | None = None
    several: Several | None = None
    applies_when: Expression | None = None
    from_dossier: DossierQuery | None = None
    changeable: Changeable | None = None
    description: str = ""
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """If (`condition`) then (`outcome`), with its exceptions and precedence inside one concept.

    `in_table` tells that it is a row of a `tabel`; it means the same.
    """

    name: str
    span: Span
    condition: Expression
    condition_parts: tuple[Expression, ...]
    outcome: Expression
    exception_to: tuple[str, ...] = ()
    exception_span: Span
    precedes: tuple[str, ...] = ()
    precedes_span: Span
    may_deviate_locally: bool = False
    in_table: bool = field(default=False, compare=False)
    description: str = ""
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """What the rules derive. Without a type it only adds rules to a concept of a higher layer."""

    name: str
    span: Span
    type: ValueType | None
    applies_when: Expression | None = None
    calculation: Expression | None = None
    rules: tuple[Rule, ...] = ()
    otherwise: Expression | None = None
    description: str = ""
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What must always hold (`eis`). `catches` tells which wrong input it is there to stop (`vangt_af`), if it is."""

    name: str
    span: Span
    condition: Expression
    severity: Severity
    message: str
    provenance: Provenance
    catches: str = ""


class Sense(StrEnum):
    """What a comparison of two cases says of the second: the key that the rule file has for it."""

    NOT_LOWER = "daalt_niet"
    NOT_HIGHER = "stijgt_niet"
    SAME = "hangt_niet_af_van"


@dataclass(frozen=True, slots=True)
class Allowance:
    """Where a comparison need not hold (`behalve`), and what that rests on."""

    condition: Expression
    span: Span
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A requirement about two cases that differ in nothing but some facts.

    Where `changes` is higher in the second case, `compared` is not lower (or not higher) there; with SAME it is equal,
    whatever the facts in `changes` are. `unless` are the conditions that excuse a pair: one of its cases is enough.
    It is about the rules and no single case can break it, so no decision weighs it. `compared_as` is the text.
    """

    name: str
    span: Span
    sense: Sense
    changes: tuple[str, ...]
    changes_span: Span
    compared: tuple[Expression, ...]
    compared_as: tuple[str, ...]
    unless: tuple[Allowance, ...]
    severity: Severity
    message: str
    provenance: Provenance
    description: str = ""


@dataclass(frozen=True, slots=True)
class ByOutcome:
    """A choice per outcome, with `otherwise` for outcomes that are not named (None: no choice)."""

    cases: Mapping[str, str]
    otherwise: str | None

    def of(self, outcome: str) -> str | None:
        """What holds for this outcome."""
        return self.cases.get(outcome, self.otherwise)


class Requested(StrEnum):
    """Whether a decision is taken on application (`op_aanvraag`)."""

    ALWAYS = "ja"
    NEVER = "nee"
    SOMETIMES = "soms"


@dataclass(frozen=True, slots=True)
class HearingRule:
    """What decides whether the person is heard first (`zienswijze`, Awb 4:7-4:12).

    `adverse` are the outcomes against which objections are to be expected; None is every one. `financial` is whether
    the decision settles an amount to pay or to receive, which bezwaar can undo in full (Awb 4:12).
    """

    requested: Requested
    adverse: frozenset[str] | None
    financial: bool

    def is_adverse(self, outcome: str) -> bool:
        """Whether objections are to be expected against this outcome."""
        return self.adverse is None or outcome in self.adverse


@dataclass(frozen=True, slots=True)
class PotLedger:
    """An account that a besluit keeps every month (`grootboek`): opening plus added minus taken is closing."""

    opening: str
    added: tuple[str, ...]
    taken: tuple[str, ...]
    closing: str

    @property
    def names(self) -> tuple[str, ...]:
        """The facts and concepts of the account, in the order of the sum."""
        return (self.opening, *self.added, *self.taken, self.closing)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionType:
    """A kind of decision (`besluit`) that the agreement knows: what it decides, by whom, with what legal character.

    `never_deviated_from` are the rules that the law itself gives: a person may deviate from policy only (Awb 4:84).
    `four_eyes` are the outcomes under which two persons sign (`vier_ogen`); None is every one. `watched` has for
    each date among its values that is watched (`bewaken`) the besluiten that deal with it. `corrects` is the besluit
    whose place an adopted one takes (`corrigeert`).
    `spans` has the place of a value by the keys to it (`stand.van.0`), and of a key with `:` behind it
    (`rechtskarakter.aanvullen:`).
    """

    name: str
    span: Span
    title: str
    outcome: str
    also: tuple[str, ...]
    legal_character: ByOutcome
    decider: str
    monthly: bool = False
    applies_when: Expression | None = None
    deviation_basis: tuple[str, ...] = ()
    never_deviated_from: tuple[str, ...] = ()
    asks_person: tuple[str, ...] = ()
    hearing: HearingRule | None = None
    four_eyes: frozenset[str] | None = frozenset()
    watched: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    settled_monthly: bool = False
    corrects: str | None = None
    ledger: PotLedger | None = None
    states_from: tuple[str, ...] = ()
    state_to: ByOutcome = field(default_factory=lambda: ByOutcome({}, None))
    letter: str | None = None
    spans: Mapping[str, Span] = field(default_factory=dict)
    description: str = ""
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Transitional:
    """Transitional law: while `condition` holds, these points keep their value of the previous version."""

    name: str
    span: Span
    condition: Expression
    points: tuple[str, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Untranslated:
    """What the sources say and the file does not model, with the reason."""

    subject: str
    reason: str


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a dossier is kept after its last decision, once it has one of these stands (`bewaren`).

    `spans` has the place of each stand.
    """

    span: Span
    states: tuple[str, ...]
    term: Duration
    provenance: Provenance
    spans: Mapping[str, Span]

    @property
    def words(self) -> str:
        """The term as a reader says it: whole years as years."""
        if self.term.unit is Unit.MONTHS and self.term.amount and self.term.amount % 12 == 0:
            return f"{self.term.amount // 12} jaar"
        return as_dutch(self.term, Kind.DURATION)


@dataclass(frozen=True, slots=True)
class Municipality:
    """Which municipality, with its CBS code and the name of its college."""

    name: str
    code: str
    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One file: one version of one layer. `valid_to` is the last day, None when no end is set.

    `spans` has the place of everything in the file, as `DecisionType.spans` has for a decision. `sha256` is the
    hexadecimal digest of the file. `owner` looks after its assumptions (`aanname_standaard`); `assumed_on` has each day
    that is written with one, and where.
    """

    reference: str
    layer: Layer
    title: str
    valid_from: int
    valid_to: int | None
    status: Status
    is_example: bool
    builds_on: tuple[str, ...]
    municipality: Municipality | None
    cooperative: str | None
    points: Mapping[str, Point]
    amounts: Mapping[str, AmountTable]
    persons: Mapping[str, Expression]
    facts: Mapping[str, Fact]
    concepts: Mapping[str, Concept]
    states: tuple[str, ...]
    decisions: Mapping[str, DecisionType]
    transitional: tuple[Transitional, ...]
    requirements: tuple[Requirement, ...]
    untranslated: tuple[Untranslated, ...]
    path: str
    sha256: str
    span: Span
    spans: Mapping[str, Span]
    owner: str | None = None
    description: str = ""
    comparisons: tuple[Comparison, ...] = ()
    retention: tuple[Retention, ...] = ()
    assumed_on: tuple[tuple[int, Span], ...] = ()

    def __hash__(self) -> int:
        """By its file: the mappings in it have none."""
        return hash((self.path, self.sha256))
