"""Paper: a title's house style."""

from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from annotated_types import Ge, Le

from storygen.model.strict import STRICT

Percent = Literal["word", "sign"]
Years = Literal["2018-19", "2018/19", "year to March 2019", "year to 31 March 2019"]
Number = Annotated[int, Ge(0), Le(20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Boost:
    """
    An editor's wish: so many points of news value, up or down, for an area, a drug, an angle or any together.

    Names are slugs; one left out means any. `by` is from -20 to 20. `reason` stands beside it for
    whoever reads the file.
    """

    __pydantic_config__: ClassVar = STRICT
    MOST: ClassVar = 20

    by: Annotated[int, Ge(-20), Le(20)]
    reason: str
    area: str | None = None
    drug: str | None = None
    angle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """
    What a title does otherwise in a headline than in its copy.

    `case` is for the letters; `longest` the most characters, spaces included, which a shorter wording is sought to
    keep (manual C.4); `percent`, `years` and `words_up_to` are as in `House`, and None is as in the copy.
    """

    __pydantic_config__: ClassVar = STRICT

    case: Literal["sentence", "title", "upper"] = "sentence"
    longest: Annotated[int, Ge(30), Le(200)] = 80
    percent: Percent | None = None
    years: Years | None = None
    words_up_to: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """
    How one title sets numbers and words, and what it puts between its paragraphs (manual C.2).

    What a file leaves out is as in the regional default. A choice that is a form is named by an example of it. `title`
    names the style for people; `disclosure` is the line that says how a report was made, without figures;
    `{statistics}` in it is what the topic calls its figures, `{producers}` who publishes them.

    - Numbers: `percent` is the word or the sign; `words_up_to` the largest number spelled out, places included;
      `percent_words_up_to` the same before "per cent" (0: always figures); `million` how a million and more is set.
    - Units and years: `weights` is how a unit stands by its number; `years` how a financial year is named; `dates` the
      order of a day and its month.
    - Words: `caps_first_word` sets the first word of the story in capitals; `class_caps` writes "Class A"; `force` is
      one thing, or several people; `capital_label` calls the place with the highest rate of a drug its capital, in
      one sentence with the measure.
    - Marks: `quotes` are straight or curly, apostrophes too; `quote_marks` the outer ones; `dash` is what stands
      between an aside and its sentence.
    - The page: `crossheads` are set between paragraphs; `read_more` is how many places are kept for links to earlier
      stories; `figures` and `paragraphs` are how many a story has room for before what it must carry is all it says.
    - `boosts` are the title's own sense of news.
    """

    __pydantic_config__: ClassVar = STRICT

    name: str
    title: str
    disclosure: str
    percent: Percent = "word"
    percent_words_up_to: Number = 0
    words_up_to: Number = 9
    million: Literal["1.2 million", "1.2m", "1,200,000"] = "1.2 million"
    weights: Literal["5kg", "5 kg", "5 kilograms"] = "5kg"
    years: Years = "2018-19"
    dates: Literal["31 March", "March 31"] = "31 March"
    caps_first_word: bool = False
    class_caps: bool = False
    force: Literal["singular", "plural"] = "singular"
    capital_label: bool = False
    quotes: Literal["straight", "curly"] = "straight"
    quote_marks: Literal["double", "single"] = "double"
    dash: Literal["en", "em", "comma"] = "en"
    headline: Headline = field(default_factory=Headline)
    crossheads: bool = False
    read_more: Annotated[int, Ge(0), Le(3)] = 0
    figures: Annotated[int, Ge(0)] = 18
    paragraphs: Annotated[int, Ge(0)] = 11
    boosts: tuple[Boost, ...] = ()
