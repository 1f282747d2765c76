"""A Discord of our own on loopback, in a process of its own and with a wall clock: REST, gateway, and a journal.

A bot that is started as users start it connects to it (`pointed.py`). A test drives it over HTTP (`driver.py`) and
reads what happened, and when, in its journal.
"""
