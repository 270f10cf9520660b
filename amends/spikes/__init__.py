"""A *spike* is a time in which more of something came than season, weekday, trend and exposure explain.

It knows counts per period only. Looking at every hour costs no false alarm: the evidence is an e-process over whole periods, and
a period that is still running is judged as if nothing more came in it.
"""
