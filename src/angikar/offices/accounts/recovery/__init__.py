"""Recovery codes: what an officer signs in with once where his telephone is lost; they are shown when they are made and kept as digests."""
