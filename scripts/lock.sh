#!/bin/sh
# SPDX-License-Identifier: MIT
# Write the two lock files anew from pyproject.toml: exact versions with the hashes of every
# platform's files, and no index address (pip takes the one it is set up with). Needs a network.
#
#   make lock               keep the locked versions that still fit pyproject.toml
#   make lock UPGRADE=1     take the newest that fit
set -eu
cd "$(dirname "$0")/.."

tools=build/lock
if [ ! -x "$tools/bin/uv" ]; then
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check uv
fi

compile() {
    "$tools/bin/uv" pip compile pyproject.toml --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet \
        ${UPGRADE:+--upgrade} "$@"
}

compile --group build --output-file requirements.lock
# The second file holds everything of the first, at the same versions.
compile --group dev --constraints requirements.lock --output-file requirements-dev.lock
