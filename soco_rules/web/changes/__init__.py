"""What a change does, before it is decided: two readings compared, scenarios, mutations, a caseload."""
