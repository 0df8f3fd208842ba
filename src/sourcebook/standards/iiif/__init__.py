"""The International Image Interoperability Framework: the Content Search API, versions 2.0 and 1.0.

Both say the same of one `SearchPage`: annotations with the words of a source, and where in them something was found.
"""
