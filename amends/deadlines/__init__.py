"""A deadline is anything due by a time: an answer, an update, a call-back, a promise, a limit. It ends met, missed or void."""
