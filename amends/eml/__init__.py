"""An eml is one raw e-mail message as bytes, and what can be read from it.

Who wrote it and whether that is a person, the words said now, the files that came with it, and whom a message of ours did
not reach. Pure: bytes in, values out.
"""
