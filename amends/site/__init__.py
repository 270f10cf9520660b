"""The site is the frame round the desk: settings, addresses of pages, and the door for the web server."""
