"""A report says whom we kept, whether our word was good, and why customers left: on a page, as a download, and by mail each month."""
