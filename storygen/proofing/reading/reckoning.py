"""What the figures say: every sum a claim can rest on, in plain exact arithmetic, with how it was done."""

from collections.abc import Callable
from fractions import Fraction
from functools import cache

from storygen.model.figure import Cell
from storygen.model.reading import Truth
from storygen.model.topic import Kind
from storygen.proofing.reading.almanac import NATIONAL, POLICE, Almanac, Entry

Cells = tuple[Cell, ...]

MILLION = 1_000_000
LIKELY = Fraction(84, 100)  # standard errors clear of the next: a chance of 0.80 of truly leading (manual R13)
FIRST_NATIONAL = "2008-09"  # the first year of the country's totals, a year before the forces'
FEWEST = 20  # seizures, for a rank to be claimed (manual B.0)


def plain(value: Fraction) -> str:
    """
    Write a value for an editor: whole numbers with commas, others to two decimals.

    >>> plain(Fraction(2097)), plain(Fraction(1, 3))
    ('2,097', '0.33')
    """
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.2f}"


SUMS = (
    *("number", "rate", "share", "change", "quantity", "pool", "standings", "moves", "moved", "movers", "part"),
    *("mix", "earlier"),
)
"""What is worked out once and kept."""


class Reckoner:
    """The desk's own arithmetic over an almanac; each sum is done once. None where a figure it needs is not held."""

    def __init__(self, almanac: Almanac) -> None:
        """Reckon from this almanac."""
        self.almanac = almanac
        for name in SUMS:
            setattr(self, name, cache(getattr(self, name)))

    def number(self, area: str, drug: str, year: str) -> Truth | None:
        """Seizures of a drug."""
        return _as_typed(self.almanac.number(area, drug, year))

    def quantity(self, area: str, drug: str, year: str) -> Truth | None:
        """The quantity of a drug, in the unit of the tables."""
        return _as_typed(self.almanac.quantity(area, drug, year))

    def rate(self, area: str, drug: str, year: str, per: int = 1_000_000) -> Truth | None:
        """Seizures for every `per` residents; the country's are those of its police forces (manual B.0)."""
        scope = POLICE if area == NATIONAL else area
        return _worked(
            "{0} ÷ {1} × " + f"{per:,}",
            lambda count, people: count * per / people,
            self.almanac.number(scope, drug, year),
            self.almanac.people(scope, year),
        )

    def rest_rate(self, region: str, without: str, drug: str, year: str) -> Truth | None:
        """The rate of a region's other ranked forces together."""
        others = [each.slug for each in self.almanac.members(region) if each.slug != without and each.is_ranked]
        count = _sum([self.almanac.number(each, drug, year) for each in others])
        people = _sum([self.almanac.people(each, year) for each in others])
        return _worked("{0} ÷ {1} × 1,000,000", lambda top, bottom: top * 1_000_000 / bottom, count, people)

    def share(self, area: str, drug: str, year: str, *, of_known: bool = False) -> Truth | None:
        """Part of all seizures, in per cent; `of_known` leaves out those with no drug identified."""
        scope = POLICE if area == NATIONAL else area
        whole = self.almanac.number(scope, self.almanac.total, year)
        if of_known and whole:
            unknown = self.almanac.number(scope, "unidentified", year)
            whole = (whole[0] - unknown[0], whole[1] + unknown[1]) if unknown else None
        return _worked("{0} ÷ {1} × 100", _percent, self.almanac.number(scope, drug, year), whole)

    def part(self, area: str, whole: str, drug: str, year: str) -> Truth | None:
        """A force's part of the seizures of a drug by all of a region's or the country's forces, in per cent."""
        return _worked(
            "{0} ÷ {1} × 100", _percent, self.almanac.number(area, drug, year), self.almanac.number(whole, drug, year)
        )

    def authorities_part(
        self, named: frozenset[str], drug: str, year: str, *, is_quantity: bool = False
    ) -> Truth | None:
        """The part of the country's seizures, or of the quantity, that authorities have together, in per cent."""
        read = self.almanac.quantity if is_quantity else self.almanac.number
        whole = read(NATIONAL, drug, year)
        left = [each for each in self.almanac.topic.police_less if each not in named] if POLICE in named else []
        told = _sum([read(each, drug, year) for each in (left or sorted(named - {POLICE}))])
        if POLICE in named and left:
            told = (whole[0] - told[0], whole[1] + told[1]) if whole and told else None
        return _worked("{0} ÷ {1} × 100", _percent, whole if POLICE in named and not left else told, whole)

    def change(self, area: str, drug: str, now: str, then: str, measure: str = "count") -> Truth | None:
        """Change between two years, in per cent of the earlier."""
        return _worked("({0} \u2212 {1}) ÷ {1} × 100", _change, *self._pair(area, drug, now, then, measure))

    def ratio(self, area: str, drug: str, now: str, then: str, measure: str = "count") -> Truth | None:
        """How many times the earlier number the later is."""
        return _worked("{0} ÷ {1}", lambda new, old: new / old, *self._pair(area, drug, now, then, measure))

    def difference(self, area: str, drug: str, now: str, then: str, measure: str = "count") -> Truth | None:
        """Later number less earlier."""
        return _worked("{0} \u2212 {1}", lambda new, old: new - old, *self._pair(area, drug, now, then, measure))

    def _pair(self, area: str, drug: str, now: str, then: str, measure: str) -> tuple[Entry | None, Entry | None]:
        if measure == "quantity":
            return self.almanac.quantity(area, drug, now), self.almanac.quantity(area, drug, then)
        if measure in {"rate", "share"}:
            worked = self.rate if measure == "rate" else self.share
            return _entry(worked(area, drug, now)), _entry(worked(area, drug, then))
        return self.almanac.number(area, drug, now), self.almanac.number(area, drug, then)

    def pool(self, drug: str, year: str, region: str | None = None) -> tuple[tuple[str, Fraction], ...]:
        """The ranked forces with a usable figure and their rates, highest first (manual B.0, "Pool")."""
        found = []
        for area in self.almanac.forces:
            if area.is_ranked and region in {None, area.region} and self.almanac.is_usable(area.slug, drug, year):
                rate = self._rate(area.slug, drug, year)
                if rate is not None:
                    found.append((area.slug, rate))
        return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))

    def _rate(self, area: str, drug: str, year: str) -> Fraction | None:
        """A force's rate per million by itself: a ranking of many has no use for how each was worked out."""
        count, people = self.almanac.number(area, drug, year), self.almanac.people(area, year)
        return count[0] * MILLION / people[0] if count and people and people[0] else None

    def median(self, drug: str, year: str) -> Truth | None:
        """The rate in the middle of the forces compared, or the mean of the two in the middle."""
        values = sorted(rate for _, rate in self.pool(drug, year))
        if not values:
            return None
        middle = (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2
        return Truth(value=middle, working=f"the middle of {len(values)} rates")

    def leads(self, area: str, drug: str, year: str) -> bool:
        """Whether a force had the highest usable rate of a year, clear of chance and of doubtful ones (manual R13)."""
        pool = self.pool(drug, year)
        if len(pool) < 2 or pool[0][0] != area:  # noqa: PLR2004 - a first place needs a second
            return False
        (_, own), (rival, other) = pool[:2]
        published = (self._rate(each.slug, drug, year) for each in self.almanac.forces if each.is_ranked)
        is_doubted = any(rate > own for rate in published if rate)
        noise = self._variance(area, drug, year) + self._variance(rival, drug, year)
        return not is_doubted and (own - other) ** 2 > LIKELY**2 * noise and self._count(area, drug, year) >= FEWEST

    def _count(self, area: str, drug: str, year: str) -> Fraction:
        entry = self.almanac.number(area, drug, year)
        return entry[0] if entry else Fraction(0)

    def _variance(self, area: str, drug: str, year: str) -> Fraction:
        """Of a rate per million: as much as its count varies, over the residents squared."""
        guards, people = self.almanac.topic.guards, self.almanac.people(area, year)
        spread = guards.dispersion.get(drug, guards.dispersion_default)
        return spread * self._count(area, drug, year) * MILLION**2 / people[0] ** 2 if people else Fraction(0)

    def earlier(self, area: str, drug: str, year: str, *, is_quantity: bool) -> tuple[tuple[str, Entry], ...]:
        """
        Every year before with its number, or quantity, that a record must stand against, newest first.

        Suspect numbers are among them, those of a part of a year are not (manual B.0).
        """
        almanac = self.almanac
        read = almanac.quantity if is_quantity else almanac.number
        held: list[tuple[str, Entry]] = []
        while (year := almanac.before(year)) >= min(almanac.years[0], FIRST_NATIONAL):
            entry = read(area, drug, year)
            if entry and (area not in almanac.areas or almanac.is_usable(area, drug, year, standing=True)):
                held.append((year, entry))
        return tuple(held)

    def regional(self, region: str, drug: str, year: str, *, by_rate: bool) -> Truth | None:
        """The rate or the number of all of a region's forces together; None unless each can be compared."""
        if not all(self.almanac.is_usable(each.slug, drug, year) for each in self.almanac.members(region)):
            return None
        return self.rate(region, drug, year) if by_rate else self.number(region, drug, year)

    def standings(self, drug: str, year: str) -> tuple[tuple[str, Fraction], ...]:
        """Every force with a usable number, ranked or not, and that number, highest first."""
        found = []
        for area in self.almanac.forces:
            entry = self.almanac.comparable(area.slug, drug, year)
            if entry:
                found.append((area.slug, entry[0]))
        return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))

    def moves(self, drug: str, year: str) -> dict[str, Fraction]:
        """By force, the change of the number on the year before, where the two can be compared."""
        then = self.almanac.before(year)
        found = {}
        for area in self.almanac.forces:
            slug = area.slug
            now_entry, old = self.almanac.comparable(slug, drug, year), self.almanac.comparable(slug, drug, then)
            if now_entry and old and self.almanac.window(slug, drug, year) <= then:
                found[slug] = now_entry[0] - old[0]
        return found

    def moved(self, drug: str, year: str, sign: int) -> Truth | None:
        """How many forces' numbers went a way, of those whose two years can be compared."""
        moves = self.moves(drug, year)
        count, way = sum(sign * move > 0 for move in moves.values()), "up" if sign > 0 else "down"
        return Truth(value=Fraction(count), working=f"{count} of {len(moves)} forces {way}") if moves else None

    def mix(self, area: str, year: str, group: str = "") -> tuple[tuple[str, Truth], ...]:
        """The single drugs by number of seizures, most first; of one class of drugs if `group` is given."""
        found = [
            (each.slug, truth)
            for each in self.almanac.topic.categories
            if each.kind is Kind.ITEM and each.is_counted and (not group or each.group_in(year) == group)
            and (truth := self.number(area, each.slug, year))
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda pair: -pair[1].value))

    def movers(self, drug: str, year: str, least: int) -> tuple[tuple[str, Fraction], ...]:
        """Forces with at least so many the year before, and their changes in per cent, biggest rise first."""
        then, found = self.almanac.before(year), []
        for slug, move in self.moves(drug, year).items():
            old = self.almanac.number(slug, drug, then)
            if old and old[0] >= least and old[0]:
                found.append((slug, 100 * move / old[0]))
        return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))


def _entry(worked: Truth | None) -> Entry | None:
    return (worked.value, worked.cells) if worked else None


def _as_typed(entry: Entry | None) -> Truth | None:
    return Truth(value=entry[0], working=plain(entry[0]), cells=entry[1]) if entry else None


def _worked(how: str, work: Callable[[Fraction, Fraction], Fraction], *inputs: Entry | None) -> Truth | None:
    """Work with two numbers; None where one is missing or the second is nought."""
    one, two = inputs
    if one is None or two is None or ("÷" in how and not two[0]):
        return None
    value = work(one[0], two[0])
    working = f"{how.format(plain(one[0]), plain(two[0]))} = {plain(value)}"
    return Truth(value=value, working=working, cells=one[1] + two[1])


def _percent(part: Fraction, whole: Fraction) -> Fraction:
    return 100 * part / whole


def _change(now: Fraction, then: Fraction) -> Fraction:
    return 100 * (now - then) / then


def _sum(entries: list[Entry | None]) -> Entry | None:
    held = [each for each in entries if each]
    if not held or len(held) < len(entries):
        return None
    return sum((value for value, _ in held), Fraction(0)), tuple(cell for _, cells in held for cell in cells)
