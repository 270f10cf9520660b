"""The desk under faults: disks that are full, processes that are killed."""
