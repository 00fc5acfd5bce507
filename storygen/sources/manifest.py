"""Reads what a topic's folder says of itself: its manifest, and the defects known in its figures."""

from dataclasses import replace

from storygen.errors import SettingsError, UsageError, nearest
from storygen.model.topic import Kind, KnownIssue, Topic
from storygen.paths import topic_folder, topics
from storygen.settings import load
from storygen.sources.areas import read_areas
from storygen.sources.law import read_law
from storygen.sources.years import is_financial_year

RATE_PER = 1_000_000


def read_topic(name: str) -> Topic:
    """
    The topic called `name`, its known issues and the law on it included.

    Raises UsageError if no such topic ships, SettingsError if its manifest or its list of known issues is missing
    or cannot be used, SourceError if its list of areas cannot.
    """
    if name not in topics():
        raise UsageError(f"there is no topic called {name}; {nearest(name, topics())}")
    folder = topic_folder(name)
    topic = load(folder / "topic.yaml", Topic, shown_as=f"{name}/topic.yaml")
    areas = [area.slug for area in read_areas(folder).areas]
    issues = load(folder / "issues.yaml", tuple[KnownIssue, ...], shown_as=f"{name}/issues.yaml")
    whole = _checked_topic(topic, areas, name)
    return replace(whole, issues=_known(issues, topic, areas, name), law=read_law(folder, topic))


def _checked_topic(topic: Topic, areas: list[str], name: str) -> Topic:
    fault = _fault_of_topic(topic, areas)
    if fault:
        raise SettingsError(f"{name}/topic.yaml", 1, 1, fault)
    return topic


def _fault_of_topic(topic: Topic, areas: list[str]) -> str:
    """What keeps a manifest from being used, in words; nothing if it can be."""
    slugs = [category.slug for category in topic.categories]
    totals = [category.slug for category in topic.categories if category.kind is Kind.TOTAL]
    strangers = [slug for slug in topic.police_less if slug not in areas]
    if len(totals) != 1:
        return f"{' and '.join(totals) or 'no category'} of kind total found; expected exactly one"
    if strangers:
        return f"'police_less' names {strangers[0]}, which is no area ({nearest(strangers[0], areas)})"
    if topic.reported_group is not None and topic.reported_group not in slugs:
        return (
            f"'reported_group' is {topic.reported_group}, which is no category ({nearest(topic.reported_group, slugs)})"
        )
    return _fault_of_guards(topic) or _fault_of_nation(topic)


def _fault_of_guards(topic: Topic) -> str:
    """What is wrong with the numbers a manifest sets."""
    if not topic.guards.bands:
        return "'bands' is empty; expected at least one"
    if topic.rate_per != RATE_PER:
        return (
            f"'rate_per' is {topic.rate_per}; expected {RATE_PER}, since wordings say \"for every million residents\""
        )
    if topic.guards.dispersion_default < 1:
        return f"'dispersion_default' is {topic.guards.dispersion_default}; expected 1 or more"
    return ""


def _fault_of_nation(topic: Topic) -> str:
    """A nation that is its forces added up has nobody else in it to take off, or to set apart."""
    beside = (*topic.police_less, *filter(None, (topic.border,)))
    if topic.national_is_sum and beside:
        return (
            f"'national_is_sum' leaves no {beside[0]} to take off; expected neither 'police_less' nor 'border' with it"
        )
    return ""


def _known(issues: tuple[KnownIssue, ...], topic: Topic, areas: list[str], name: str) -> tuple[KnownIssue, ...]:
    slugs = [category.slug for category in topic.categories]
    for issue in issues:
        fault = _fault_of_issue(issue, slugs, areas, (*topic.tabulated, "rates", "all"))
        if fault:
            raise SettingsError(f"{name}/issues.yaml", 1, 1, f"the issue '{issue.issue}' {fault}")
    return issues


def _fault_of_issue(issue: KnownIssue, slugs: list[str], areas: list[str], measures: tuple[str, ...]) -> str:
    """What keeps an issue from covering anything, in words; nothing if it can."""
    unknown = sorted(set(issue.categories) - {*slugs, "*"})
    if unknown:
        return f"names {unknown[0]}, which is no category of the topic"
    if not issue.categories:
        return "names no category"
    if issue.area not in (*areas, "*", "national"):
        return f"names the area {issue.area} ({nearest(issue.area, areas)})"
    if issue.measure not in measures:
        return f"names the measure {issue.measure} ({nearest(issue.measure, list(measures))})"
    return _fault_of_years(issue)


def _fault_of_years(issue: KnownIssue) -> str:
    for year in (issue.from_year, issue.to_year):
        if not is_financial_year(year):
            return f"names the year {year}; expected one written as 2018-19 is"
    if issue.from_year > issue.to_year:
        return f"runs from {issue.from_year} to {issue.to_year}; expected the earlier year first"
    return ""
