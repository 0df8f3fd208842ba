"""The live server: published files first, then the few addresses that only Django can answer."""
