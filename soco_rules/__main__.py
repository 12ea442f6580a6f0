"""`python -m soco_rules`: the `soco` command, also where that is not on the path."""

from __future__ import annotations

from soco_rules.cli.main import main

if __name__ == "__main__":
    main()
