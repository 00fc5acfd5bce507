"""What stands in a cell of figures: a number, a mark for one that is not there, or something to ask about."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from storygen.model.release import Status
from storygen.sources.intake.labels import RAISED
from storygen.sources.intake.layouts import Intake
from storygen.sources.workbooks.grid import Broken, Value, text_of

NUMBER = re.compile(
    r"(?P<number>[0-9]+(?:\.[0-9]+)?e-[0-9]{2}|[0-9]{1,3}(?:[,   ][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    r"(?P<marks>(?:\s*[\[(][^\])]*[\])]|\s*[a-z*]+|\s[0-9]{1,2}(?:,[0-9]{1,2})*)*)",
    re.IGNORECASE,
)
ONE_MARK = re.compile(r"[\[(]([^\])]*)[\])]|([a-z*]+)|([0-9,]+)", re.IGNORECASE)
BRACKETS = re.compile(r"[\[(](.*)[\])]")
SPACED = re.compile(r"[,   ]")
NOTE = re.compile(r"(?:note\s*)?[0-9]{1,2}(?:\s*,\s*[0-9]{1,2})*", re.IGNORECASE)
ABSENT = {Status.MISSING, Status.NOT_APPLICABLE}
MOST = 10**15  # a float holds every whole number below exactly
PLACES = 6  # decimals of a quantity: a milligram in kilograms


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell understood: its digits, empty where there is no figure; its status; what is wrong with it, if anything."""

    digits: str = ""
    status: Status = Status.FINAL
    fault: str = ""


BLANK = Reading(status=Status.MISSING)


class Reader:
    """Reads cells by a topic's marks."""

    def __init__(self, intake: Intake) -> None:
        """Take the marks; a mark counts in brackets or without, capitals or not."""
        self._marks = {written.casefold(): mark.status for mark in intake.marks for written in mark.written}
        self._known: dict[tuple[str, bool], Reading] = {}

    def read(self, value: Value, *, whole: bool, times: Decimal | None = None) -> Reading:
        """
        What a cell says, as digits of a number of 0 or more: a whole one, or one with up to six decimals.

        Nothing is guessed: what is neither such a number nor a known mark comes back with its fault.
        """
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            shown = "an error, " if isinstance(value, Broken) else ""
            return Reading(fault=f"{shown}{text_of(value)}")
        if isinstance(value, str):
            return self._text(value, whole=whole, times=times)
        if whole and isinstance(value, float) and value.is_integer() and 0 <= value < MOST:
            return Reading(str(int(value)))  # nearly every cell: no need to go by way of decimals
        if not math.isfinite(value):
            return Reading(fault=str(value))
        return _number(Decimal(repr(value)), whole=whole, times=times)

    def _text(self, value: str, *, whole: bool, times: Decimal | None) -> Reading:
        if times is not None and times != 1:
            return self._typed(value, whole=whole, times=times)
        known = self._known.get((value, whole))
        if known is None:
            known = self._known[value, whole] = self._typed(value, whole=whole, times=times)
        return known

    def _typed(self, value: str, *, whole: bool, times: Decimal | None) -> Reading:
        text = " ".join(value.translate(RAISED).split())
        if not text:
            return BLANK
        status = self.status(text)
        if status:
            return Reading(status=status, fault="" if status in ABSENT else f"the mark {text} without a figure")
        found = NUMBER.fullmatch(text)
        if not found:
            return Reading(fault=f"'{text}'")
        marks = [self._after(*match.groups()) for match in ONE_MARK.finditer(found["marks"])]
        if None in marks or ABSENT.intersection(marks):
            return Reading(fault=f"'{text}'")
        number = _number(Decimal(SPACED.sub("", found["number"])), whole=whole, times=times)
        statuses = [mark for mark in marks if mark and mark is not Status.FINAL]
        return Reading(number.digits, statuses[0] if statuses else Status.FINAL, number.fault)

    def status(self, text: str) -> Status | None:
        """The status a mark stands for, in brackets or without; None for one nobody knows."""
        inside = BRACKETS.fullmatch(text)
        return self._marks.get((inside[1] if inside else text).strip().casefold())

    def _after(self, bracketed: str | None, letters: str | None, note: str | None) -> Status | None:
        """The status a mark after a number gives it: final for a footnote, None for a mark nobody knows."""
        if note or NOTE.fullmatch(bracketed or "") or letters == "*":
            return Status.FINAL
        return self._marks.get((bracketed or letters or "").strip().casefold())


def _number(number: Decimal, *, whole: bool, times: Decimal | None) -> Reading:
    if times is not None:
        number *= times
    if number < 0 or number >= MOST:
        return Reading(fault=f"{number:,f}")
    if whole and number != int(number):
        return Reading(fault=f"{number:f}")
    return Reading(str(int(number)) if whole else _shortest(number))


def _shortest(number: Decimal) -> str:
    text = f"{round(number, PLACES):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
