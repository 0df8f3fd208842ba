"""From a master file to its access copies."""
