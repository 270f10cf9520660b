"""Words so common that none of them wakes a rule by itself where a rarer one is at hand."""

SMALL = frozenset(
    """
    a about after all also am an and any are as at back be because been before being but by came can come could did do does
    done every first for from gave get give go going good got had has have he her here him his how i if in into is it its just
    know last let like make me more most much my need never new next no nobody not nothing now of off on once one only or our
    out over own please put said same say see she should since so some still take than thanks thank that the their them then
    there these they thing this time times to told too two up us very want was way we well went were what when where which
    while who why will with without work would year years you your . , ! ? " 's day days week weeks month months again
    """.split()  # noqa: SIM905 - read better as a text
)
