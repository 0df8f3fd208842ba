"""The lists of subjects, themes and years: flat, whatever stands below what, and searched like those of sources."""
