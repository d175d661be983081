"""The quiet half of a portal: all of it but its announcements, and what follows from them.

A warning is to stand on every page within seconds, so what says nothing of it must not be made again for it. Pages and
files that are composed from a quiet context cannot say anything of announcements, of how duties stand or of the score
(an announcement meets duties too): it is not in there.
"""

from dataclasses import replace
from functools import lru_cache

from ppidgen.model.context import Context, Same
from ppidgen.model.standing.whole import Standing


def quiet(context: Context) -> Context:
    """Give a context without announcements and what follows from them, the same one each time."""
    return context if context.whole else _quiet(Same(context))


def whole(context: Context) -> Context:
    """Give the context that a quiet one is a part of."""
    return context.whole or context


def steady(context: Context) -> Context:
    """Give the part that an edit of an entry leaves alone as well: no entry, and nothing that follows from any."""
    own = quiet(context)
    portal = replace(own.portal, information=(), translations=())
    return replace(own, portal=portal, standing=Standing(own.standing.as_of, calendar=own.standing.calendar))


# As many as a portal has languages.
@lru_cache(maxsize=4)
def _quiet(same: Same) -> Context:
    context = same.context
    standing = replace(context.standing, active=(), upcoming=(), archived=(), coverage={}, packages={}, beyond={})
    portal = replace(context.portal, announcements=())
    return replace(context, portal=portal, standing=standing, score=None, whole=context)
