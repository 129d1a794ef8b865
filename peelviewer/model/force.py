# SPDX-License-Identifier: MIT
"""A police force, as a report names it."""

import msgspec


class Force(msgspec.Struct, frozen=True, kw_only=True):
    """One of the 43 territorial forces of England and Wales, or one the program does not know.

    ``id`` is a slug such as ``"leicestershire"``; ``code`` is the ONS police force area code
    (``E23…`` or ``W15…``), ``None`` for a force that is not in ``data/forces.csv``.
    """

    id: str
    name: str
    code: str | None = None
