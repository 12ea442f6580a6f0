"""Why a decision is what it is, and what is still missing; everything is read from the reference calculator."""
