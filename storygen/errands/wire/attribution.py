"""Attribution: whether a sentence beside somebody's words gives them to whoever said them (manual D.5)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

OWN, ABOUT, BODY, PERSON, HEARER = "\x01", "\x02", "\x03", "\x04", "\x05"
"""What stands for a name once it is known whose: the speaker's, theirs or no speaker's, another body's or person's."""

_TELLS = r"told|tells|telling|asked|asks|asking"
_SPEAKS = (
    rf"(?:{_TELLS}|said|says|saying|added|adds|adding|replied|replies|replying|answered|answers|explained|explains|"
    r"explaining|warned|warns|warning|claimed|claims|claiming|admitted|admits|insisted|insists|argued|argues|stated|"
    r"states|stating|commented|comments|commenting|remarked|noted|notes|noting|wrote|writes|writing|tweeted|posted|"
    r"continued|continues|concluded|spoke|speaks|speaking|went on|put it|responded|responds|declared|announced|"
    r"confirmed|confirms|suggested|believes|stressed|pointed out|described|describes|called|calls)"
)
_SPOKES = r"(?:spokes(?:person|man|woman|people)|statement|press (?:office|officer|team)|report|letter)"
_STANDS_IN = re.compile(
    rf"\b(?:it|he|she|they|{_SPOKES}|e-?mail|reply|response|answer|organisation|charity|council|body|group|federation|"
    r"department|office|adding|added)\b",
    re.IGNORECASE,
)
"""What a lead-in may say of a speaker who has just been named."""
_PEOPLE = (
    r"(?:officer|source|insider|resident|neighbour|dealer|user|addict|critic|campaigner|activist|expert|worker|"
    r"colleague|friend|mother|father|parent|man|woman|boy|girl|passer-by|witness|victim|detective|constable|sergeant|"
    r"inspector|superintendent|commissioner|minister|mp|councillor|official|boss|chief|director|leader|chairman|"
    r"chairwoman|chair|academic|professor|doctor|teacher|lawyer|barrister|judge|shopkeeper|local|someone|somebody|"
    r"nobody|people|other|another|many|some)s?"
)
_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0106\u010c\u0110\u0141\u015a\u0160\u017b\u017d"
_WORD = rf"(?<![\w'-])[{_UPPER}](?:\.|[\w'-]*)"
_WHERE = "".join(
    rf"(?<!\b{each} )(?<!\b{each} the )" for each in ("in", "near", "across", "around", "covers", "serves")
)
_RUN = re.compile(rf"{_WHERE}{_WORD}(?: (?:(?:de|la|van|von|der|bin|al|of|the) ){{0,2}}{_WORD})+")
_MEANWHILE = r"(?:(?:also|later|then|has|have|had|yesterday|today) )*"
_ALONE = re.compile(
    rf"(?P<before>{_WORD})(?:,[^,:{OWN}]*,)? {_MEANWHILE}{_SPEAKS}\b"
    rf"|\b(?!{_TELLS}){_SPEAKS} (?P<after>{_WORD})|\b[Aa]ccording to (?P<source>{_WORD})"
    rf"|^\s*[-\u2013\u2014(]\s*(?P<signed>{_WORD})"
)
_NOBODY = re.compile(
    rf"\b(?:former|retired|ex-) ?{OWN}|\b{_PEOPLE},? (?:[\w{OWN}'-]+ ){{0,4}}?(?:who )?{_MEANWHILE}{_SPEAKS}\b"
    rf"|\b(?:(?!{_TELLS}){_SPEAKS}|according to) (?:(?:an?|one|the|its|their) )?(?:[\w-]+ ){{0,2}}?{_PEOPLE}\b",
    re.IGNORECASE,
)
"""People without a name beside a verb of speech."""
_OPENERS = re.compile(
    r"^(?:(?:A|An|The|In|On|At|But|And|As|When|While|After|Before|For|From|To|Of|Asked|Speaking|Responding|Replying|"
    r"Meanwhile|Yesterday|Today|Later|Earlier|Last|This|That|Its|Their|His|Her|It|He|She|They|Also|Then|Mon|Tues|"
    r"Wednes|Thurs|Fri|Satur|Sun|January|February|March|April|May|June|July|August|September|October|November|"
    r"December)(?:day)?\b ?)+"
)
_ARTICLE = re.compile(r"^(?:A|An|The) ")
_BESIDE = re.compile(r"(?:As|When|While|After|Before|Asked|Speaking|Responding|Replying|In|On|At)\b")
"""How a sentence opens that comes to its subject later."""
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Cllr|PC|Supt|Det|Insp|Sgt)\.? $")
_HEARS = re.compile(rf"\b(?:{_TELLS}|reminded|informed|(?<!according )to|against)(?: the| an?)? $")
_NOT_SUBJECT = re.compile(
    r"\b(?:of|with|for|from|at|about|than|like|near|behind|under|by)(?: the| an?)? $|(?:former |retired |ex-)$"
)
_DIRECT = re.compile(
    rf"{OWN}(?:, (?P<apposition>[^:{OWN}]*),| {_SPOKES})? {_MEANWHILE}"
    rf"(?:(?:{_TELLS})(?: (?:the )?(?:{_RUN.pattern}|[\w{BODY}{ABOUT}]+))?|{_SPEAKS})\b"
    rf"|(?:\b(?!{_TELLS}){_SPEAKS}|\b[Aa]ccording to|\bby) (?:(?:an?|the) )?(?:{ABOUT} )?{OWN}"
    rf"(?=\s*(?:$|[.,;:!?)]|{_SPOKES}|(?:in|on|at|after|when|today|yesterday|this|last|says|said)\b))"
    rf"|{_SPOKES} (?:for|of|from) (?:the )?{OWN} {_MEANWHILE}{_SPEAKS}\b"
)
"""The speaker as whoever speaks in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """
    How sentences are read for one speaker: whose each known name is, by the signs above.

    `short` is what the speaker is called in short, so that another first name before it makes it another's.
    """

    names: Mapping[str, str]
    short: str
    is_person: bool

    def leads_in(self, sentence: str) -> bool | None:
        """Whether a sentence that runs up to a quote gives it to the speaker; None where it names nobody."""
        return self._given(self._signed(sentence), is_tail=False, is_speech=True)

    def follows(self, sentence: str) -> bool | None:
        """The same of a sentence that comes after the words."""
        return self._given(self._signed(sentence), is_tail=True, is_speech=speaks(sentence))

    def has_named(self, sentence: str, *, is_it: bool = False) -> bool | None:
        """Whether a sentence some way before the words has named their speaker last; `is_it`: "It said" comes next."""
        signed = self._signed(sentence)
        if is_it and not self.is_person and re.match(rf"(?:(?:A|An|The) )?{OWN} (?!{_SPOKES})[a-z]", signed):
            return not {BODY, PERSON} & set(signed)
        return self._given(signed, is_tail=False, is_speech=False)

    def is_strange(self, text: str) -> bool:
        """Whether a text names anybody who is not known to have spoken."""
        return _is_strange(self._signed(text))

    def _given(self, signed: str, *, is_tail: bool, is_speech: bool) -> bool | None:
        if self._is_direct(signed, is_tail=is_tail):
            return True
        if _is_strange(signed) or PERSON in signed:
            return False
        named = re.findall(rf"[{OWN}{BODY}]", signed)
        if not named:
            return None
        is_own = named[0 if is_tail else -1] == OWN
        return is_own and (self.is_person or not is_speech or bool(re.search(rf"\b{_SPOKES}\b", signed)))

    def _is_direct(self, signed: str, *, is_tail: bool) -> bool:
        """Whether the speaker is who speaks in a sentence, and nobody speaks between that and the words."""
        found = [each for each in _DIRECT.finditer(signed) if not _NOT_SUBJECT.search(signed[: each.start()])]
        if not found:
            return False
        chosen = found[0] if is_tail else found[-1]
        near, far = signed[chosen.end() :], signed[: chosen.start()]
        if is_tail:
            near, far = far, ""
        speaks_nearer = re.search(rf"\b(?:who|{_SPEAKS})\b|'s?\s*$", near) and (
            _is_strange(near) or {BODY, PERSON} & set(near)
        )
        subject = _ARTICLE.sub("", far)
        opener = _RUN.match(subject)
        opens_strange = PERSON in far[:1] or (opener and opener.end() < len(subject) - 1 and not _BESIDE.match(far))
        apposed = chosen["apposition"] or ""
        return not (speaks_nearer or opens_strange or _is_strange(apposed) or {BODY, PERSON} & set(apposed))

    def _signed(self, sentence: str) -> str:
        """A sentence with a sign for every name that is known."""
        every = "|".join(map(re.escape, sorted(self.names, key=len, reverse=True)))
        return re.sub(rf"(?<!\w)(?:{every})(?!\w)(?!(?:'s?)? [{_UPPER}])", self._sign, sentence)

    def _sign(self, found: re.Match[str]) -> str:
        before, sign = found.string[: found.start()], self.names[found[0]]
        if sign == OWN and found[0] == self.short and _is_longer(before):
            return found[0]  # another first name, or a longer name
        if sign == OWN and _HEARS.search(before):
            return HEARER
        return sign


def _is_longer(before: str) -> bool:
    """Whether what stands before a name is a part of it, and no title or first word of a sentence."""
    last = re.search(rf"{_WORD} $", before)
    return bool(last) and not _TITLE.search(before) and bool(_OPENERS.sub("", before[last.start() :] if last else ""))


def _is_strange(signed: str) -> bool:
    """Whether a text holds a name that is nobody's who is known, or people without a name, as they speak."""
    runs = (_OPENERS.sub("", found[0]) for found in _RUN.finditer(signed))
    if any(_RUN.search(run) for run in runs) or _NOBODY.search(signed):
        return True
    return any(_OPENERS.sub("", found[found.lastgroup or 0]) and found.lastgroup for found in _ALONE.finditer(signed))


def stands_in(lead: str) -> bool:
    """Whether a lead-in that names nobody speaks of somebody who has just been named."""
    return bool(_STANDS_IN.search(lead))


def is_pronoun(lead: str, words: Sequence[str]) -> bool:
    """Whether a lead-in calls the speaker by one of some pronouns."""
    return bool(re.search(rf"\b(?:{'|'.join(words)})\b", lead, re.IGNORECASE))


def speaks(sentence: str) -> bool:
    """Whether a sentence says who spoke."""
    return bool(re.search(rf"\b(?:{_SPEAKS}|according to)\b|^\s*[-\u2013\u2014(]", sentence, re.IGNORECASE))


def stands_for_one(sentence: str) -> bool:
    """Whether a sentence speaks of somebody who speaks for a body."""
    return bool(re.search(r"\bspokes(?:person|man|woman)\b", sentence))


def capitals(text: str) -> tuple[str, ...]:
    """Every name of several words in a text."""
    return tuple(found[0] for found in _RUN.finditer(text))
