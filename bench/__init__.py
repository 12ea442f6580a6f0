"""What soco_rules costs, measured in one run beside other engines: `python -m bench`."""

from __future__ import annotations

import os

os.environ.setdefault(
    "POLARS_MAX_THREADS", "1"
)  # as many as openfisca-core has; read when polars is imported
