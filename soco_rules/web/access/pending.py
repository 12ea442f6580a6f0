"""Somebody who was sent to the identity provider and did not come back yet."""

from __future__ import annotations

from dataclasses import dataclass


class SignInError(Exception):
    """Somebody cannot sign in now; the message says why, in Dutch and without anything that was sent.

    `kind` is the kind of fault, for the log: a code of OAuth or the name of an error.
    """

    def __init__(self, message: str, kind: str = "") -> None:
        super().__init__(message)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Pending:
    """What is remembered of somebody who was sent to the provider."""

    state: str
    nonce: str
    verifier: str
    back: str
    began: int
