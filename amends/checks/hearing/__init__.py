"""That they were heard: thanked, read back with their own figures, what it did to them named, nothing made small."""
