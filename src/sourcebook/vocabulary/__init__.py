"""Words with fixed meaning: dates, languages, media, roles, relations, rights.

Everything else in Sourcebook may import this package; it imports no other part of Sourcebook and no Django.
"""
