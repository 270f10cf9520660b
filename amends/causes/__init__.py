"""A cause is why something went wrong, a place in the house's tree of causes; a corrective action is the change made so that it stops.

An action begins as something to improve, noted on a case. It is open until recurrence is shown to have fallen over a stated window.
"""
