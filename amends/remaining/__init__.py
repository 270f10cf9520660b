"""What is *remaining* of a case is how many days it will still take, estimated from its events so far.

It knows numbers only, and promises nothing: half of all cases take longer. What is said to a customer is a quote.
"""
