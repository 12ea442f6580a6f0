"""Keeping the letter of an adoption in its dossier as it is sent: so what was said, and that it was, is known."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path

from soco_rules.letters.made import Made
from soco_rules.letters.made import letter_of
from soco_rules.letters.made import made
from soco_rules.model.adoption import Adoption
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import SentLetter

PDF = "application/pdf"


def kept_letter(letter: Made | None, adoption: Adoption, entry: Entry) -> Draft | None:
    """The act that keeps a letter beside the act of its adoption; None for one that is still a concept."""
    if letter is None or letter.reasons:
        return None
    content = base64.b64encode(letter.content).decode()
    sent = SentLetter(adoption=entry.number, media_type=PDF, content=content, date=adoption.sent_on)
    return Draft(sent, entry.dossier, entry.subject, entry.month)


def final_letter(adoption: Adoption, templates: Sequence[Path]) -> Made | None:
    """The letter of an adoption that is sent with the words of soco; None where it is a concept or cannot be made.

    Who names a letter of his own sends that one.
    """
    if adoption.own_letter.strip():
        return None
    letter, _ = letter_of(adoption, templates)
    return None if letter is None or letter.concept else made(adoption, templates, ".pdf")[0]
