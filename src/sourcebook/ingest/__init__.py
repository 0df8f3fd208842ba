"""Bringing material in: one folder per format, one report for all."""
