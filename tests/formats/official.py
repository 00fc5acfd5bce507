"""The official schemas and vocabularies, where a checkout has them beside it; they are not the project's to copy."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema.validators import validator_for
from lxml import etree
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

OFFICIAL = Path(__file__).resolve().parents[3] / "shared" / "wire" / "official"

needs_official = pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official schemas are not in this checkout")


def ninjs_faults(data: bytes, version: str) -> list[str]:
    """What a ninjs schema finds wrong; the schema of GeoJSON, which it asks the network for, is at hand."""
    schema, places = _json(f"ninjs/ninjs-schema_{version}.json"), _json("ninjs/GeoJSON-schema.json")
    places = Resource.from_contents(places, default_specification=DRAFT7)
    at_hand: Registry[Any] = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", places)
    validator = validator_for(schema)(schema, registry=at_hand)
    return [each.message for each in validator.iter_errors(json.loads(data))]


def xml_schema(name: str) -> etree.XMLSchema:
    """An XML schema, which imports its neighbours."""
    return etree.XMLSchema(etree.parse(str(OFFICIAL / name)))


def concepts(name: str) -> dict[str, dict[str, Any]]:
    """The concepts of a vocabulary by their code, the part after the alias."""
    found = _json(f"newscodes/{name}")
    return {each["qcode"].partition(":")[2]: each for each in found["conceptSet"]}


def schema_org() -> dict[str, dict[str, Any]]:
    """Every class and property of schema.org, by its name."""
    graph = _json("schemaorg/schemaorg-current-https_30.0.jsonld")["@graph"]
    return {each["@id"].removeprefix("schema:"): each for each in graph}


def _json(name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    return json.loads((OFFICIAL / name).read_text(encoding="utf-8"))
