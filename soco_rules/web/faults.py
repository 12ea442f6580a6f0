"""What a person sees when something cannot be: in Dutch, with what to do, and never a trace of the program."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.diagnostics import Diagnostic
from soco_rules.web.access.paths import sign_in_at
from soco_rules.web.pages import is_partial
from soco_rules.web.pages import page
from soco_rules.web.people import NotAllowedError
from soco_rules.web.people import NotKnownError
from soco_rules.web.problems import is_for_machine
from soco_rules.web.problems import problem
from soco_rules.web.remedies import for_a_page

_SAID: dict[int, tuple[str, str]] = {
    400: ("De vraag klopt niet", "Ga terug en vul de bladzijde opnieuw in."),
    401: (
        "U bent niet meer aangemeld",
        "Ga naar de eerste bladzijde en meld u opnieuw aan.",
    ),
    404: ("Deze bladzijde is er niet", "Controleer het adres, of begin op de eerste bladzijde."),
    405: ("Dit kan hier niet", "Ga terug en gebruik de knoppen op de bladzijde."),
    408: ("Het duurde te lang", "Controleer de verbinding en probeer het opnieuw. Er is niets vastgelegd."),
    413: ("Het bestand is te groot", "Stuur een kleiner bestand, of splits het."),
    422: ("De vraag klopt niet", "Ga terug en vul de bladzijde opnieuw in."),
    429: ("Het gaat te snel", "Wacht een minuut en probeer het opnieuw."),
    500: (
        "Er ging iets mis op de werkplek",
        "Probeer het opnieuw. Blijft het misgaan, meld dan aan de beheerder het kenmerk hieronder.",
    ),
    503: ("Dit werkt nu niet", "Probeer het over een minuut opnieuw."),
}


_WHOLE = {"HX-Retarget": "main", "HX-Reselect": "main", "HX-Reswap": "outerHTML", "HX-Push-Url": "false"}


class RefusedError(Exception):
    """What was asked cannot be; the findings say why. The page that raises it changed nothing."""

    def __init__(self, *findings: Diagnostic, status: int = 409) -> None:
        """Keep the findings to show, with the HTTP status of the page that shows them."""
        super().__init__()
        self.findings = findings
        self.status = status


def add_faults(app: FastAPI) -> None:
    """Give an application a Dutch page for everything that can go wrong."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(RefusedError, _refused)
    app.add_exception_handler(NotAllowedError, _not_allowed)
    app.add_exception_handler(NotKnownError, _not_known)
    app.add_exception_handler(Exception, _unforeseen)


def fault(
    request: Request, status: int, title: str = "", remedy: str = "", *findings: Diagnostic
) -> Response:
    """The page that says that something cannot be; for a machine a problem document."""
    if is_for_machine(request):
        return problem(request, status, title, remedy, findings)
    said, then = _SAID.get(status, (HTTPStatus(status).phrase, ""))
    return page(
        request,
        "fault",
        status=status,
        title=title or said,
        remedy=remedy or then,
        findings=findings,
        mark=getattr(request.state, "mark", "") if status >= 500 else "",
    )


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if is_for_machine(request):
        return problem(request, error.status_code, headers=error.headers)
    return fault(request, error.status_code)


def _invalid(request: Request, error: Exception) -> Response:
    """An address with something in it that it cannot have, or a form that no page of the desk made."""
    assert isinstance(error, RequestValidationError)
    of_address = any(each["loc"][0] == "path" for each in error.errors())
    return fault(request, 404 if of_address else 422)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)
    return fault(request, error.status, "Dit kan niet", "", *for_a_page(error.findings))


def _not_allowed(request: Request, error: Exception) -> Response:
    return fault(request, 403, "Dit is niet voor u", str(error))


async def _not_known(request: Request, _: Exception) -> Response:
    if is_for_machine(request):
        return problem(request, 401)
    if request.method not in {"GET", "HEAD"}:  # a form may not lead to the address of an identity provider
        return await _kept(request)
    sign_in = sign_in_at(request)
    if is_partial(request):  # a part of a page cannot be a page to sign in on
        return Response(status_code=401, headers={"HX-Redirect": sign_in})
    return RedirectResponse(sign_in, 303)


async def _kept(request: Request) -> Response:
    """What somebody filled in whose session ended meanwhile, to send again: nothing is lost (WCAG 2.2.1)."""
    filled = (await request.form()).multi_items()
    answer = page(
        request,
        "access/kept",
        status=401,
        title=_SAID[401][0],
        action=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        filled=[(name, value) for name, value in filled if isinstance(value, str)],
        has_file=any(not isinstance(value, str) for _, value in filled),
    )
    if is_partial(request):  # the page takes the place of the part
        answer.headers.update(_WHOLE)
    return answer


def _unforeseen(request: Request, _: Exception) -> Response:
    return fault(request, 500)
