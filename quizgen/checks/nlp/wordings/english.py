"""How options say “all of the above” and its like in English."""

from quizgen.checks.nlp.word_lists import words
from quizgen.checks.nlp.wordings.base import Wordings

_NOUNS = (
    "answers|choices|options|statements|alternatives|possibilities|items|points|reasons|responses|"
    "things|ones|examples|factors|cases|propositions|claims|suggestions|solutions"
)
_NOUN = "answer|choice|option|statement|alternative|possibility|item|response|solution|one"
_GIVEN = "above|above-mentioned|aforementioned|mentioned|listed|given|named|preceding|previous"
_OTHER = "others|other|rest"

ENGLISH_WORDINGS = Wordings(
    light=words("the of a an is are was were be they it that which there to as as_well"),
    all_of_them=f"""
        all
        all|each|any|every_one|every_single_one these|those|them|this|above
        all|each|any these|those|them|- {_NOUNS}
        all|each|any {_GIVEN} {_NOUNS}|{_NOUN}|things|-
        all|each|any these|those|them|-|following {_NOUNS}|- {_GIVEN}
        all these|those {_GIVEN} {_NOUNS}
        all two|three|four|five|six|seven
        all two|three|four|five|six|seven these|those|them|{_GIVEN}|{_NOUNS}
        all two|three|four|five|six {_GIVEN} {_NOUNS}
        all|each|any {_OTHER}
        all|each|every_one following
        each|every {_NOUN}
        each|every these|those|above|given|listed|mentioned {_NOUN}
        each|every {_NOUN} {_GIVEN}
        each|every single {_NOUN}
        every_one
        each_one
        each_one these|those|them|above
        everything
        everything above|listed|mentioned|named|said|here|given
        everything listed|mentioned|said|named|given|stated above|here
        these|those|{_NOUNS} all correct|right|true|apply|fit|valid|possible
        above all correct|right|true|apply|fit|valid
        all said|stated|shown above
        whole_list
        anything listed|mentioned|above
    """,
    none_of_them=f"""
        none
        neither
        neither one|two
        none|neither|not_one|not_any|no_one|nothing|not_a_single_one these|those|them|this|above
        none|neither|not_one|not_any|nothing these|those|them|-|following {_NOUNS}
        none|neither|not_one|not_any these|those|- {_NOUNS}|two|three|four
        none|neither|not_one|not_any|nothing {_GIVEN} {_NOUNS}|things|-
        none|neither|not_one|not_any these|those|- {_NOUNS} {_GIVEN}
        none|neither|not_any|not_one {_OTHER}
        none|neither|not_one following
        none|neither these|those two|three|four
        none these|those {_GIVEN} {_NOUNS}
        no {_NOUN}|{_NOUNS} correct|right|true|valid|applies|apply|fits|fit|possible|matches
        no correct|right|true|valid|suitable|fitting|such {_NOUN}|{_NOUNS}
        no {_NOUN}|{_NOUNS} {_GIVEN} correct|right|true|valid|applies|apply|fits|fit|-
        no {_GIVEN} {_NOUN}|{_NOUNS}
        not {_GIVEN}
        not any|one them|these|above
        nothing applies|fits|correct|right|true
        nothing listed|mentioned|above|given
        correct|right answer not given|listed|here|shown|above|among_them|among_these
        no_one these
        neither nor
    """,
    some_of_them=f"""
        both
        both these|those|them|above|two|{_NOUNS}
        both above|these|given|listed|mentioned {_NOUNS}
        both first|last|other two|ones|{_NOUNS}
        both {_NOUNS} {_GIVEN}
        first|last|former|latter|other two
        first|last|other two|three above|these|{_NOUNS}|those
        two|some|several|many|most|any_two|only_two|three|at_least_two these|those|them|above
        two|some|several|any_two|only_two|three these|those|above|- {_NOUNS}|others
        two|some|several|any_two|only_two {_GIVEN} {_NOUNS}
        more_than_one
        more_than_one these|those|them|above|{_NOUN}|{_NOUNS}
        more_than_one above|these|given {_NOUNS}|{_NOUN}
        only_one these|those|them|above
        either these|those|them|above
        either one
        both one_and_two
        one these|those|them|above
        any_one these|those|them|above
        two others
        all but|except one|first|last
        a_combination these|those|above
        a_mixture these|those|above
        some but_not_all
        all_but_one these|above
    """,
    verdicts=words("""
        correct right true valid possible applicable apply applies fit fits acceptable together
        equally likely mentioned listed named given above here good fine matches match
        """),
    denials=words("false wrong incorrect untrue"),
    nouns=frozenset(f"{_NOUNS}|{_NOUN}".split("|")) - {"one", "ones", "things", "points"},
    around_letters=words("both only either just"),
    plain=frozenset({"all right", "above all", "something else", "all together", "most likely"}),
)
