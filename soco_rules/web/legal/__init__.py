"""The lawyer's desk: proposals to read with what they rest on, to adopt or give back, and agreements to adopt."""
