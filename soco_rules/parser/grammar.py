"""The LALR parser of the expressions, from tables that are made beforehand because making them takes 70 ms.

After a change of grammar.lark: `python -m soco_rules.parser.grammar` makes the tables again (a test asks for it).
"""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from typing import Any

import lark
from lark import Lark
from lark import Transformer
from lark.grammar import Rule
from lark.lexer import TerminalDef

_FOLDER = files("soco_rules.parser")
_TABLES = "grammar.json"


def grammar_text() -> str:
    """The grammar as it is written."""
    return _FOLDER.joinpath("grammar.lark").read_text(encoding="utf-8")


def build(transformer: Transformer[Any, Any] | None = None, *, debug: bool = False) -> Lark:
    """The parser made from the grammar itself; each rule gives all of its tokens to the transformer."""
    return Lark(
        grammar_text(),
        parser="lalr",
        lexer="basic",
        keep_all_tokens=True,
        transformer=transformer,
        debug=debug,
    )


def parser_with(transformer: Transformer[Any, Any]) -> Lark:
    """The parser from the tables, or from the grammar where they were made by another version of lark."""
    tables = json.loads(_FOLDER.joinpath(_TABLES).read_text(encoding="utf-8"), object_hook=_with_numbers)
    if tables["lark"] != lark.__version__:
        return build(transformer)
    # What lark's own generated parsers call; `Lark.load` would leave out the transformer and read a pickle.
    loaded: Lark = Lark._load_from_dict(tables["data"], tables["memo"], transformer=transformer)  # type: ignore[no-untyped-call]  # noqa: SLF001
    return loaded


def tables() -> dict[str, Any]:
    """Everything that the parser needs, as plain data, with the grammar and the version that it was made of."""
    data, memo = build().memo_serialize([TerminalDef, Rule])
    return {"lark": lark.__version__, "grammar": digest(), "data": data, "memo": memo}


def digest() -> str:
    """What tells one grammar from another."""
    return hashlib.sha256(grammar_text().encode()).hexdigest()


def _with_numbers(node: dict[str, Any]) -> dict[str | int, Any]:
    """JSON writes the numbers of states as text."""
    return {int(key) if key.isdigit() else key: value for key, value in node.items()}


if __name__ == "__main__":
    from pathlib import Path

    Path(__file__).with_name(_TABLES).write_text(
        json.dumps(tables(), sort_keys=True) + "\n", encoding="utf-8"
    )
