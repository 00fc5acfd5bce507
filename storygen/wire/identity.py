"""Who a story is for ever: the same topic, edition and place give the same name, whatever the run."""

from storygen.model.story import Service


def uri_of(service: Service, topic: str, edition: str, place: str, take: int) -> str:
    """
    A story's identity as a tag URI (RFC 4151); a substitute for one that was killed has its number at the end.

    >>> from storygen.model.story import Service
    >>> desk = Service(name="Test", authority="example.org", since="2026", url="", contact="", copyright_holder="",
    ...                usage_terms="")
    >>> uri_of(desk, "drug_seizures", "2018-19", "dorset", 1)
    'tag:example.org,2026:drug-seizures:2018-19:dorset'
    >>> uri_of(desk, "drug_seizures", "2018-19", "dorset", 2)
    'tag:example.org,2026:drug-seizures:2018-19:dorset:2'
    """
    parts = [topic.replace("_", "-"), edition, place, *([str(take)] if take > 1 else [])]
    return f"tag:{service.authority},{service.since}:{':'.join(parts)}"


def key_of(topic: str, edition: str, place: str, take: int) -> str:
    """
    The readable end of an identity, fit for a file name.

    >>> key_of("drug_seizures", "2018-19", "dorset", 1)
    'drug-seizures-2018-19-dorset'
    """
    return "-".join([topic.replace("_", "-"), edition, place, *([str(take)] if take > 1 else [])])
