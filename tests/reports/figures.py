"""The reports themselves: which figures each prints, and the filler that lets its ranks, rates and shares come out."""

from reports.editions import Key, Report
from storygen.model.topic import Effect, KnownIssue

SEIZURES, QUANTITY = "seizures", "quantity"
NATION, NATIONS_QUANTITY = "national-seizures", "national-quantity"

DORSET = Report(number="000", area="dorset", year="2018-19")
"""All it prints of the tables is embedded."""

SECOND_RISE = {(NATION, "national", "all", "2019-20"): "183068"}
"""Report 001 rounds it to 183,000; the publisher's bulletin has it to the seizure."""

POLICE_OF_2019: dict[Key, str] = {
    # So that police forces have 92 per cent of the national total, and their rate is 2,808 for every million residents.
    (SEIZURES, "border-force", "all", "2019-20"): "13844",
    (SEIZURES, "british-transport-police", "all", "2019-20"): "2317",
    # So that class B made most of the rise, and class A rose too.
    (NATION, "national", "class-b", "2019-20"): "139047",
    (NATION, "national", "class-a", "2019-20"): "37011",
}

WEST_MERCIA = Report(
    number="001",
    area="west-mercia",
    year="2019-20",
    prints={(SEIZURES, "west-mercia", "all", "2019-20"): "3508", **SECOND_RISE},
    filler={
        **POLICE_OF_2019,
        # The shares it prints, of 3,508: 62, 12 and 4 per cent, and 22 per cent not classified.
        (SEIZURES, "west-mercia", "cannabis", "2019-20"): "2175",
        (SEIZURES, "west-mercia", "cocaine", "2019-20"): "421",
        (SEIZURES, "west-mercia", "crack", "2019-20"): "140",
        (SEIZURES, "west-mercia", "unidentified", "2019-20"): "772",
    },
)

SUSSEX = Report(
    number="003",
    area="sussex",
    year="2019-20",
    prints={(SEIZURES, "sussex", "cocaine", "2019-20"): "1188"},
    filler={
        **SECOND_RISE,
        **POLICE_OF_2019,
        # A total of which 1,188 are 18 per cent, with the 70 and 6 per cent it prints for cannabis and crack.
        (SEIZURES, "sussex", "all", "2019-20"): "6430",
        (SEIZURES, "sussex", "cannabis", "2019-20"): "4501",
        (SEIZURES, "sussex", "crack", "2019-20"): "386",
    },
    issues=(
        KnownIssue(
            area="sussex",
            from_year="2019-20",
            to_year="2019-20",
            categories=("*",),
            measure="all",
            effect=Effect.ESTIMATED,
            issue="the force's records were not complete",
            evidence="As report 003 says of its source.",
        ),
    ),
)

LONDON = {"metropolitan-police": 41_064, "city-of-london": 500}
EAST = {
    "bedfordshire": 3_778, "cambridgeshire": 3_778, "essex": 3_778, "hertfordshire": 3_778, "norfolk": 3_778,
    "suffolk": 3_781,
}  # fmt: skip
SOUTH_EAST = {"hampshire": 4_081, "kent": 4_081, "surrey": 4_081, "sussex": 4_082}

THAMES_VALLEY = Report(
    number="004",
    area="thames-valley",
    year="2021-22",
    prints={
        (SEIZURES, "thames-valley", "all", "2020-21"): "1608",
        (SEIZURES, "thames-valley", "all", "2021-22"): "679",
        (NATION, "national", "all", "2020-21"): "219578",  # printed as 220,000
        (NATION, "national", "all", "2021-22"): "188929",  # printed as 189,000
        (NATIONS_QUANTITY, "national", "cocaine", "2020-21"): "11141",  # printed as over 11,000
        (NATIONS_QUANTITY, "national", "cocaine", "2021-22"): "18767",  # printed as nearly 19,000
        (NATIONS_QUANTITY, "national", "ketamine", "2020-21"): "187",
        (NATIONS_QUANTITY, "national", "ketamine", "2021-22"): "1837",
        (QUANTITY, "thames-valley", "cocaine", "2021-22"): "0.2",
        (QUANTITY, "thames-valley", "ketamine", "2021-22"): "0",
    },
    filler={
        # The border's part: 91 per cent of either quantity, 11 per cent of the number.
        (QUANTITY, "border-force", "cocaine", "2021-22"): "17078",
        (QUANTITY, "border-force", "ketamine", "2021-22"): "1672",
        (SEIZURES, "border-force", "all", "2021-22"): "20782",
        # The regions' parts it prints, of 188,929: 22, 12 and, with Thames Valley, 9 per cent.
        **{
            (SEIZURES, force, "all", "2021-22"): str(number)
            for force, number in {**LONDON, **EAST, **SOUTH_EAST}.items()
        },
    },
)
