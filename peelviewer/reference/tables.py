# SPDX-License-Identifier: MIT
"""Reading a shipped TOML file into typed values; a damaged file is named, not guessed at."""

import tomllib
from typing import TypeVar

import msgspec

from peelviewer.errors import ReferenceDataError
from peelviewer.paths import bundled

Table = TypeVar("Table")


def read_table(relative: str, shape: type[Table]) -> Table:
    """Return the shipped TOML file ``relative`` decoded into ``shape``.

    Raises:
        ReferenceDataError: the file is missing, not TOML, or has a wrong or unknown field.
    """
    path = bundled(relative)
    try:
        with path.open("rb") as file:
            return msgspec.convert(tomllib.load(file), shape)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ReferenceDataError(
            f"{path}, which ships with PEEL Viewer, cannot be used ({error}): "
            "reinstall the program."
        ) from error
