"""Repertoire: what the desk may hand on, told to whoever must have the words for it."""

from storygen.analysis.registry import AngleRule, Effect, angles, guards
from storygen.model.topic import Kind, Topic
from storygen.model.wording import AngleCard, Repertoire


def repertoire(topic: Topic) -> Repertoire:
    """Every angle a topic can have and every guard that forbids an article, found or not in any edition."""
    cards = tuple(
        AngleCard(
            slug=rule.slug,
            is_of_total=Kind.TOTAL in rule.about,
            is_of_drugs=any(topic.has(kind) for kind in rule.about - {Kind.TOTAL}),
            tells=rule.tells,
        )
        for rule in angles()
        if _can_arise(rule, topic)
    )
    return Repertoire(angles=cards, vetoes=tuple(rule.slug for rule in guards() if rule.effect is Effect.VETO))


def _can_arise(rule: AngleRule, topic: Topic) -> bool:
    """Whether a topic has what an angle is about."""
    return any(topic.has(kind) for kind in rule.about) and (topic.has_quantities or not rule.needs_quantities)
