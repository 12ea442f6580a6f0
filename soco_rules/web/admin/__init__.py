"""The page of who keeps the desk running: what stands where, and whether all is well."""
