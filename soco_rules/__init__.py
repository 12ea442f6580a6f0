"""Rules as code for Dutch municipal agreements with social cooperatives.

One Dutch rule file becomes a proposed decision with its reasons and a letter. Read the packages in the
order of the picture: `model` (what things are), `parser` (text to values), `compiler` (agreement to Program),
`backends` (Program and facts to values), `facts`, `explain`, `decide`, `letters`, `scenarios`, `cli`.
"""

from __future__ import annotations

__version__ = "0.1.0"
