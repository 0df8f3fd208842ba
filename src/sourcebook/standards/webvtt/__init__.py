"""WebVTT (W3C Candidate Recommendation, 2019): cues to and from passages with times."""
