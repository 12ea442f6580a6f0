"""What soco_rules costs, measured in one run beside other engines: `python -m bench`."""
