"""What a reader meets instead of a name of the rule files: the question of a fact, the description of all else."""

from __future__ import annotations

import re

from soco_rules.model.values import spaced

_WITH_ARTICLE = {"college": "het college"}
_OWN_WORDS = re.compile(r"(?:de|het|een|deze|dit|zijn|haar) [^,]*(?<! is)")


def called(name: str, words: str | None) -> str:
    """What a name is called; without words the name itself, without its low lines.

    Of a description that is what stands before the first semicolon: behind it stands what else is to be known.
    """
    first = (words or "").partition(";")[0].strip()
    return first or spaced(name)


def judge(name: str) -> str:
    """Who judges (`oordeel_van`), with the signs that no name can have."""
    return spaced(name).replace("cooperatie", "coöperatie")


def body(name: str) -> str:
    """Who decides or judges, with its article."""
    return _WITH_ARTICLE.get(name, f"de {judge(name)}")


def quoted(words: str) -> str:
    """The words inside a sentence: a question stands between marks."""
    return f"‘{words}’" if "?" in words else words


def with_value(name: str, words: str, value: str, whose: str | None = None) -> str:
    """What a name is called with what it is: as a clause where the words allow, else behind a colon.

    Example: `het hoogste aantal leden is 20`, `‘Is er een plan?’: ja`, `of de kandidaat hier woont: nee`.
    """
    said = f"{quoted(words)} ({whose})" if whose else quoted(words)
    joins = words == spaced(name) or _OWN_WORDS.fullmatch(words)
    return f"{said} is {value}" if joins else f"{said}: {value}"
