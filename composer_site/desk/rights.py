"""What the desk asks permission for; which group has it stands in the table of `staff/rights.py`."""

from composer_site.publishing.editions import Actor
from composer_site.publishing.models import Edition

PUBLISH = "publishing.publish_edition"
WITHDRAW = "publishing.withdraw_edition"
WRITE_SOURCE = "publishing.write_source"
SEE_AHEAD = "publishing.see_ahead"
SEE_EDITIONS = "publishing.view_edition"  # past and scheduled ones: others know what is public

# Of who makes an edition of that kind, or cancels one that is scheduled.
OF_KIND: dict[str, str] = {Edition.Kind.PUBLICATION: PUBLISH, Edition.Kind.WITHDRAWAL: WITHDRAW}


def may_move(user: Actor) -> bool:
    """An edition of some kind: of which one, its own right says."""
    acts = user.has_perm(PUBLISH) or user.has_perm(WITHDRAW)
    return bool(acts and user.has_perm(SEE_EDITIONS))
