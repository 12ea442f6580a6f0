"""Who sends a request: the user of this computer, somebody whom a proxy vouches for, or an identity provider."""
