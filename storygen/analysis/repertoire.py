"""Repertoire: what the desk may hand on, told to whoever must have the words for it."""

from storygen.analysis.registry import Effect, angles, guards
from storygen.model.topic import Kind
from storygen.model.wording import AngleCard, Repertoire


def repertoire() -> Repertoire:
    """Every angle and every guard that forbids an article, found or not in any edition."""
    cards = tuple(
        AngleCard(
            slug=rule.slug,
            is_of_total=Kind.TOTAL in rule.about,
            is_of_drugs=bool(rule.about - {Kind.TOTAL}),
            tells=rule.tells,
        )
        for rule in angles()
    )
    return Repertoire(angles=cards, vetoes=tuple(rule.slug for rule in guards() if rule.effect is Effect.VETO))
