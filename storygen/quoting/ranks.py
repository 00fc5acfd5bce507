"""Ranks, which are set in full (manual D.5)."""

from collections.abc import Mapping
from types import MappingProxyType

FULL: Mapping[str, str] = MappingProxyType(
    {
        "acc": "Assistant Chief Constable",
        "cc": "Chief Constable",
        "ch insp": "Chief Inspector",
        "ch supt": "Chief Superintendent",
        "dc": "Detective Constable",
        "dcc": "Deputy Chief Constable",
        "dci": "Detective Chief Inspector",
        "det supt": "Detective Superintendent",
        "di": "Detective Inspector",
        "ds": "Detective Sergeant",
        "insp": "Inspector",
        "pc": "Police Constable",
        "pcc": "Police and Crime Commissioner",
        "ps": "Police Sergeant",
        "sgt": "Sergeant",
        "supt": "Superintendent",
        "t/ch supt": "Temporary Chief Superintendent",
    }
)
"""What is often written for a rank, in small letters and without stops, and what is printed."""


def in_full(rank: str) -> str | None:
    """
    What a rank is called in full, None where nobody has shortened it.

    >>> in_full("Ch. Supt."), in_full("Chief Superintendent")
    ('Chief Superintendent', None)
    """
    return FULL.get(" ".join(rank.replace(".", " ").split()).casefold())
