"""Whether a figure called wrong is right for something else its sentence names: then it may only have been misread."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from storygen.model.figure import Unit
from storygen.model.reading import Claim, Ruling, Truth
from storygen.proofing.agreement import is_fair
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.almanac import POLICE
from storygen.proofing.reading.reference import Line, year_of
from storygen.proofing.reading.ruling import About, named

MILLION = 1_000_000
MANY = 3  # numbers in a sentence, from where on it may be hard to tell whose each of them is
SMALL = 20  # a count below it is somebody's figure by chance
READ = {"count", "rate"}


def without_misread(line: Line, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of a sentence, with a question in place of a ruling where a figure is right for something it names."""
    if len(line.measures) < MANY or not any(claim.ruling is Ruling.CONTRADICTED for claim in claims):
        return tuple(claims)
    return tuple(_asked(line, claim) if claim.ruling is Ruling.CONTRADICTED else claim for claim in claims)


def _asked(line: Line, claim: Claim) -> Claim:
    number, own = _number(line, claim), (claim.area, claim.drug, claim.period)
    if number is None or claim.kind not in READ or _is_tied(line, number):
        return claim
    held = (about for about, unit in _others(line, claim) if about.truth and _is(number, unit, about.truth))
    other = next((about for about in held if about[:3] != own), None)
    if other is None:
        return claim
    says = f"It is the figure for {named(line, other)}: if that is meant, say so more plainly. {claim.truth}"
    return replace(claim, ruling=Ruling.UNCHECKABLE, truth=says, wording="", working=None)


def _is_tied(line: Line, number: Numeral) -> bool:
    """Whether what a number counts stands right behind it: "233 heroin seizures" is of nothing else."""
    place = next(at for at, token in enumerate(line.tokens) if token.value is number)
    return line.tokens[place + 1 : place + 2] != () and line.tokens[place + 1].tag == "drug"


def _number(line: Line, claim: Claim) -> Numeral | None:
    held = (token.value for token in line.tokens if isinstance(token.value, Numeral))
    return next((each for each in held if line.sentence.place(each.start) == (claim.line, claim.column)), None)


def _is(number: Numeral, unit: Unit, truth: Truth) -> bool:
    if unit is Unit.COUNT and (number.value or 0) < SMALL:
        return False
    return is_fair(number, unit, truth.value)


def _others(line: Line, claim: Claim) -> Iterator[tuple[About, Unit]]:
    """Every figure of what a sentence names that such a claim could be."""
    reckoner = line.context.reckoner
    for area, drug, year in product(_areas(line), _drugs(line), _years(line)):
        about = About(area, drug, year, None)
        if claim.kind == "count":
            yield about._replace(truth=reckoner.number(area, drug, year)), Unit.COUNT
        else:
            for per in _pers(line):
                yield about._replace(truth=reckoner.rate(area, drug, year, per)), Unit.RATE


def _areas(line: Line) -> tuple[str, ...]:
    places = [str(token.value) for token in line.tokens if token.tag in {"area", "rival", "region"}]
    country = [POLICE] if line.kinds & {"nation", "average", "pool"} else []
    return tuple(dict.fromkeys(each for each in (*places, *country, line.context.area) if each))


def _drugs(line: Line) -> tuple[str, ...]:
    spoken = () if line.named() else (line.context.last_drug,)
    return tuple(dict.fromkeys(each for each in (*line.named(), *spoken, line.context.reckoner.almanac.total) if each))


def _years(line: Line) -> tuple[str, ...]:
    told = [year_of(token) for token in line.tokens if token.tag == "year"]
    main = line.main_year()
    before = [line.before(main)] if "prev" in line.kinds else []
    return tuple(dict.fromkeys(each for each in (*told, main, *before) if each))


def _pers(line: Line) -> tuple[int, ...]:
    told = [token.value for token in line.tokens if token.tag == "permillion" and isinstance(token.value, int)]
    return tuple(told) or (MILLION,)
