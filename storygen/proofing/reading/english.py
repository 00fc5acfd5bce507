"""The English the desk reads: words and phrases that say which way, how much, since when and beside whom."""

CUES: dict[str, str] = {
    "up": "rose|rise|rises|rising|risen|up|increase|increased|increases|increasing|grew|grow|grows|growing|grown|growth"
    "|climbed|climb|climbs|climbing|jumped|jump|jumps|soared|soar|soars|surged|surge|surges|went up|gone up|going up"
    "|go up|goes up|edged up|back up|went back up|gone back up|go back up|rocketed|upturn",
    "down": "fell|fall|falls|falling|fallen|down|decrease|decreased|decreases|decreasing|dropped|drop|drops|dropping"
    "|declined|decline|declines|declining|reduced|reduction|reductions|plunged|plunge|plunges|slumped|slump|slumps"
    "|dipped|dip|went down|gone down|going down|go down|goes down|edged down|back down|went back down|gone back down"
    "|go back down|tumbled|halving|downturn",
    "flat": "barely changed|little changed|unchanged|hardly changed|did not change|stayed the same|remained the same"
    "|the same number as|the same as|exactly the same number as|as many as the year before",
    "more": "more|higher|above|greater|larger|bigger|exceeded|exceeds|outstripped"
    "|outnumbered|outnumber|outnumbers|outnumbering",
    "fewer": "fewer|lower|below|smaller|less|short of",
    "same": "in line with|close to|similar to|much the same|about the same|on a par with|almost the same|nearly equal",
    "highest": "highest|largest|greatest|top|tops|topped|tops the|leads|leading|led|capital|capitals|highest ever"
    "|number one",
    "lowest": "lowest|fewest|smallest|least|bottom",
    "most": "most"
    "|majority|the majority|vast majority|the vast majority|the greater part|greater part|the larger part"
    "|larger part|the bulk|bulk",
    "steep": "biggest|steepest|sharpest|heaviest|faster|slower",
    "prev": "year before|the year before|previous year|the previous year|a year earlier|year earlier|a year before"
    "|previous 12 months|the previous 12 months|12 months earlier|year previously|a year previously|one year earlier"
    "|twelve months earlier|preceding year|the preceding year|the year earlier|a year ago",
    "than": "than",
    "against": "against|beside|compared with|compared to|versus|in comparison with|in comparison to|as against|vs",
    "after": "after|having made|following|up on|down on",
    "while": "in a year in which|a year in which|in which|while|whereas|although|though|but|whilst|even though|even as",
    "since": "since",
    "atleast": "at least|comparable records began in|comparable records began|records began in|records began",
    "row": "in a row|running|consecutive|consecutively|straight|successive|in succession|back to back",
    "years": "year|years|annual|annually|yearly",
    "decade": "decade|a decade",
    "from": "from",
    "of": "of",
    "to": "to",
    "by": "by",
    "on": "on|upon",
    "in": "in|across|throughout|during|within|around|over",
    "and": "and|plus",
    "for": "for",
    "at": "at",
    "with": "with",
    "again": "again|once more|retained|retains|keeps|kept|as in",
    "no": "no|none|zero",
    "not": "not|no sign of|no signs of|never|nor|neither|no longer|cannot"
    "|didn't|wasn't|weren't|hasn't|haven't|hadn't|isn't|aren't|doesn't|don't",
    "any": "any|any other|any other area|any area|any other place|anywhere else|every other|all other|no other|other",
    "rest": "rest of|rest of the|other forces in",
    "next": "next highest|next came|next in the region came|came next|came next in the region"
    "|next in the region were|next were|next was|runner up|next highest rate",
    "only": "only|just",
    "ahead": "ahead of it|ahead of the force",
    "behind": "behind",
    "overtook": "overtook|overtake|overtakes|overtaking|overtaken|passed",
    "followed": "followed by|then|next by",
    "oftenest": "most often|most frequently|most commonly|found most often|most often found|most commonly seized"
    "|most frequently seized|most often seized"
    "|most commonly found|most frequently found|most seized|seized most often|found most frequently|most common drug"
    "|drug found most often|drug most often found|the drug found most often|the drug most often "
    "found|the most common drug|headed the list|heads the list|topped the list|no drug turned up in "
    "more",
    "rarest": "least often|least frequently|least commonly|found least often|least often found|least commonly seized"
    "|least common drug|the least common drug|least seized|seized least often|rarest|rarest drug"
    "|no drug turned up in fewer",
    "level": "almost level|level|neck and neck|found almost equally often|almost equally often|little between"
    "|nothing between",
    "record": "record high|record low|record number|all time high|all time low|a record|highest on record"
    "|lowest on record",
    "reach": "reached|reach|reaches|topped|passed the",
    "median": "median|middle",
    "among": "among|amongst",
    "past": "ahead of",
    "comparable": "can be compared|be compared|comparable",
    "word": "on average|made up|making up|turned up in|turn up in"
    "|declined to comment|declined to say|declined to answer|declined to give|declined to be|declined to discuss"
    "|declined to respond|declined to explain|declined to provide|declined to take",
    "average": "average|national figure|national average|national rate|national number|national total",
    "found": "found|involved|involving|involve|detected|discovered|contained",
    "when": "when",
    "there": "there were|there was|made|recorded|carried out|conducted|logged|making",
    "leave": "outside|leaving out|setting aside|apart from|except|except for|excluding|without|not counting|other than"
    "|bar|leaving aside|not including|exclusive of",
    "out": "left out|left aside|set aside|excluded|not counted",
    "be": "was|were|is|are|be|been|being|has|have|had",
    "the": "the|a|an|both",
    "that": "that|those|this|its|their|his|these|the drug|this drug|that drug",
    "each": "each|every",
    "between": "between them|between",
    "rate": "rate|rates",
    "share": "share|proportion|part|percentage",
    "number": "number|numbers|count|tally",
    "amount": "quantity|quantities|amount|amounts|weight|weights|volume",
    "things": "",
    "permillion": "",
    "perhead": "measured against population|set against population|against population|for each resident"
    "|per resident|per head|per person|for its population|per capita|for every resident"
    "|per head of population|for each person|for the size of its population|relative to population",
    "known": "where the drug type was known|where the type of drug was known|where the drug was identified"
    "|where the drug was known|of known type",
    "force": "force|police force|force area|police force area",
    "forces": "forces|police forces|force areas|areas|police force areas|the police",
    "ours": "the force|this force|the force's|force's|officers|it|the county|local police|its area",
    "drugs": "drugs",
    "latest": "latest|most recent|newest",
    "local": "region|its region|the region|that region",
    "nation": "England and Wales|both countries|the two nations|both nations|nationally|nationwide|the country"
    "|the nation|national",
    "england": "England",
}
"""Tag to the words that have it, parted by bars. Where two phrases could be read, the longer one is."""

_PAIRS = (
    ("rose", "fell"), ("rise", "fall"), ("rises", "falls"), ("rising", "falling"), ("risen", "fallen"), ("up", "down"),
    ("increase", "decrease"), ("increased", "decreased"), ("increases", "decreases"), ("increasing", "decreasing"),
    ("went up", "went down"), ("gone up", "gone down"), ("going up", "going down"), ("grew", "shrank"),
    ("more", "fewer"),
    ("higher", "lower"), ("above", "below"), ("greater", "smaller"), ("larger", "smaller"), ("bigger", "smaller"),
    ("growth", "decline"), ("edged up", "edged down"), ("back up", "back down"), ("went back up", "went back down"),
    ("upturn", "downturn"),
)  # fmt: skip
_OTHERS = {
    "declined": "rose", "decline": "rise", "reduced": "increased", "reduction": "increase", "dipped": "rose",
    "dip": "rise", "plunged": "rose", "slumped": "rose", "soared": "fell", "surged": "fell", "rocketed": "fell",
    "less": "more", "tumbled": "rose", "dropped": "rose", "drop": "rise", "climbed": "fell", "climb": "fall",
    "jumped": "fell", "jump": "fall",
}  # fmt: skip
OPPOSITES = {**_OTHERS, **{two: one for one, two in reversed(_PAIRS)}, **dict(_PAIRS)}
"""A word that says which way, and one that could stand in its place for the other."""
