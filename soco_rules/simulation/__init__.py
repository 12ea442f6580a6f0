"""A caseload reckoned with one or two readings of an agreement, and the report for a council.

`intake.read` checks a file, `reckon.reckon` runs the programs over it, `report.report_of` makes the tables, in which
small groups are already hidden; `page` and `sheets` only write those tables down.
"""

from __future__ import annotations
