"""Hints: the one slip of the pen that would explain a contradiction of figures.

A slip is another statement of the same fact: other digits, another scale, the other sign, another kind of change, the
other measure, another time. It explains a contradiction only where it repairs the whole component, and where hardly
any other number would have done so: else it would mislead.
"""

from __future__ import annotations

from factlint.figures.slips.context import Context, Repairs, Words
from factlint.figures.slips.hints import hint

__all__ = ["Context", "Repairs", "Words", "hint"]
