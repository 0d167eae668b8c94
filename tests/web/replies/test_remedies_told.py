"""Property P14 on the letters of real cases: no letter offers a suit where reconsideration comes first.

Where either is open it always offers both. Every kind of decision is read in test_endings; here the parts of a partial
disclosure, in all mixtures.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.offices import Office
from tests.web.replies.desk import applied, written
from tests.web.replies.remedies_read import PARTS, by_law, files_of, offers


@settings(max_examples=8, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(grounds=st.lists(st.sampled_from(PARTS), min_size=1, max_size=3, unique=True), online=st.booleans())
def test_p14_on_partial_disclosure(bureau: Office, grounds: list[str], online: bool) -> None:
    rows = [{"part": f"第{n}页", "ground": ground, "reason": "见说明"} for n, ground in enumerate(grounds, 1)]
    way = {"delivery": "internet", "review_channel": "https://fy.example.org"} if online else {}
    letter = written(bureau, applied(bureau), "D12", withheld_parts=rows, **way)
    for words in files_of(letter):
        assert offers(words) == by_law("partly_disclosed", grounds)
        assert ("https://fy.example.org" in words) is online


def test_control_an_offer_too_many_is_seen() -> None:
    first = "应当自收到本答复之日起60日内，先向临溪县人民政府或者云州市司法局申请行政复议；"
    either = (
        "可以自收到本答复之日起60日内向临溪县人民政府或者云州市司法局申请行政复议，"
        "或者自收到本答复之日起6个月内向临溪县人民法院提起行政诉讼。"
    )
    assert offers(first) == by_law("withheld.deliberative")
    assert offers(first + either) == (True, True) != by_law("withheld.deliberative")
    assert offers(either) == by_law("disclosed.supplied")
    with pytest.raises(AssertionError, match="never alone"):
        offers(f"{first}或者自收到本答复之日起6个月内向临溪县人民法院提起行政诉讼。")
