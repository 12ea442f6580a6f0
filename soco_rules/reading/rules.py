"""A concept as an article: its meaning, where it applies, its calculation, and each of its rules as a lid."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from functools import partial

from soco_rules.compiler.precedence import EVERY_RULE
from soco_rules.compiler.precedence import precedence
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import text_of
from soco_rules.model.agreement import Concept
from soco_rules.model.agreement import Rule
from soco_rules.model.expressions import Choose
from soco_rules.model.expressions import Expression
from soco_rules.model.expressions import Literal
from soco_rules.model.expressions import Name
from soco_rules.model.values import Kind
from soco_rules.model.values import Per
from soco_rules.model.values import ValueType
from soco_rules.model.values import capital
from soco_rules.model.values import spaced
from soco_rules.reading.lists import column
from soco_rules.reading.lists import conditions
from soco_rules.reading.lists import marks
from soco_rules.reading.lists import stated
from soco_rules.reading.outline import Article
from soco_rules.reading.outline import Scope
from soco_rules.reading.outline import reference
from soco_rules.reading.outline import rules_named
from soco_rules.reading.provenance import note
from soco_rules.reading.provenance import origin
from soco_rules.reading.sentences import cases
from soco_rules.reading.sentences import inline
from soco_rules.reading.sentences import phrase
from soco_rules.reading.sentences import steps
from soco_rules.reading.syntax import kind_of
from soco_rules.reading.words import Lexicon
from soco_rules.reading.words import choices_of
from soco_rules.reading.words import joined
from soco_rules.reading.words import line
from soco_rules.reading.words import opened
from soco_rules.reading.words import prose
from soco_rules.reading.words import sentence
from soco_rules.reading.words import series
from soco_rules.reading.words import term

_ONE = " als geldt: "
_SEVERAL = " als aan {} is voldaan"


def article_of(concept: Concept) -> Article:
    """The article of what one layer says about a concept."""
    added = "" if concept.type is not None else ": aanvulling"
    return Article(
        capital(spaced(concept.name)) + added,
        partial(_body, concept),
        explains=(concept.name,) if concept.type is not None else (),
        rules=tuple((concept.name, rule.name) for rule in concept.rules),
    )


def _body(concept: Concept, scope: Scope) -> tuple[Block, ...]:
    return (
        *(_meaning(concept, scope) if concept.type is not None else _addition(concept, scope)),
        *_calculation(concept, scope),
        *_rules(concept, scope),
        *_otherwise(concept, scope),
        *(_added(concept, scope) if concept.type is not None else ()),
        *(note(origin(concept.provenance)) if concept.type is not None else ()),
    )


def _meaning(concept: Concept, scope: Scope) -> Iterator[Block]:
    assert concept.type is not None
    name = term(concept.name, scope.lexicon)
    yield Paragraph(opened(name, _about(concept.description, concept.type), _measure(concept.type)))
    if concept.applies_when is not None:
        lead, below = conditions(
            stated(concept.applies_when, scope.lexicon),
            "Dit artikel geldt alleen als: ",
            "Dit artikel geldt alleen als aan {} is voldaan",
        )
        yield Paragraph(lead)
        yield from below
        yield Paragraph(line("In andere gevallen is ", name, " niet van toepassing."))


def sentence_end(text: str) -> str:
    """The text with a full stop."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _sort(type_: ValueType) -> str:
    match type_.kind:
        case Kind.YES_NO:
            return "ja of nee"
        case Kind.COUNT:
            return "een heel getal"
        case Kind.DURATION:
            return "een duur"
        case _:
            return f"een {type_.kind}"


def _measure(type_: ValueType) -> str:
    per = [f"per {each}" for each in (Per.PERSON, Per.MONTH, Per.YEAR) if each in type_.per]
    return f" Het wordt {' en '.join(per)} bepaald." if per else ""


def _about(description: str, type_: ValueType) -> Line:
    """What a concept is about and what its outcomes are."""
    is_choice = type_.kind is Kind.CHOICE
    choices = choices_of(type_)
    if not description:
        return line(" is ", choices, ".") if is_choice else line(f": {_sort(type_)}.")
    outcomes = line(" De uitkomst is ", choices, ".") if is_choice else ()
    return line(sentence_end(f": {prose(description)}"), outcomes)


def _addition(concept: Concept, scope: Scope) -> Iterator[Block]:
    name = term(concept.name, scope.lexicon)
    higher = scope.stack.concepts[concept.name]
    owned = [
        scope.leden[rule]
        for other in higher.rules
        if (rule := (concept.name, other.rule.name)) in scope.leden
    ]
    here = _here(concept, scope)
    first = next((article for article, _ in owned if article != here), None)
    where = line(" in ", reference(first)) if first else line(" in een hogere laag")
    about = sentence_end(f": {prose(higher.declared.description)}") if higher.declared.description else "."
    yield Paragraph(
        line("Dit artikel geeft regels over ", name, about, " Het vult aan wat daarover staat", where, ".")
    )


def _added(concept: Concept, scope: Scope) -> Iterator[Block]:
    """Where a lower layer adds rules to this concept."""
    own = {rule.name for rule in concept.rules}
    added = [
        scope.leden[concept.name, owned.rule.name][0]
        for owned in scope.stack.concepts[concept.name].rules
        if owned.rule.name not in own and (concept.name, owned.rule.name) in scope.leden
    ]
    if added:
        articles = series(map(reference, dict.fromkeys(added)))
        yield Paragraph(opened(articles, " vult dit artikel aan."))


def _here(concept: Concept, scope: Scope) -> int | None:
    return next((scope.leden[concept.name, rule.name][0] for rule in concept.rules), None)


def _calculation(concept: Concept, scope: Scope) -> tuple[Block, ...]:
    if concept.calculation is None:
        return ()
    return _determined(term(concept.name, scope.lexicon), concept.calculation, scope)


def _determined(name: Text, value: Expression, scope: Scope) -> tuple[Block, ...]:
    """What a calculation says: a condition, cases, steps, or one sentence."""
    lexicon = scope.lexicon
    if isinstance(value, Choose):
        return (Paragraph(opened(name, " wordt als volgt bepaald:")), _cases(name, value, scope))
    if is_condition(value, lexicon):
        lead, below = conditions(stated(value, lexicon), _ONE, _SEVERAL)
        return (Paragraph(opened(name, " is ja", lead)), *below, Paragraph(line("Anders is ", name, " nee.")))
    *before, last = steps(value, lexicon)
    if not before:
        return (Paragraph(opened(name, _is(last), last, ".")),)
    clauses = [Clause(str(number), line("Neem ", step, ".")) for number, step in enumerate(before, start=1)]
    clauses.append(Clause(str(len(before) + 1), opened(name, _is(last), last, ".")))
    return (Paragraph(opened(name, " wordt in stappen berekend:")), Clauses(tuple(clauses)))


def is_condition(value: Expression, lexicon: Lexicon) -> bool:
    """Whether a calculation says when something is ja."""
    plain = isinstance(value, Literal | Name | Choose)
    return not plain and kind_of(value, lexicon) is Kind.YES_NO


def _cases(name: Text, value: Choose, scope: Scope, *, depth: int = 0) -> Clauses:
    lexicon = scope.lexicon
    found, rest = cases(value)
    said = []
    for condition, then in found:
        value_then = phrase(then, lexicon)
        said.append(line(name, _is(value_then), value_then, _ONE, inline(condition, lexicon), ";"))
    value_else = phrase(rest, lexicon)
    said.append(line("in andere gevallen is ", name, _is(value_else, verb=""), value_else, "."))
    return Clauses(tuple(Clause(mark, each) for mark, each in zip(marks(depth), said, strict=False)))


def _is(value: Line, verb: str = " is") -> str:
    """Two terms never stand side by side."""
    first = value[0]
    return f"{verb} gelijk aan " if isinstance(first, Text) and first.term else f"{verb} "


def _rules(concept: Concept, scope: Scope) -> Iterator[Block]:
    listed = [rule for rule in concept.rules if not rule.in_table]
    rows = [rule for rule in concept.rules if rule.in_table]
    clauses = [_lid(concept.name, rule, number, scope) for number, rule in enumerate(listed, start=1)]
    table = _table(concept.name, rows, len(listed) + 1, scope) if rows else None
    if table is None:
        clauses += [
            _lid(concept.name, rule, number, scope) for number, rule in enumerate(rows, start=len(listed) + 1)
        ]
    if clauses:
        yield Clauses(tuple(clauses))
    if table is not None:
        name = term(concept.name, scope.lexicon)
        yield Paragraph(
            line(
                _ROWS, "Klopt alles wat in een rij staat, dan is ", name, " wat in de kolom ", name, " staat."
            )
        )
        yield table


def _lid(concept: str, rule: Rule, number: int, scope: Scope) -> Clause:
    name = term(concept, scope.lexicon)
    here = scope.leden[concept, rule.name][0]
    except_of = rules_named(concept, rule.exception_to, scope, here)
    lead = line("In afwijking van ", except_of, " ") if except_of else ()
    always = isinstance(rule.condition, Literal) and rule.condition.value is True
    said = stated(rule.condition, scope.lexicon)
    when, below = (line("."), ()) if always else conditions(said, _ONE, _SEVERAL)
    if isinstance(rule.outcome, Choose):
        verb = line("wordt ", name) if lead else line(name, " wordt")
        sentence_ = opened(lead, verb, " bepaald zoals hieronder staat", when)
        below = (*below, _cases(name, rule.outcome, scope, depth=1 if said.items else 0))
    else:
        verb = line("is ", name) if lead else line(name, " is")
        sentence_ = opened(lead, verb, _outcome(rule.outcome, scope), when)
    return Clause(str(number), sentence_, (*below, *_priority(concept, rule, scope, here), *_note(rule)))


def _outcome(value: Expression, scope: Scope) -> Line:
    if is_condition(value, scope.lexicon):
        return line(" gelijk aan (", inline(value, scope.lexicon), ")")
    words = phrase(value, scope.lexicon)
    return line(_is(words, verb=""), words)


def _priority(concept: str, rule: Rule, scope: Scope, here: int) -> tuple[Block, ...]:
    if not rule.precedes:
        return ()
    if EVERY_RULE not in rule.precedes:
        return (Paragraph(line("Dit lid gaat voor ", rules_named(concept, rule.precedes, scope, here), ".")),)
    spared = rules_named(concept, _spared(concept, rule, scope), scope, here)
    but = line(", behalve ", spared) if spared else ()
    return (
        Paragraph(line("Dit lid gaat voor alle andere regels over ", term(concept, scope.lexicon), but, ".")),
    )


def _spared(concept: str, rule: Rule, scope: Scope) -> tuple[str, ...]:
    """The rules that a rule with precedence over `alle` does not win from: the compiler says which."""
    rules = tuple(owned.rule for owned in scope.stack.concepts[concept].rules)
    found, _ = precedence(rules)
    position = rules.index(rule)
    return tuple(
        other.name
        for number, other in enumerate(rules)
        if number != position and number not in found.precedes[position]
    )


def _note(rule: Rule) -> tuple[Block, ...]:
    return note(
        f"Regel ‘{spaced(rule.name)}’.",
        sentence(f"Toelichting: {rule.description}") if rule.description else "",
        origin(rule.provenance),
        "Een gemeente kan van dit lid afwijken." if rule.may_deviate_locally else "",
    )


def _table(concept: str, rows: Sequence[Rule], first: int, scope: Scope) -> Table | None:
    """Rules of one form as a table; None where a condition fits no column."""
    columns: dict[str, Line] = {}
    cells: list[dict[str, Line]] = []
    for rule in rows:
        cells.append({})
        for part in rule.condition_parts:
            found = column(part, scope.lexicon)
            if isinstance(rule.outcome, Choose) or found is None or text_of(found[0]) in cells[-1]:
                return None
            columns.setdefault(text_of(found[0]), found[0])
            cells[-1][text_of(found[0])] = found[1]
    header = (line("Lid"), *columns.values(), term_line(concept, scope), line("Bijzonderheden"))
    return Table(
        header,
        tuple(
            (
                line(str(first + number)),
                *(cells[number].get(each, line("–")) for each in columns),
                phrase(rule.outcome, scope.lexicon),
                _particulars(concept, rule, scope),
            )
            for number, rule in enumerate(rows)
        ),
        (False,) * len(header),
    )


def term_line(name: str, scope: Scope) -> Line:
    """A name by itself."""
    return line(term(name, scope.lexicon))


def _particulars(concept: str, rule: Rule, scope: Scope) -> Line:
    here = scope.leden[concept, rule.name][0]
    except_of = rules_named(concept, rule.exception_to, scope, here)
    said = [line("In afwijking van ", except_of, ".")] if except_of else []
    blocks = (*_priority(concept, rule, scope, here), *_note(rule))
    said += [block.line for block in blocks if isinstance(block, Paragraph)]
    return line(*joined(said, " "))


def _otherwise(concept: Concept, scope: Scope) -> tuple[Block, ...]:
    if concept.otherwise is None:
        return ()
    name = term(concept.name, scope.lexicon)
    others = [
        scope.leden[concept.name, owned.rule.name][0]
        for owned in scope.stack.concepts[concept.name].rules
        if (concept.name, owned.rule.name) in scope.leden
    ]
    own = {scope.leden[concept.name, rule.name][0] for rule in concept.rules}
    also = series(dict.fromkeys(reference(number) for number in others if number not in own))
    which = (
        line("Geldt geen van deze leden", " en ook geen lid van ", also)
        if also
        else line("Geldt geen van deze leden")
    )
    return (Paragraph(line(which, ", dan is ", name, _outcome(concept.otherwise, scope), ".")),)


_ROWS = "Elke rij van deze tabel is een lid. Een streepje telt niet mee. "
