"""Tools for those who work on the desk itself; nothing here is part of a running one."""
