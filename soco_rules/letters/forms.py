"""A letter as a file in the form that its name asks for."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Literal
from typing import assert_never

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.letters.to_html import as_html
from soco_rules.letters.to_markdown import as_markdown
from soco_rules.letters.tree import Document
from soco_rules.letters.tree import Letter

Form = Literal[".html", ".md", ".pdf", ".docx"]
FORMS: tuple[Form, ...] = (".html", ".md", ".pdf", ".docx")
_NEEDED: dict[Form, tuple[str, ...]] = {
    ".html": (),
    ".md": (),
    ".pdf": ("typst",),
    ".docx": ("docx", "typst"),
}
_PACKAGES = {"docx": "python-docx", "typst": "typst"}


def as_file(written: Letter | Document, form: Form) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The bytes of the file, with a warning for each character that it cannot show; None when a library is missing."""
    if lacks := lacking(form):
        return None, lacks
    match form:
        case ".html":
            return as_html(written).encode(), ()
        case ".md":
            return as_markdown(written).encode(), ()
        case ".pdf":
            from soco_rules.letters import to_pdf  # noqa: PLC0415 - an extra, and slow to import

            return to_pdf.as_pdf(written), to_pdf.unshown(written)
        case ".docx":
            from soco_rules.letters import to_docx  # noqa: PLC0415 - an extra, and slow to import

            return to_docx.as_docx(written), ()
        case _:
            assert_never(form)


def lacking(form: Form) -> tuple[Diagnostic, ...]:
    """The finding when this form needs a library of the extra `brief` that is not installed."""
    missing = [_PACKAGES[name] for name in _NEEDED[form] if find_spec(name) is None]
    message = f"voor {form} ontbreekt {' en '.join(missing)}"
    return (finding("onderdeel-ontbreekt", Span("brief"), message),) if missing else ()
