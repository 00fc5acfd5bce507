"""Ranks, which are set in full (manual D.5)."""

from collections.abc import Mapping
from types import MappingProxyType

FULL: Mapping[str, str] = MappingProxyType(
    {
        "acc": "Assistant Chief Constable",
        "cc": "Chief Constable",
        "asst chief constable": "Assistant Chief Constable",
        "chief insp": "Chief Inspector",
        "chief supt": "Chief Superintendent",
        "ch insp": "Chief Inspector",
        "ch supt": "Chief Superintendent",
        "dc": "Detective Constable",
        "dcc": "Deputy Chief Constable",
        "dci": "Detective Chief Inspector",
        "dep chief constable": "Deputy Chief Constable",
        "det ch insp": "Detective Chief Inspector",
        "det ch supt": "Detective Chief Superintendent",
        "det chief insp": "Detective Chief Inspector",
        "det chief supt": "Detective Chief Superintendent",
        "det con": "Detective Constable",
        "det insp": "Detective Inspector",
        "det sgt": "Detective Sergeant",
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
