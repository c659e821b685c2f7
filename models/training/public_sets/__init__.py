"""From each public download to a set that train.py reads: one function per set, in the file of its kind of thing."""
