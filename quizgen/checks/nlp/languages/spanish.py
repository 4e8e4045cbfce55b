"""Spanish."""

from __future__ import annotations

from quizgen.checks.nlp.languages.base import Language, counted
from quizgen.checks.nlp.languages.verbs import SPANISH_VERBS
from quizgen.checks.nlp.word_lists import words
from quizgen.checks.nlp.wordings.spanish import SPANISH_WORDINGS

SPANISH = Language(
    code="es",
    stop_words=words(
        """
        a acerca al algo algún alguna algunas algunos ante antes aquel aquella así aún aunque bajo
        bien cada casi como cómo con contra cual cuál cuáles cuando cuándo cuánta cuántas cuánto
        cuántos de del desde después donde dónde dos durante e el él ella ellas ellos en entre era
        eran es esa esas ese eso esos esta está están estas este esto estos fue fueron ha había
        habían han hasta hay hizo la las le les lo los llama más me menos mi mientras mismo muy
        ni no nombre nos o otra otras otro otros para pasaje pero poco por porque porqué puede pues
        que qué quien quién quiénes se según ser si sí siguiente siguientes sin sino sobre son su
        sus también tan tanto te texto tiene tienen toda todas todo todos tras tu tuvo u un una unas
        uno unos y ya año años
        """
    ),
    irregular=SPANISH_VERBS,
    snowball="spanish",
    stems_have_stems=True,
    leftover_letters="s",
    abbreviations=words("sr sra srta dr dra d dª prof ud uds etc núm no pág vol fig a.c d.c ee.uu"),
    negatives=words("no nunca jamás excepto salvo"),
    verdicts=words(
        """
        falso falsa falsas falsos incorrecto incorrecta incorrectas incorrectos erróneo errónea
        erróneas erróneos equivocada equivocado mal
        """
    ),
    claims=words(
        "afirmación afirmaciones respuesta respuestas opción opciones enunciado oración frase"
    ),
    concord=words("no nunca jamás nada nadie ningún ninguna ninguno ni tampoco"),
    denials=words("nada nadie ningún ninguna ninguno sin imposible improbable tampoco"),
    fillers=(
        *("no solo", "no sólo", "o no", "verdadero o falso", "verdadera o falsa", "no a", "no al"),
        *("dijo no", "decir no", "dice no", "un no", "el no", "no obstante", "significa no"),
        *("sano y salvo", "a salvo"),
        *("mal en", "mal de", "menos mal", "incorrecto en", "falso o verdadero", "bien o mal"),
        *("el mal", "bien y el mal", "hace mal", "está mal visto"),
    ),
    question_words=words(
        "qué quién quiénes cuál cuáles cómo cuándo dónde cuánto cuánta cuántos cuántas"
    ),
    before_questions=words("a con de desde en entre hacia hasta para pero por según sobre y"),
    reasons=("por qué",),
    clause_words=words("si aunque porque cuando donde mientras como"),
    because=("porque", "ya que", "debido a", "a causa de", "pues", "puesto que"),
    placeholders=words("algo aquello lo aquel aquella la el las los"),
    choosing=words("elige elija nombra nombre encuentra indica indique marca marque señala señale"),
    relatives=words("que quien quienes cuyo cuya cuyos cuyas cual cuales"),
    plural_ending="s",
    absolutes=words("siempre nunca jamás absolutamente completamente totalmente"),
    vague=words(
        "frecuentemente generalmente habitualmente normalmente ocasionalmente raramente usualmente"
    ),
    wordings=SPANISH_WORDINGS,
    amounts=("cuántos", "cuántas", "cuánto", "cuánta"),
    both=words("ambos ambas"),
    joiners=words("y e o u"),
    alternatives=words("o u"),
    imperatives=words(
        """
        elige elija nombra nombre escribe escriba completa complete encuentra encuentre da dé
        relaciona relacione ordena ordene indica indique calcula calcule marca marque explica
        explique describe describa traduce traduzca señala señale escoge escoja selecciona
        seleccione define defina di diga elegir nombrar escribir completar encontrar relacionar
        ordenar indicar calcular marcar explicar describir traducir señalar escoger seleccionar
        definir conjuga conjugue subraya subraye corrige corrija lee lea dibuja dibuje resuelve
        resuelva compara compare transforma transforme rodea rodee une una pon ponga haz haga
        escribid responde responda justifica justifique busca busque añade añada sustituye forma
        clasifica clasifique convierte cita cite enumera enumere observa observe resume resuma
        contesta conteste utiliza usa cuenta cuente separa
        """
    ),
    before_orders=words("ahora después luego y"),
    selecting=words("qué cuáles"),
    numbers=counted(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce "
        "trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte"
    )
    | {
        "treinta": 30,
        "cuarenta": 40,
        "cincuenta": 50,
        "sesenta": 60,
        "setenta": 70,
        "ochenta": 80,
        "noventa": 90,
        "cien": 100,
    },
    capitals_mark_names=True,
    name_particles=words(
        "sr sra srta dr dra d mejor peor solo sólo únicamente verdadero verdadera"
    ),
    decimal_mark=",",
    to=words("a"),
    spans=(("entre", "y"), ("de", "a"), ("desde", "hasta")),
    more_than=("más de", "después de"),
    at_least=("al menos", "por lo menos", "o más", "y más", "no menos de"),
    less_than=("menos de", "antes de"),
    at_most=("como máximo", "o menos", "hasta", "no más de"),
)
