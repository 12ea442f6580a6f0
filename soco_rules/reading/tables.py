"""What is agreed, asked, judged and dated, as tables."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from functools import partial

from soco_rules.compiler.layers import AgreedPoint
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.model.agreement import AmountTable
from soco_rules.model.agreement import DossierQuery
from soco_rules.model.agreement import Fact
from soco_rules.model.agreement import Provenance
from soco_rules.model.agreement import Several
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Per
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import capital
from soco_rules.model.values import moving_bounds
from soco_rules.model.values import spaced
from soco_rules.reading.outline import Article
from soco_rules.reading.outline import Scope
from soco_rules.reading.provenance import basis
from soco_rules.reading.provenance import note
from soco_rules.reading.provenance import origin
from soco_rules.reading.provenance import short_origin
from soco_rules.reading.sentences import duration_in_words
from soco_rules.reading.sentences import inline
from soco_rules.reading.words import Said
from soco_rules.reading.words import choices_of
from soco_rules.reading.words import explained
from soco_rules.reading.words import joined
from soco_rules.reading.words import line
from soco_rules.reading.words import sentence
from soco_rules.reading.words import term

DECIDERS = {
    "college": "het college van burgemeester en wethouders",
    "raad": "de gemeenteraad",
    "burgemeester": "de burgemeester",
    "cooperatie": "de coöperatie",
}
"""Who decides or judges, where the name in a rule file is not the word for it."""


def agreed(points: tuple[AgreedPoint, ...]) -> tuple[Article, ...]:
    """The points that the layer itself fills or leaves open."""
    names = tuple(point.declared.name for point in points)
    return (Article("Afspraken", partial(_agreed, points), explains=names),) if points else ()


def asked(points: tuple[AgreedPoint, ...]) -> tuple[Article, ...]:
    """The points that a lower layer has to fill."""
    names = tuple(point.declared.name for point in points)
    return (Article("Wat een gemeente afspreekt", partial(_asked, points), explains=names),) if points else ()


def facts(known: tuple[Fact, ...]) -> tuple[Article, ...]:
    """What must be known of a case, and apart from it what a person judges."""
    told = tuple(fact for fact in known if fact.judged_by is None)
    judged = tuple(fact for fact in known if fact.judged_by is not None)
    articles: list[Article] = []
    if told:
        names = tuple(fact.name for fact in told)
        articles.append(Article("Gegevens", partial(_told, told), explains=names))
    if judged:
        names = tuple(fact.name for fact in judged)
        articles.append(Article("Oordelen", partial(_judged, judged), explains=names))
    return tuple(articles)


def amounts(tables: tuple[AmountTable, ...]) -> tuple[Article, ...]:
    """Each amount by date."""
    return tuple(
        Article(capital(spaced(table.name)), partial(_amount, table), explains=(table.name,))
        for table in tables
    )


def possible(type_: ValueType) -> Line:
    """What a value can be, in words."""
    sort = {
        Kind.YES_NO: "ja of nee",
        Kind.COUNT: "een heel getal",
        Kind.MONEY: "een bedrag",
        Kind.PERCENTAGE: "een percentage",
        Kind.DATE: "een datum",
        Kind.DURATION: "een duur",
        Kind.TEXT: "een tekst",
    }
    per = " en ".join(f"per {each}" for each in (Per.PERSON, Per.MONTH, Per.YEAR) if each in type_.per)
    what = choices_of(type_) if type_.kind is Kind.CHOICE else line(sort[type_.kind])
    said = [line(what, f" {per}" if per else ""), *map(line, _limits(type_))]
    absent = "; het kan ook niet van toepassing zijn" if type_.may_be_absent else ""
    return line(*joined(said, ", "), absent)


def value_in_words(value: Value, type_: ValueType) -> str:
    """A value as it stands in an article."""
    if isinstance(value, Duration):
        return duration_in_words(value)
    if type_.kind is Kind.CHOICE and not isinstance(value, Absent):
        return explained(str(value), type_.words)
    return as_dutch(value, type_.kind)


def table(header: Iterable[str], rows: Iterable[tuple[Said, ...]]) -> Table:
    """A table of words."""
    heads = tuple(line(head) for head in header)
    return Table(heads, tuple(tuple(line(cell) for cell in row) for row in rows), (False,) * len(heads))


def _agreed(points: tuple[AgreedPoint, ...], scope: Scope) -> tuple[Block, ...]:
    rows = (
        (str(number), _subject(point, scope), _filled(point), _why(point))
        for number, point in enumerate(points, start=1)
    )
    return (
        Paragraph(
            line(
                "Hierover is het volgende afgesproken. Een punt dat nog open is, geldt pas als het is ingevuld."
            )
        ),
        table(("Nr.", "Onderwerp", "Afspraak", "Bron of aanname"), rows),
    )


def _subject(point: AgreedPoint, scope: Scope) -> Line:
    declared = point.declared
    assert declared.type is not None
    limits = f"Mogelijk: {', '.join(limits)}." if (limits := list(_limits(declared.type))) else ""
    more = (
        sentence(declared.description) if declared.description else "",
        limits,
        basis(declared.provenance),
    )
    said = line(*joined((each for each in more if each), " "))
    return line(term(declared.name, scope.lexicon), ". " if said else "", said)


def _filled(point: AgreedPoint) -> str:
    declared = point.declared
    assert declared.type is not None
    if point.value is None:
        return "nog open"
    per = next((f" per {each}" for each in (Per.MONTH, Per.YEAR) if each in declared.type.per), "")
    return value_in_words(point.value, declared.type) + ("" if isinstance(point.value, Absent) else per)


def _why(point: AgreedPoint) -> Line:
    stated = point.stated
    if stated.open_reason is not None:
        return line(sentence(f"Open: {stated.open_reason}"))
    return short_origin(stated.provenance)


def _asked(points: tuple[AgreedPoint, ...], scope: Scope) -> tuple[Block, ...]:
    rows = []
    for point in points:
        assert point.declared.type is not None
        about = sentence(point.declared.description) if point.declared.description else ""
        subject = line(term(point.declared.name, scope.lexicon), ". ", about)
        rows.append((subject, possible(point.declared.type), origin(point.declared.provenance)))
    return (
        Paragraph(line("Een gemeente vult elk van deze punten in, of zegt waarom het open is.")),
        table(("Onderwerp", "Mogelijk", "Grondslag of bron"), rows),
    )


def _told(known: tuple[Fact, ...], scope: Scope) -> tuple[Block, ...]:
    rows = (
        (line(term(fact.name, scope.lexicon)), _question(fact), _particulars(fact, scope)) for fact in known
    )
    return (
        Paragraph(line("Van een zaak moet dit bekend zijn, voor zover het voor de uitkomst nodig is.")),
        table(("Gegeven", "Vraag", "Bijzonderheden"), rows),
    )


def _judged(known: tuple[Fact, ...], scope: Scope) -> tuple[Block, ...]:
    rows = (
        (
            line(term(fact.name, scope.lexicon)),
            _question(fact),
            DECIDERS.get(fact.judged_by or "", f"de {spaced(fact.judged_by or '')}"),
            _particulars(fact, scope),
        )
        for fact in known
    )
    return (
        Paragraph(line("Hierover oordeelt een mens, die zegt wie het oordeel gaf, op welke dag en waarom.")),
        table(("Oordeel", "Vraag", "Wie oordeelt", "Bijzonderheden"), rows),
    )


_SEVERAL = {
    Several.AVERAGE: "Van de oordelen van meer mensen telt het gemiddelde, afgerond op een heel getal.",
    Several.UNANIMOUS: "Van de oordelen van meer mensen telt er pas een als zij gelijk zijn.",
}


def _question(fact: Fact) -> Line:
    return line(sentence(fact.question), " Antwoord: ", possible(fact.type), ".")


def _particulars(fact: Fact, scope: Scope) -> Line:
    said: list[Said] = []
    if fact.description:
        said.append(sentence(fact.description))
    if fact.applies_when is not None:
        said.append(line("Alleen als geldt: ", inline(fact.applies_when, scope.lexicon), "."))
    if fact.from_dossier is not None:
        said.append(_from_dossier(fact.from_dossier, scope))
    if fact.several is not None:
        said.append(_SEVERAL[fact.several])
    said.append(origin(fact.provenance))
    return line(*joined((each for each in said if each), " "))


def _from_dossier(query: DossierQuery, scope: Scope) -> Line:
    decision = scope.stack.decisions.get(query.source)
    source = f"de besluiten ‘{decision.title}’" if decision else query.source
    subject = term(query.subject, scope.lexicon) if query.subject else ""
    match query.take:
        case "aantal":
            what = line("tel ", source)
        case "som":
            what = line("tel ", subject, " op uit ", source)
        case _:
            what = line(f"neem de {query.take} ", subject, " uit ", source)
    condition = query.condition
    where = line(" waarvoor geldt: ", inline(condition, scope.lexicon)) if condition is not None else ()
    return line("Uit het dossier: ", what, where, ".")


def _amount(dated: AmountTable, _: Scope) -> tuple[Block, ...]:
    per = next((f" per {each}" for each in (Per.MONTH, Per.YEAR) if each in dated.type.per), "")
    about = (Paragraph(line(sentence(dated.description))),) if dated.description else ()
    rows = (
        (
            as_dutch(row.valid_from, Kind.DATE),
            "onbekend" if row.value is None else as_dutch(row.value, dated.type.kind),
            origin(_beyond(row.provenance, dated.provenance)),
        )
        for row in dated.values
    )
    known = as_dutch(dated.known_through, Kind.DATE)
    listed = table(("Vanaf", f"Bedrag{per}", "Bron of aanname"), rows)
    return (
        *about,
        Table(listed.header, listed.rows, (False, True, False)),
        Paragraph(
            line(
                f"Het bedrag is bekend tot en met {known}. Daarna is het onbekend tot er een nieuw bedrag is."
            )
        ),
        *note(origin(dated.provenance)),
    )


def _beyond(own: Provenance, whole: Provenance) -> Provenance:
    """What a row says beyond what holds for the whole table."""
    articles = tuple(article for article in own.legal_basis if article not in whole.legal_basis)
    return Provenance(
        articles,
        own.source if own.source != whole.source else None,
        own.assumption if own.assumption != whole.assumption else None,
    )


def _limits(type_: ValueType) -> Iterator[str]:
    for words, bound in (("ten minste", type_.minimum), ("ten hoogste", type_.maximum)):
        if bound is not None:
            yield f"{words} {value_in_words(bound, type_)}"
    yield from moving_bounds(type_)
