"""Reads what a topic's folder says of itself: its manifest, and the defects known in its figures."""

from dataclasses import replace

from storygen.errors import SettingsError, UsageError, nearest
from storygen.model.topic import KnownIssue, Topic
from storygen.paths import topic_folder, topics
from storygen.settings import load


def read_topic(name: str) -> Topic:
    """
    The topic called `name`, its known issues included.

    Raises UsageError if no such topic ships, SettingsError if a file of it cannot be used.
    """
    if name not in topics():
        raise UsageError(f"there is no topic called {name}; {nearest(name, topics())}")
    folder = topic_folder(name)
    topic = load(folder / "topic.yaml", Topic, shown_as=f"{name}/topic.yaml")
    path = folder / "issues.yaml"
    if not path.is_file():
        return topic
    issues = load(path, tuple[KnownIssue, ...], shown_as=f"{name}/issues.yaml")
    return replace(topic, issues=_known(issues, topic, name))


def _known(issues: tuple[KnownIssue, ...], topic: Topic, name: str) -> tuple[KnownIssue, ...]:
    slugs = {category.slug for category in topic.categories} | {"*"}
    for issue in issues:
        unknown = sorted(set(issue.categories) - slugs)
        if unknown:
            message = f"the issue '{issue.issue}' names {unknown[0]}, which is no category of the topic"
            raise SettingsError(f"{name}/issues.yaml", 1, 1, message)
    return issues
