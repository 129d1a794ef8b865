import pytest

from peelviewer.reference.forces import forces
from peelviewer.statistics.areas import area_of, code_of, without_notes


@pytest.mark.parametrize(
    ("printed", "text", "notes"),
    [
        ("Surrey7,8", "Surrey", (7, 8)),
        ("North West5,6,7", "North West", (5, 6, 7)),
        ("City of London[note 8]", "City of London", (8,)),
        ("Kent [note 1] [note 12]", "Kent", (1, 12)),
        ("ENGLAND AND WALES (inc. BTP)7", "ENGLAND AND WALES (inc. BTP)", (7,)),
        ("Total recorded crime (excluding fraud4)", "Total recorded crime (excluding fraud)", (4,)),
        (
            "Residential burglary (households) 7,8,10",
            "Residential burglary (households)",
            (7, 8, 10),
        ),
        ("Population figures\n (mid-2016)", "Population figures (mid-2016)", ()),
        ("Stalking and harassment 5", "Stalking and harassment", (5,)),
        ("Rate per 1,000 population", "Rate per 1,000 population", ()),
        ("West Midlands ", "West Midlands", ()),
    ],
)
def test_footnote_marks_come_off_and_years_and_numbers_stay(printed, text, notes):
    assert without_notes(printed) == (text, notes)


@pytest.mark.parametrize(
    ("name", "code", "area", "kind"),
    [
        ("Devon & Cornwall", None, "devon-and-cornwall", "force"),
        ("Avon & Somerset", "E23000036", "avon-and-somerset", "force"),
        ("London, City of", None, "city-of-london", "force"),
        ("Metropolitan Police (Service)", "E23000001", "metropolitan", "force"),
        ("Metropolitan Police Service", None, "metropolitan", "force"),
        ("Hampshire & Isle of Wight Constabulary", None, "hampshire", "force"),
        ("Hampshire and Isle of Wight", "E23000030", "hampshire", "force"),
        ("Dyfed Powys", None, "dyfed-powys", "force"),
        ("West Midlands", "E23000014", "west-midlands", "force"),
        ("West Midlands", "E12000005", "west-midlands-region", "region"),
        ("West Midlands region", "E12000005", "west-midlands-region", "region"),
        ("East ", "E12000006", "east-of-england", "region"),
        (
            "City of London / Metropolitan Police",
            "E12000007",
            "city-of-london-metropolitan-police",
            "other",
        ),
        ("ENGLAND AND WALES8", "K04000001", "england-and-wales", "national"),
        ("ENGLAND AND WALES (exc. BTP)", "K04000001", "england-and-wales", "national"),
        ("ENGLAND AND WALES (inc. BTP)7", "K04000001", "england-and-wales-with-btp", "national"),
        (
            "England and Wales (excluding Greater Manchester Police)5",
            None,
            "england-and-wales-excluding-greater-manchester-police",
            "national",
        ),
        ("Total 43 forces", None, "england-and-wales", "national"),
        ("ENGLAND7,8", "E92000001", "england", "country"),
        ("WALES", "W92000004", "wales", "country"),
        ("British Transport Police7", None, "british-transport-police", "other"),
        ("Action Fraud", None, "action-fraud", "other"),
        ("Total", None, "total", "other"),
    ],
)
def test_rows_are_recognised_by_code_and_name(name, code, area, kind):
    found = area_of(name, code)

    assert (found.id, found.kind) == (area, kind)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Northshire", None), ("Kent", "E23000034"), ("Northshire", "E23000099"), ("", None)],
)
def test_what_is_not_known_is_none(name, code):
    assert area_of(name, code) is None


def test_every_force_is_found_by_its_code_its_name_and_its_area():
    for force in forces():
        assert area_of("", force.code).id == force.id
        assert area_of(force.name).id == force.id
        assert area_of(f"{force.area}3,4").id == force.id


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("E23000011", "E23000011"),
        ("E230000118", "E23000011"),
        (" W15000002 ", "W15000002"),
        ("E2300001", None),
        ("Area Code", None),
        (12, None),
        (None, None),
    ],
)
def test_codes_are_read_also_with_glued_footnote_digits(cell, code):
    assert code_of(cell) == code


@pytest.mark.parametrize("force", forces(), ids=lambda force: force.id)
def test_every_force_is_known_by_its_code_id_and_usual_spellings(force):
    spellings = (
        *(force.name, force.name.upper(), force.area, force.id, *force.spellings),
        *(f"{force.area} Police", f"{force.area} Constabulary", f"{force.area}7,8"),
        *(force.name.replace("&", "and"), force.area.replace(" and ", " & "), f"The {force.name}"),
    )
    found = {spelling: area_of(spelling) for spelling in spellings}

    assert {
        spelling for spelling, area in found.items() if getattr(area, "id", "") != force.id
    } == set()
    assert area_of("", force.code).id == force.id
