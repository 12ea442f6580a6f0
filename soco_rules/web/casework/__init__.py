"""The caseworker's desk: finding a member, the dossier, and the conversation that ends in a proposal."""
