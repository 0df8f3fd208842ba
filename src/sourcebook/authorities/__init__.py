"""The desk's authorities: people, organisations, places, events and terms, with all their names and relations."""
