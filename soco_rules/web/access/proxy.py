"""Who a reverse proxy says that it is, in a signed header."""

from __future__ import annotations

import time
from collections.abc import Callable

from fastapi import Request

from soco_rules.web.access.claims import ClaimsError
from soco_rules.web.access.claims import claim_at
from soco_rules.web.access.claims import person_in
from soco_rules.web.access.register import Register
from soco_rules.web.access.tokens import Checks
from soco_rules.web.access.tokens import TokenError
from soco_rules.web.access.tokens import checked
from soco_rules.web.access.tokens import key_for
from soco_rules.web.access.ways import Proxy
from soco_rules.web.log import log_refusal
from soco_rules.web.people import Identify
from soco_rules.web.people import NotAllowedError
from soco_rules.web.people import Person


def account_by(proxy: Proxy) -> Callable[[Request], str | None]:
    """Which account the header of a proxy names, whatever token says so; None where no token counts."""
    checks = _checks(proxy)

    def account(request: Request) -> str | None:
        given = request.headers.getlist(proxy.header)
        if len(given) != 1:
            return None
        try:
            claims = checked(given[0].removeprefix("Bearer "), checks, int(time.time()))
        except TokenError:
            return None
        said = claim_at(claims, proxy.claims.account)
        return said if isinstance(said, str) else None

    return account


def identify_by(proxy: Proxy) -> Identify:
    """Whom the header of a proxy names; nobody without that header, or with one that does not count.

    The function raises `NotAllowedError` where the proxy vouches for somebody who cannot work here.
    """
    checks = _checks(proxy)
    register = Register(proxy.folder)

    def identify(request: Request) -> Person | None:
        given = request.headers.getlist(proxy.header)
        if len(given) != 1:
            return None
        token = given[0].removeprefix("Bearer ")
        try:
            person = person_in(checked(token, checks, int(time.time())), proxy.claims)
            register.admit(person)
        except TokenError as error:
            log_refusal(request, "aanmelden", waarom="Het token van de proxy telt niet.", soort=str(error))
            return None
        except ClaimsError as error:
            log_refusal(request, "aanmelden", waarom=str(error), soort="claims")
            raise NotAllowedError(str(error)) from None
        return person

    return identify


def _checks(proxy: Proxy) -> Checks:
    return Checks(proxy.algorithm, proxy.issuer, proxy.audience, key_for(proxy.algorithm, proxy.key))
