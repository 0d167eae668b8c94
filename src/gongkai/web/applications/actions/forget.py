"""Forgetting what was written about a case: who was asked and about what, what was proposed, why approval
was asked.

Part of the erasure of a case whose time is over; that it happened, and when, stays.

Source: 个人信息保护法 art. 47; security check C15.
"""

from __future__ import annotations

from gongkai.web.applications.models import Application, ApprovalRequest, Consulted, Proposal, Refund, Urging


def forget(application: Application, gone: str) -> int:
    """Put ``gone`` in the place of every such text; how many rows changed. In the caller's transaction."""
    organ, mine = application.organ_id, {"application": application}
    done = 0
    for row in Consulted.objects.for_organ(organ).filter(**mine).select_related("organ"):
        row.seal("name", "")
        row.seal("address", "")
        row.about = gone
        row.save(update_fields=["name", "address", "about"])
        done += 1
    for proposal in Proposal.objects.for_organ(organ).filter(**mine):
        facts = dict.fromkeys(proposal.facts, gone)
        done += Proposal.objects.for_organ(organ).filter(pk=proposal.pk).update(facts=facts, reasons="")
    for request in ApprovalRequest.objects.for_organ(organ).filter(**mine):
        values = {name: gone if name == "words" else text for name, text in request.values.items()}
        rows = ApprovalRequest.objects.for_organ(organ).filter(pk=request.pk)
        done += rows.update(values=values, turned_down_because=gone if request.turned_down_at else "")
    done += Refund.objects.for_organ(organ).filter(**mine).update(reason=gone)
    done += Urging.objects.for_organ(organ).filter(**mine).update(text=gone)
    return done
