"""Guard: the force's level is so far from its peers' that recording, not policing, is the likely reason."""

from storygen.analysis.facts import Facts, Findings
from storygen.analysis.registry import vetoes


@vetoes("level-outlier", code="A95")
def level_outlier(facts: Facts) -> Findings:
    """A total rate under 0.4 or over 2.5 times the median ranked force's (the topic sets both; manual A95)."""
    limits = facts.panel.dataset.topic.guards
    level = facts.rate / facts.median_rate
    return facts.of_total(
        (level < float(limits.level_low)) | (level > float(limits.level_high)),
        because="{rate:,.0f} {things} for every million people, far from the median force's {median_rate:,.0f}",
    )
