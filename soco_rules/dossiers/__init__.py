"""Dossiers: what is known of the members of a cooperative, from which decisions are taken and proven afterwards."""
