"""The desk of the policy advisor: reading agreements, their points as a form, their text in an editor, new versions."""
