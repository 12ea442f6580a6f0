"""The same desk for a machine: JSON over HTTP by the design rules of the Dutch government."""
