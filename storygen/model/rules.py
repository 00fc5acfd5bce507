"""Paper: why each rule that a reading may cite is there, in the words of the manual (docs/manual.md, C.1)."""

from collections.abc import Mapping

REASONS: Mapping[str, str] = {
    "R01": "a number nobody can trace is a rumour",
    "R02": "one slip of a decimal is a correction tomorrow",
    "R03": "a number says nothing of how much was found",
    "R04": "seizures show what police do and record",
    "R06": "most of a drug's weight is taken at the border",
    "R08": "50 per cent of 6 is 3",
    "R09": "five points may be a quarter",
    "R13": "a lead of a few seizures is luck",
    "R13c": "a title kept is another story than a title won",
    "R14": "the official series is older, and Wales is missing",
    "R15": "three rises with a hole are not three rises",
    "R17": "a label after the claim is no label",
    "R21": "the tables give none",
    "R22": "the figure speaks for itself",
    "R23": "a label needs an author",
    "R24": "most people read no further",
    "R25": "years in prison are figures too",
    "R27": "hundreds of cells were looked at; some are bound to stand out",
    "R36": "a year of these tables ends in March",
}
"""By rule, as the manual's tables of rules have it under "Why"; a test keeps the two alike."""
