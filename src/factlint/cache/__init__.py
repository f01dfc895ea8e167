"""Answers of `factlint check`, kept while nothing that they depend on has changed.

Nothing here that `recall` needs imports more than the interpreter has loaded at its start: each module more is paid by
every run. That is why there are neither dataclasses nor `typing` in it.
"""
