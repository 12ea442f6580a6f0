"""From text to values with a place: YAML to Source, expressions to trees, files to layers."""
