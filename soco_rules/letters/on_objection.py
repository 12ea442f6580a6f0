"""What a letter tells of the objection on which something was decided, as a template names it."""

from __future__ import annotations

from soco_rules.letters import law
from soco_rules.letters.named import Named
from soco_rules.letters.named import Node
from soco_rules.letters.named import named_date
from soco_rules.letters.named import named_text
from soco_rules.letters.named import named_value
from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import Value
from soco_rules.model.adoption import Adoption
from soco_rules.model.house_style import Court
from soco_rules.model.house_style import HouseStyle
from soco_rules.model.house_style import Way
from soco_rules.model.objection import Costs
from soco_rules.model.objection import OnObjection
from soco_rules.model.objection import Ruled
from soco_rules.model.values import Kind

_NAME = "bezwaar"


def objection_of(adoption: Adoption | None) -> Named:
    """The contested decision, and in a decision on the objection itself what was found and why."""
    if adoption is None or adoption.on_objection is None:
        return Named(_NAME, gap="is er niet: dit is niet op een bezwaar besloten")
    said = adoption.on_objection
    fields: dict[str, Node] = {
        "bestreden_besluit": named_text(f"{_NAME}.bestreden_besluit", said.contested),
        "vastgesteld_op": named_date(f"{_NAME}.vastgesteld_op", said.adopted_on),
        "verzonden_op": named_date(f"{_NAME}.verzonden_op", said.sent_on),
        "ontvangen": named_date(f"{_NAME}.ontvangen", said.received),
        "besloten_op": named_date(f"{_NAME}.besloten_op", said.decided_on),
        "gehoord_op": named_date(f"{_NAME}.gehoord_op", said.heard_on),
        "gehoord": _phrase("gehoord", law.HEARD_ON_OBJECTION if said.heard_on else None),
        "verslag": named_text(f"{_NAME}.verslag", said.account),
        "advies": named_text(f"{_NAME}.advies", said.advice),
        "kon_tot_en_met": named_date(f"{_NAME}.kon_tot_en_met", said.closed),
        "vervangen": named_value(f"{_NAME}.vervangen", "ja" if said.replaced else "nee", Kind.YES_NO, ()),
        **_ruled(said),
    }
    return Named(_NAME, fields=fields)


def style_of(style: HouseStyle) -> Named:
    """Where an objection or appeal goes, as the house style of the municipality says; what it does not say is a gap."""
    name, court = "huisstijl", style.court
    fields: dict[str, Node] = {
        "bezwaaradres": named_text(f"{name}.bezwaaradres", ", ".join(style.objection_address)),
        "bezwaar_digitaal": _sourced(f"{name}.bezwaar_digitaal", style.objection_online),
        "rechtbank": named_text(
            f"{name}.rechtbank", ", ".join((court.name, *court.address)) if court else None, _source(court)
        ),
        "beroep_digitaal": named_text(
            f"{name}.beroep_digitaal", court.online if court else None, _source(court)
        ),
    }
    return Named(name, fields=fields)


def _sourced(path: str, way: Way | None) -> Named:
    return named_text(path, way.address if way else None, _source(way))


def _source(known: Way | Court | None) -> tuple[Origin, ...]:
    return (Origin(source=known.source),) if known else ()


def _ruled(said: OnObjection) -> dict[str, Node]:
    ruled = said.ruled
    names = (
        "niet_ontvankelijk_omdat",
        "verschoonbaar",
        "niet_gehoord",
        "afwijking_van_advies",
        "kosten",
        "nieuw_besluit",
    )
    if ruled is None:
        return {name: Named(f"{_NAME}.{name}", gap="staat in het besluit op bezwaar") for name in names}
    return {
        "niet_ontvankelijk_omdat": _phrase(
            "niet_ontvankelijk_omdat", law.INADMISSIBLE[ruled.inadmissible] if ruled.inadmissible else None
        ),
        "verschoonbaar": _phrase("verschoonbaar", law.EXCUSED if ruled.excused else None, ruled.excused),
        "niet_gehoord": _not_heard(ruled),
        "afwijking_van_advies": _phrase(
            "afwijking_van_advies", law.DEPARTED if ruled.departs else None, ruled.departs
        ),
        "kosten": _costs(ruled.costs),
        "nieuw_besluit": named_value(
            f"{_NAME}.nieuw_besluit", "ja" if ruled.renewed else "nee", Kind.YES_NO, ()
        ),
    }


def _not_heard(ruled: Ruled) -> Named:
    phrase = law.NOT_HEARD[ruled.not_heard] if ruled.not_heard else None
    return _phrase("niet_gehoord", phrase, ruled.not_heard_because)


def _costs(costs: Costs | None) -> Named:
    found = _phrase("kosten", law.COSTS if costs else None, costs.reason if costs else "")
    amount = costs.amount if costs else None
    fields = {**found.fields, "bedrag": named_value(f"{_NAME}.kosten.bedrag", amount, Kind.MONEY, ())}
    return Named(found.name, found.value, found.written, fields, gap=found.gap)


def _phrase(name: str, phrase: law.Phrase | None, reason: str = "") -> Named:
    """Words of the law with their article and, in the words of who decided, the reason."""
    path = f"{_NAME}.{name}"
    if phrase is None:
        return Named(path, gap="hoort niet bij dit besluit")
    origin = (Origin(articles=(phrase.article,)),)
    fields: dict[str, Node] = {
        "artikel": named_text(f"{path}.artikel", phrase.article, origin),
        "reden": named_text(f"{path}.reden", reason, origin),
    }
    return Named(path, Value(phrase.text, path, "wet", origin), phrase.text, fields)
