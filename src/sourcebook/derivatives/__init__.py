"""From a master file to its facts and its access copies."""
