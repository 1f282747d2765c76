"""From an address, a file or a text to an Article. Knows the network; no Discord, no database."""
