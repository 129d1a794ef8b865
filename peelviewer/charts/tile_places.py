# SPDX-License-Identifier: MIT
"""Our own map of the 43 forces: a tile for each, near its place, with a short name."""

from typing import NamedTuple


class Place(NamedTuple):
    """A tile's column and row, from the top left, and what is written on it."""

    column: int
    row: int
    short: str


COLUMNS, ROWS = 7, 10
_GAP, _NARROW_GAP = 4.0, 1.0
_NARROW = 290.0


def gap_for(width: float) -> float:
    """Return the gap between tiles: narrow maps need the room for the names on the tiles."""
    return _NARROW_GAP if width < _NARROW else _GAP


PLACES: dict[str, Place] = {
    "northumbria": Place(4, 0, "Nthb"),
    "cumbria": Place(3, 1, "Cumb"),
    "durham": Place(4, 1, "Durh"),
    "cleveland": Place(5, 1, "Clev"),
    "lancashire": Place(3, 2, "Lanc"),
    "north-yorkshire": Place(4, 2, "NYk"),
    "merseyside": Place(2, 3, "Mers"),
    "greater-manchester": Place(3, 3, "GtM"),
    "west-yorkshire": Place(4, 3, "WYk"),
    "humberside": Place(5, 3, "Humb"),
    "north-wales": Place(1, 4, "NWal"),
    "cheshire": Place(2, 4, "Ches"),
    "derbyshire": Place(3, 4, "Derb"),
    "south-yorkshire": Place(4, 4, "SYk"),
    "lincolnshire": Place(5, 4, "Linc"),
    "dyfed-powys": Place(0, 5, "DyP"),
    "west-mercia": Place(1, 5, "WMer"),
    "staffordshire": Place(2, 5, "Staf"),
    "leicestershire": Place(3, 5, "Leic"),
    "nottinghamshire": Place(4, 5, "Nott"),
    "norfolk": Place(6, 5, "Norf"),
    "south-wales": Place(0, 6, "SWal"),
    "gwent": Place(1, 6, "Gwen"),
    "west-midlands": Place(2, 6, "WMid"),
    "warwickshire": Place(3, 6, "Warw"),
    "northamptonshire": Place(4, 6, "Nort"),
    "cambridgeshire": Place(5, 6, "Camb"),
    "suffolk": Place(6, 6, "Suff"),
    "gloucestershire": Place(2, 7, "Glou"),
    "thames-valley": Place(3, 7, "ThV"),
    "bedfordshire": Place(4, 7, "Bedf"),
    "hertfordshire": Place(5, 7, "Hert"),
    "essex": Place(6, 7, "Esse"),
    "avon-and-somerset": Place(1, 8, "A&S"),
    "wiltshire": Place(2, 8, "Wilt"),
    "surrey": Place(4, 8, "Surr"),
    "metropolitan": Place(5, 8, "Met"),
    "city-of-london": Place(6, 8, "City"),
    "devon-and-cornwall": Place(0, 9, "D&C"),
    "dorset": Place(1, 9, "Dors"),
    "hampshire": Place(3, 9, "Hamp"),
    "sussex": Place(4, 9, "Suss"),
    "kent": Place(5, 9, "Kent"),
}
