"""French."""

from __future__ import annotations

from quizgen.checks.nlp.languages.base import Language, counted
from quizgen.checks.nlp.languages.verbs import FRENCH_VERBS
from quizgen.checks.nlp.word_lists import words
from quizgen.checks.nlp.wordings.french import FRENCH_WORDINGS

FRENCH = Language(
    code="fr",
    stop_words=words(
        """
        a à ai ainsi alors après as au aucun aucune aussi autre autres aux avant avec avez avoir
        avons ce cela celle celles celui ces cet cette ceux chaque chez comme comment contre
        dans de depuis des deux donc dont du elle elles en encore entre est et était
        étaient été être eu eux fait faire fut furent il ils je la le les leur leurs lors lui
        ma mais me même mes moi moins mon ne ni nom nommer non nos notre nous on ont ou où
        par parce pas passage pendant peu peut plus plusieurs pour pourquoi près est-ce
        quand que quel quelle quelles quels qui quoi sa sans se selon sera ses si son sont
        sous suivant suivante suivantes suivants sur ta te texte tes toi ton tous tout toute toutes
        tu un une va vers vos votre vous y an année années ans
        """
    ),
    elided=words("c d j l m n qu s t jusqu lorsqu puisqu quoiqu"),
    irregular=FRENCH_VERBS,
    snowball="french",
    leftover_letters="sx",
    abbreviations=words("m mm dr pr prof st ste etc cf env av apr j.-c p.ex no fig vol"),
    negatives=words("pas jamais aucun aucune ni guère nul nulle rien personne sauf excepté"),
    verdicts=words(
        """
        faux fausse fausses incorrect incorrecte incorrectes inexact inexacte
        erroné erronée erronées
        """
    ),
    claims=words(
        """
        affirmation affirmations réponse réponses proposition propositions énoncé énoncés phrase
        """
    ),
    concord=words("pas jamais aucun aucune ni guère nul nulle rien personne"),
    particles=words("ne n'"),
    denials=words("sans impossible improbable"),
    fillers=(
        *("pas seulement", "ou pas", "vrai ou faux", "pas encore", "est-ce qui", "est-ce que"),
        *("est-ce qu'", "vraie ou fausse", "n' est-ce pas", "sain et sauf", "saine et sauve"),
        *(
            "faux dans",
            "faux ou vrai",
            "incorrect dans",
            "chante faux",
            "sonne faux",
            "vrai du faux",
        ),
    ),
    question_words=words(
        """
        qui que qu' quoi quel quelle quels quelles lequel laquelle lesquels lesquelles où quand
        comment combien pourquoi
        """
    ),
    before_questions=words(
        "à après avant avec chez d' dans de depuis en et mais par pour sous sur vers"
    ),
    reasons=("pourquoi", "pour quelle raison", "pour quelles raisons"),
    clause_words=words("si lorsque lorsqu' puisque puisqu' parce afin bien quand où"),
    because=("parce que", "parce qu'", "car", "à cause de", "puisque", "en raison de"),
    placeholders=words("celui celle ceux celles ce quelque-chose chose"),
    choosing=words(
        "choisis choisissez nommez nomme trouve trouvez indique indiquez coche cochez citez cite"
    ),
    relatives=words("dont"),
    plural_ending="s",
    absolutes=words("toujours jamais absolument complètement totalement invariablement"),
    vague=words(
        "souvent parfois généralement habituellement rarement fréquemment quelquefois normalement"
    ),
    wordings=FRENCH_WORDINGS,
    amounts=("combien",),
    joiners=words("et ou"),
    alternatives=words("ou"),
    imperatives=words(
        """
        choisis choisissez nomme nommez donne donnez écris écrivez complète complétez trouve trouvez
        cite citez associe associez classe classez indique indiquez calcule calculez coche cochez
        explique expliquez décris décrivez traduis traduisez détermine déterminez relie reliez
        conjugue conjuguez souligne soulignez corrige corrigez lis lisez transforme transformez mets
        mettez remplace remplacez entoure entourez dessine dessinez compare comparez résous résolvez
        réponds répondez justifie justifiez définis définissez accorde accordez ajoute ajoutez
        simplifie simplifiez convertis convertissez montrez démontrez rédige rédigez utilise
        utilisez formez forme recopie recopiez observe observez résume résumez compte comptez
        sélectionne sélectionnez place placez remets remettez veuillez choisir nommer donner écrire
        compléter trouver citer associer classer indiquer calculer cocher expliquer décrire
        traduire déterminer relier sélectionner placer remettre
        """
    ),
    before_orders=words("ensuite et puis"),
    selecting=words("quels quelles"),
    numbers=counted(
        "deux trois quatre cinq six sept huit neuf dix onze douze "
        "treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt"
    )
    | {"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100},
    capitals_mark_names=True,
    name_particles=words("m mm mme mlle dr mieux vrai vraie vrais vraies seulement uniquement"),
    decimal_mark=",",
    to=words("à"),
    spans=(("entre", "et"), ("de", "à")),
    more_than=("plus de", "après"),
    at_least=("au moins", "ou plus", "et plus", "pas moins de"),
    less_than=("moins de", "avant"),
    at_most=("au plus", "ou moins", "jusqu'à", "pas plus de"),
)
