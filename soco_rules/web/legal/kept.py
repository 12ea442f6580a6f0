"""The forms that lawyers filled in and are about to sign, kept while they read them over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends
from fastapi import Request

from soco_rules.web.kept import Kept

KeptForms = Kept[Mapping[str, str]]


def kept_of(request: Request) -> KeptForms:
    """The forms that the desk keeps to which a request is sent."""
    kept: KeptForms = request.app.state.kept
    return kept


def texts_in(form: Mapping[str, object]) -> Mapping[str, str]:
    """What of a form can be kept: its texts."""
    return {name: value for name, value in form.items() if isinstance(value, str)}


Forms = Annotated[KeptForms, Depends(kept_of)]
