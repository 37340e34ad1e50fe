"""Words that know their language, where that is not English."""

from __future__ import annotations

import pickle

from sourcebook.text.abroad.tongue import tongue
from sourcebook.text.assertions import assertions
from sourcebook.text.carrying import is_carried
from sourcebook.text.worded import Worded, tag_of, tongue_of, worded


def test_words_keep_their_language_through_a_copy() -> None:
    words = worded("Am 4. Juni", "de-AT")
    copy = pickle.loads(pickle.dumps(words))
    assert (copy, tag_of(copy)) == ("Am 4. Juni", "de-AT")
    assert isinstance(copy, Worded)
    assert tongue_of(copy) is tongue("de-AT")
    assert type(worded("On 4 June", "en-US")) is str
    assert is_carried(assertions("on 4 June")[0], words)
