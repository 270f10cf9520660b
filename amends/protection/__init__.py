"""Protection is what a reading adds by itself: a page at night, guarded words, an offer of help. Nothing else acts on one."""
