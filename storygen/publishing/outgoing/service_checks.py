"""Service checks: what receivers' programs and every identity need of whoever sends."""

import re
from collections.abc import Iterator
from datetime import date

from storygen.model.story import Service

AUTHORITY = re.compile(r"(?:[\w.+-]+@)?[a-z0-9-]+(?:\.[a-z0-9-]+)+")
SINCE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
ADDRESS = re.compile(r"https?://\S+")

MOST_DAYS = 36_525  # a century: a year may have been typed
NEEDED = ("name", "copyright_holder", "usage_terms", "byline")
PAGES = ("feeds", "policy", "corrections", "terms_url", "data_mining")


def service_flaws(service: Service) -> Iterator[tuple[str, str]]:
    """Every field of a service that cannot be used, with what is wrong with it (RFC 4151 for the tags, BCP 47)."""
    for name in NEEDED:
        if not getattr(service, name):
            yield name, f"'{name}' is empty"
    if not AUTHORITY.fullmatch(service.authority):
        yield "authority", f"authority is {service.authority!r}; expected a domain of yours, as example.org"
    if not _is_date(service.since):
        yield "since", f"since is {service.since!r}; expected a year, a month or a day the domain was yours, as 2026-03"
    if not 0 <= service.stale_after <= MOST_DAYS:
        yield (
            "stale_after",
            f"stale_after is {service.stale_after}; expected days, 0 for never and {MOST_DAYS:,} at most",
        )
    if not LANGUAGE.fullmatch(service.language):
        yield "language", f"language is {service.language!r}; expected a tag, as en-GB"
    for name in ("url", *(page for page in PAGES if getattr(service, page))):
        if not ADDRESS.fullmatch(getattr(service, name)):
            yield name, f"{name} is {getattr(service, name)!r}; expected an address, as https://example.org/"


def _is_date(text: str) -> bool:
    try:
        return bool(SINCE.fullmatch(text) and date.fromisoformat(f"{text}-01-01"[:10]))
    except ValueError:
        return False
