"""New versions as pages for an editor: what was sent, with what is known to be true now; what is not is marked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from storygen import __version__
from storygen.errands.wire.amending import amended, unsigned
from storygen.errands.wire.mouths import words_of
from storygen.model.copy import Copy
from storygen.model.issued import Version
from storygen.model.revised import Amendment
from storygen.newsroom import run_of
from storygen.office import Office, Order
from storygen.paths import shipped
from storygen.publishing.files import place_for
from storygen.publishing.formats.markdown import file_name, markdown
from storygen.publishing.manifest import read_manifest
from storygen.publishing.press import write_pages
from storygen.wire.manuscripts import marked, written

HEADLINE, RULE = "\n# ", "\n---\n\n## For the editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A story to be drafted anew: the draft from the newer figures, the version that was sent, what is false in it."""

    copy: Copy
    version: Version
    amendments: tuple[Amendment, ...]


def keep_pages(pages: Mapping[str, Page], order: Order, office: Office) -> dict[str, str]:
    """
    Write pages where they can be approved, and give the file of each.

    A file somebody has changed since it was drafted stays, and the new one goes beside it.
    """
    folder = order.output / office.edition.year
    last, run = read_manifest(folder), run_of(order, office)
    found: dict[str, str] = {}
    texts: dict[str, str] = {}
    for slug, page in pages.items():
        text = laid_out(page, office)
        place = place_for(folder / file_name(page.copy.draft), text, last.files)
        found[slug], texts[place.name] = str(place), text
    write_pages(folder, pages=texts, run=run, last=last)
    return found


def laid_out(page: Page, office: Office) -> str:
    """The page of a draft, with the story as it was sent and amended in place of the one drafted now."""
    fresh = markdown(page.copy, office.dataset.topic, __version__, shipped("templates") / "formats")
    if not page.amendments:
        return fresh
    spoken = [words for quote in office.contacts.quotes for words in words_of(quote)]
    head, _, rest = fresh.partition(HEADLINE)
    _, rule, tail = rest.partition(RULE)
    return f"{head}\n{_story(page, spoken)}{rule}{tail}"


def _story(page: Page, spoken: Collection[str]) -> str:
    paragraphs = page.copy.draft.paragraphs
    content = unsigned(amended(page.version.story.content, page.amendments), paragraphs)
    instead = {each.text: f"*{each.text}*" for each in paragraphs if each.role == "disclosure"}
    doubts = {each.false: " ".join(each.says) for each in page.amendments if not each.true}
    for text in content.texts:
        if any(doubt in text for doubt in doubts):
            instead[text] = marked(text, doubts)
    return written(content, instead, spoken)
