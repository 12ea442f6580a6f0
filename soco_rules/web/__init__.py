"""The desk in the browser for caseworker, policy advisor and lawyer, and the same for a machine over an API."""
