"""Q1, R03, R04, R21 to R23 and R27: words no table supports."""

import pytest
from builders import a_paragraph, findings, rules

from storygen.proofing.checks.loaded_words import LOADED


@pytest.mark.parametrize(
    "text", ['He said: "We are on it."', "They were “encouraged”.", '"A running quote', "a ” mark"]
)
def test_nothing_stands_in_quotation_marks(text: str) -> None:
    """Nobody has been quoted yet, in straight marks or in curly ones."""
    assert ["Q1"] == rules(a_paragraph(text))


def test_an_apostrophe_is_no_quotation_mark() -> None:
    """Nor is a kept place for a quote."""
    assert [] == rules(a_paragraph("[QUOTE NEEDED: the force\u2019s \u2013 or forces' \u2013 response]"))


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        *(("shocking", "R22"), ("staggering", "R22"), ("soared", "R22"), ("plunged", "R22")),
        *(("flooded", "R04"), ("epidemic", "R04")),
        *(
            ("because of", "R21"),
            ("due to", "R21"),
            ("Thanks to", "R21"),
            ("driven by", "R21"),
            ("led to", "R21"),
        ),
        *(("amount of", "R03"), ("less seizures", "R03"), ("haul", "R03"), ("more cocaine", "R03")),
        *(("has been labelled", "R23"), ("significantly", "R27")),
    ],
)
def test_a_loaded_word_is_found(words: str, rule: str) -> None:
    """With the rule it breaks."""
    (finding,) = findings(a_paragraph(f"It was {words} something."))

    assert (rule, words) == (finding.rule, finding.words)


@pytest.mark.parametrize(
    "text",
    [
        "The figures count seizures, not the amount of drugs.",
        "It made more cocaine seizures and more crack cocaine seizures than before.",
        "It made fewer seizures.",
        "Seizures depend on police activity.",
        "Overhauled recording",
    ],
)
def test_plain_words_pass(text: str) -> None:
    """Counting words and the caveat itself are what the copy is made of."""
    assert [] == rules(a_paragraph(text))


@pytest.mark.parametrize("loaded", LOADED, ids=lambda loaded: str(loaded.words))
def test_every_loaded_word_says_why(loaded: tuple[str, str, str]) -> None:
    """A rule of the style guide, and what an editor can do."""
    rule, _, advice = loaded

    assert rule.startswith("R")
    assert advice
