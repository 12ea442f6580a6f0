"""One letter as PDF, by either writer, with nothing imported that it does not need: `python -m bench.first_letter`."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from soco_rules.letters.to_html import as_html
from soco_rules.letters.tree import Letter
from soco_rules.letters.write import compose
from soco_rules.model.decision import Decision


def composed(decision: Decision) -> Letter:
    """The letter of a decision."""
    letter, findings = compose(decision, [Path("templates")])
    if letter is None:
        raise SystemExit(str(findings))
    return letter


def typst(letter: Letter) -> bytes:
    """As soco_rules writes it."""
    from soco_rules.letters.to_pdf import as_pdf  # noqa: PLC0415 - only this writer needs it

    return as_pdf(letter)


def weasyprint(letter: Letter) -> bytes:
    """As WeasyPrint writes the HTML of the same letter, with the same mark of accessibility."""
    library, fonts = _weasyprint()
    written = library.HTML(string=as_html(letter)).write_pdf(pdf_variant="pdf/ua-1", font_config=fonts)
    assert isinstance(written, bytes)
    return written


@cache
def _weasyprint() -> tuple[Any, Any]:
    return import_module("weasyprint"), import_module("weasyprint.text.fonts").FontConfiguration()


WRITERS = {"typst": typst, "weasyprint": weasyprint}

if __name__ == "__main__":
    WRITERS[sys.argv[2]](composed(Decision.model_validate_json(Path(sys.argv[1]).read_bytes())))
