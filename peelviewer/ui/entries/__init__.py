# SPDX-License-Identifier: MIT
"""Lists whose rows lead to places of a report: what was recognised, set apart, contradicted."""
