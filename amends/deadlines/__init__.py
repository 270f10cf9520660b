"""A deadline is anything due by a time: an answer, an update, a promise, a follow-up. It ends met, missed or void."""
