"""English."""

from __future__ import annotations

from quizgen.checks.nlp.languages.base import Language, counted
from quizgen.checks.nlp.languages.verbs import ENGLISH_VERBS
from quizgen.checks.nlp.word_lists import words
from quizgen.checks.nlp.wordings.english import ENGLISH_WORDINGS

ENGLISH = Language(
    code="en",
    stop_words=words(
        """
        a about above according across after again against all almost along already also although
        always am among an and another any anyone anything are around as at away back be became
        because become been before began behind being below between both but by call called came
        can cannot case come could did do does doing done down during each either else enough
        even ever every everyone example few find first following for from further gave get give
        given go goes had happen happened has have having he hence her here hers him his how
        however i if in into is it its itself just keep kind last least less let like made main
        make many may me might mean means more most much must my name near need neither never
        next no none nor not nothing now of off often on once one only onto or other others our
        out over own part passage people perhaps place put quite rather same say says see
        seem seemed several shall she should show since so some someone something soon still such
        take taken text than that the their them themselves then there therefore these they thing
        things this those though through thus time to together too took toward towards under
        until up upon us use used very want wanted was way we well went were what when where
        whether which while who whom whose why will with within without word words would year
        years yes yet you your
        """
    ),
    irregular=ENGLISH_VERBS,
    snowball="english",
    abbreviations=words(
        """
        mr mrs ms dr prof st jr sr rev hon gen col sgt capt lt gov sen rep pres vs etc no vol fig
        approx ca cf e.g i.e a.d b.c u.s u.k ltd inc co mt dept est
        """
    ),
    negatives=words(
        """
        not cannot can't couldn't didn't doesn't don't hadn't hasn't haven't isn't aren't mustn't
        needn't shouldn't wasn't weren't won't wouldn't never except least neither none
        """
    ),
    only_before={"least": words("likely true probable")},
    verdicts=words("false incorrect untrue wrong mistaken inaccurate"),
    possessive=("'s",),
    claims=words("statement statements claim claims answer answers option options assertion"),
    denials=words(
        "no nobody nothing nowhere without unlikely impossible lacks lack failed fails refused"
    ),
    fillers=(
        *("not only", "whether or not", "or not", "if not", "not just", "true or false", "not yet"),
        *("not until", "false or true", "means not", "meaning not"),
        *(
            "wrong with",
            "went wrong",
            "wrong about",
            "go wrong",
            "goes wrong",
            "gone wrong",
            "going wrong",
        ),
        *("wrong to", "in the wrong", "right or wrong", "wrong or right", "right and wrong"),
        *("right from wrong", "do wrong", "did wrong", "be mistaken for", "mistaken for"),
    ),
    question_words=words("who whom whose which what how why when where"),
    before_questions=words(
        "about after and at before but by during for from in of on so then to under until with"
    ),
    reasons=("why", "how come", "for what reason", "for which reason"),
    clause_words=words("although because if since though unless until when where whereas while"),
    because=("because", "because of", "since", "due to", "the reason is that", "the reason is"),
    placeholders=words(
        "something anything one ones thing things item items factor factors example examples"
    ),
    choosing=words("name choose select pick find tick mark identify tell state"),
    relatives=words("that"),
    plural_ending="s",
    absolutes=words("always never absolutely completely entirely totally invariably"),
    vague=words(
        """
        commonly frequently generally normally occasionally often rarely regularly seldom
        sometimes typically usually
        """
    ),
    wordings=ENGLISH_WORDINGS,
    amounts=("how many", "how much"),
    both=words("both"),
    joiners=words("and or"),
    alternatives=words("or"),
    imperatives=words(
        """
        name choose select pick find give write complete fill match say state list identify tell
        describe explain calculate work compute estimate translate define decide put order sort
        arrange mark tick note spell count convert solve simplify express determine add insert
        finish supply quote cite look consider imagine suppose conjugate rewrite underline circle
        label draw sketch compare discuss read use correct decline form make turn replace rearrange
        combine match check outline summarise summarize justify prove show solve evaluate round
        factorise factorize expand write type guess continue classify connect link change enter
        determine spot
        """
    ),
    before_orders=words("and also first next now please then"),
    selecting=words("which what"),
    numbers=counted(
        "two three four five six seven eight nine ten eleven twelve "
        "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    )
    | {
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
        "hundred": 100,
    },
    articles=("a", "an"),
    starts_with_vowel=(
        r"(?!one\b|once\b|eu|ewe|ouija|u[bcdfghjklmqrstvxz][aeiouy]|ukr|uni(?![dmnr]|ss)|unanim"
        r"|unary|unesco|u\b|un\b|uk\b|usa?\b)[aeiou]"
        r"|hour|honest|honou?r|heir|8|11(?!\d)|18(?!\d)"
    ),
    takes_either_article=(
        r"histor|herb|hotel|habit|halluc|heredit|homage|1[18]\d\d"
        r"|u(?:mami|don\b|lan|lam|buntu|gali|miak|zi\b|ber|no\b)"
    ),
    letters_with_vowel="aefhilmnorsx",
    plural_verbs=words("are were have"),
    singular_verbs=words("is was has"),
    capitals_mark_names=True,
    name_particles=words(
        """
        i mr mrs ms dr sir monday tuesday wednesday thursday friday saturday sunday january february
        march april may june july august september october november december english french german
        spanish italian latin greek arabic chinese japanese korean russian portuguese dutch hebrew
        hindi turkish polish best worst only correct true right wrong easter christmas
        """
    ),
    decimal_mark=".",
    to=words("to until"),
    spans=(("between", "and"), ("from", "to"), ("from", "until")),
    more_than=("more than", "over", "above", "after", "later than"),
    at_least=(
        *("at least", "or more", "and more", "or later", "and over", "or over", "and above"),
        *("or older", "no less than", "no fewer than", "not less than"),
    ),
    less_than=("less than", "fewer than", "under", "below", "before", "earlier than"),
    at_most=(
        *("at most", "up to", "or less", "or fewer", "or earlier", "and under", "or under"),
        *("or younger", "no more than", "not more than"),
    ),
)
