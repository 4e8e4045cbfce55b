"""How options say “all of the above” and its like in French."""

from quizgen.checks.nlp.word_lists import words
from quizgen.checks.nlp.wordings.base import Wordings

_NOUNS = (
    "réponses|propositions|affirmations|options|choix|possibilités|éléments|énoncés|phrases|"
    "suggestions|solutions|assertions|points|exemples|cas|raisons|facteurs|alternatives"
)
_NOUN = "réponse|proposition|affirmation|option|choix|possibilité|élément|énoncé|phrase|solution"
_GIVEN = (
    "ci-dessus|précédentes|précédents|proposées|proposés|mentionnées|mentionnés|citées|cités|"
    "données|énumérées|énumérés|suivantes|suivants|précitées|précités|indiquées|indiqués|"
    "susmentionnées|susmentionnés|listées|listés"
)
_THESE = "ces|ceux-ci|celles-ci|ceux-là|celles-là|eux|elles|ça|cela|ceci"
_RIGHT = "correcte|juste|vraie|exacte|bonne|valable|convient|correct|juste|vrai|exact|bon"

FRENCH_WORDINGS = Wordings(
    light=words("le la les l' de d' des du est sont c' ce qui s' n' ne entre parmi en à il a y"),
    all_of_them=f"""
        toutes|tous|tout
        toutes|tous|tout {_THESE}
        toutes|tous ces|celles|ceux|- {_NOUNS}
        toutes|tous ces|celles|ceux|- {_NOUNS} {_GIVEN}
        toutes|tous|tout {_GIVEN}
        toutes|tous autres|- {_NOUNS}|autres
        toutes|tous deux|trois|quatre|cinq
        toutes|tous trois|quatre|cinq {_NOUNS}|{_GIVEN}
        trois|quatre|cinq {_NOUNS}|{_GIVEN}
        trois|quatre {_NOUNS} {_GIVEN}
        chacune|chacun {_THESE}|{_NOUNS}
        chacune|chacun ces|- {_NOUNS} {_GIVEN}|-
        chaque {_NOUN}
        ensemble ces|-|{_GIVEN} {_NOUNS}
        ensemble ces|- {_NOUNS} {_GIVEN}
        tout que|ce_que|- précède
        tout que|ce_que|- cité|mentionné|dit|énuméré|indiqué ci-dessus|-|précédemment|plus_haut
        tout ceci|cela|ça
        tout vrai|correct|juste|exact
        elles|ils|celles-ci toutes|tous
        {_NOUNS} toutes|tous
        ces {_NOUNS} toutes|tous
        importe laquelle|lequel ces|- {_NOUNS}|-
        totalité ces|- {_NOUNS}
        toute|toutes celles qui_précèdent|précèdent
        toutes|tous ensemble
    """,
    none_of_them=f"""
        aucune|aucun
        aucune|aucun|rien {_THESE}
        aucune|aucun ces|celles|ceux|- {_NOUNS}
        aucune|aucun ces|celles|ceux|- {_NOUNS} {_GIVEN}
        aucune|aucun|rien {_GIVEN}
        aucune|aucun deux|trois|quatre|cinq
        aucune|aucun deux|trois|quatre {_NOUNS}|{_GIVEN}
        aucune|aucun autres|autre {_NOUNS}|{_NOUN}|-
        aucune|aucun {_NOUN} {_RIGHT}|possible|{_GIVEN}|proposée
        aucune|aucun {_RIGHT}
        aucune|aucun bonne|juste|vraie {_NOUN}
        aucune|aucun ces|- {_NOUNS} {_RIGHT}
        pas bonne|juste|vraie|- {_NOUN} {_RIGHT}|-|possible
        pas de bonne|juste {_NOUN}
        rien tout {_THESE}
        rien que|ce|- précède|précédent
        rien vrai|juste|correct|exact
        ni_uns_ni_autres
        ni un|une ni autre
        pas une|un seule|seul ces|- {_NOUNS}|-
        pas une|un {_THESE}|deux
        nulle ces|- {_NOUNS}
        bonne réponse pas|absente|ici|donnée
        bonne réponse pas donnée|ici|là|proposée|citée
        aucune|aucun celles qui_précèdent|précèdent
        aucune|aucun exemples|cas cités|-
    """,
    some_of_them=f"""
        deux
        deux ensemble|à_la_fois|fois
        deux {_NOUNS}|{_GIVEN}|{_THESE}
        deux {_NOUNS} {_GIVEN}
        deux ces {_NOUNS} {_GIVEN}|-
        deux premières|premiers|dernières|derniers|autres {_NOUNS}|-
        deux {_GIVEN} {_NOUNS}
        trois premières|premiers|dernières|derniers {_NOUNS}|-
        un|une autre
        un|une et autre
        un|une ou autre
        plusieurs ces|- {_NOUNS}
        plusieurs {_THESE}|{_GIVEN}
        plusieurs ces|- {_NOUNS} {_GIVEN}|possibles|correctes
        certaines|certains ces|- {_NOUNS}
        certaines|certains {_THESE}|{_GIVEN}
        plus un|une ces|- {_NOUNS}|{_NOUN}
        plus un|une {_THESE}
        au_moins deux ces|- {_NOUNS}
        seulement|uniquement deux ces|- {_NOUNS}|-
        seulement|uniquement un|une ces|deux {_NOUNS}|-
        une seule ces {_NOUNS}
        toutes|tous sauf|excepté une|un
        combinaison ces|- {_NOUNS}
        mélange ces|- {_NOUNS}
        premières|premiers deux
        deux-là
    """,
    verdicts=words("""
        correcte correctes correct corrects juste justes vraie vraies vrai vrais exacte exactes
        exact exacts bonne bonnes bon bons possible possibles valable valables valides conviennent
        convient ci-dessus
        """),
    denials=words(
        "faux fausse fausses incorrecte incorrectes incorrect incorrects inexacte inexactes"
    ),
    nouns=frozenset(f"{_NOUNS}|{_NOUN}".split("|")) - {"points", "cas", "phrases", "phrase"},
    around_letters=words("seulement uniquement aussi bien que seules"),
    plain=frozenset({"tout juste", "tous ensemble", "deux fois", "tout bon", "les deux fois"}),
)
