"""How options say “all of the above” and its like in Spanish."""

from quizgen.checks.nlp.word_lists import words
from quizgen.checks.nlp.wordings.base import Wordings

_NOUNS = (
    "respuestas|opciones|afirmaciones|alternativas|posibilidades|proposiciones|frases|soluciones|"
    "elementos|enunciados|cosas|razones|ejemplos|casos|factores|sugerencias"
)
_NOUN = "respuesta|opción|afirmación|alternativa|posibilidad|proposición|frase|solución|enunciado"
_GIVEN = (
    "anteriores|anterior|mencionadas|mencionados|mencionado|citadas|citados|citado|dichas|dicho|"
    "dadas|dados|enumeradas|enumerados|indicadas|indicados|propuestas|propuestos|señaladas|"
    "señalados|siguientes|arriba|expuesto|nombradas|nombrados|listadas|precedentes"
)
_THESE = "estas|estos|esas|esos|ellas|ellos|esto|eso"
_RIGHT = "correcta|verdadera|cierta|válida|posible|adecuada|correcto|verdadero|cierto|válido"

SPANISH_WORDINGS = Wordings(
    light=words("el la las los lo de del es son que se a"),
    all_of_them=f"""
        todas|todos|todo
        todas|todos|todo {_THESE}
        todas|todos|todo {_GIVEN}
        todas|todos estas|estos|esas|esos|- {_NOUNS}
        todas|todos estas|estos|esas|esos|- {_NOUNS} {_GIVEN}
        todas|todos {_GIVEN} {_NOUNS}
        todas|todos demás|otras|otros {_NOUNS}|-
        todas|todos dos|tres|cuatro|cinco {_GIVEN}|{_NOUNS}|-
        tres|cuatro|cinco {_GIVEN}|{_NOUNS}
        tres|cuatro|cinco {_NOUNS} {_GIVEN}
        tres|cuatro|cinco {_GIVEN} {_NOUNS}
        cada una|uno {_THESE}|{_GIVEN}
        cada una|uno estas|estos|- {_NOUNS} {_GIVEN}|-
        cada {_NOUN}
        cualquiera {_THESE}|{_GIVEN}
        cualquiera estas|- {_NOUNS} {_GIVEN}|-
        todo correcto|cierto|verdadero|válido
        todo cuanto|- {_GIVEN}
        {_NOUNS} todas|todos
        estas|estos|ellas|ellos todas|todos
        conjunto estas|- {_NOUNS}
        totalidad estas|- {_NOUNS}
        todas|todos y_cada_una|y_cada_uno {_GIVEN}|{_THESE}
        todo antes|antedicho|precedente|citado
        todas|todos arriba mencionadas|citadas|indicadas
        todas|todos juntas|juntos
    """,
    none_of_them=f"""
        ninguna|ninguno
        ninguna|ninguno|nada {_THESE}
        ninguna|ninguno|nada {_GIVEN}
        ninguna|ninguno estas|estos|esas|esos|- {_NOUNS}
        ninguna|ninguno estas|estos|- {_NOUNS} {_GIVEN}
        ninguna|ninguno {_GIVEN} {_NOUNS}
        ninguna|ninguno dos|tres|cuatro|otras|otros|demás {_NOUNS}|{_GIVEN}|-
        ninguna|ningún {_NOUN} {_RIGHT}|{_GIVEN}|vale|sirve
        ninguna|ninguno {_RIGHT}|vale|sirve
        ninguna|ninguno estas|- {_NOUNS} {_RIGHT}
        ni una|uno ni otra|otro
        ni_lo_uno_ni_lo_otro
        no hay {_NOUN}|{_NOUNS} {_RIGHT}|correctas
        no hay ninguna|- {_NOUN} {_RIGHT}
        no hay ninguna {_RIGHT}
        nada correcto|cierto|verdadero|válido
        nada todo {_THESE}|{_GIVEN}
        nada dicho|mencionado|expuesto anteriormente|arriba
        ni una|uno|una_sola|uno_solo {_THESE}|{_GIVEN}
        no_es ninguna|ninguno {_THESE}|{_GIVEN}|-
        no ninguna|ninguno {_THESE}|{_GIVEN}|-
        respuesta correcta no está|aparece|figura
        respuesta no está|aparece|figura
        ninguna|ninguno ellas|ellos {_RIGHT}|-
        ninguna|ninguno arriba mencionadas|mencionados|citadas|indicadas
        sin respuesta correcta
    """,
    some_of_them=f"""
        ambas|ambos
        ambas|ambos {_NOUNS}|{_GIVEN}|{_THESE}
        ambas|ambos {_NOUNS} {_GIVEN}
        dos
        dos {_NOUNS}|{_GIVEN}|{_THESE}
        dos {_NOUNS} {_GIVEN}
        dos estas|estos {_NOUNS} {_GIVEN}|-
        dos primeras|primeros|últimas|últimos|otras {_NOUNS}|{_GIVEN}|-
        primeras|primeros|últimas|últimos dos {_NOUNS}|-
        tres primeras|primeros|últimas|últimos {_NOUNS}|-
        una|uno otra|otro
        una|uno y|o otra|otro
        más una|uno {_THESE}|{_GIVEN}
        más una|uno estas|- {_NOUNS}|{_NOUN} {_GIVEN}|-
        varias|varios|algunas|algunos|alguna|alguno {_THESE}|{_GIVEN}
        varias|varios|algunas|algunos estas|- {_NOUNS} {_GIVEN}|-
        al_menos dos {_THESE}|{_GIVEN}
        solo|sólo|solamente|únicamente dos {_THESE}|{_GIVEN}
        solo|sólo|solamente|únicamente una|uno {_THESE}|{_GIVEN}
        una|uno {_THESE}|{_GIVEN}
        una|uno dos
        todas|todos menos|salvo|excepto una|uno
        combinación estas|- {_NOUNS}
        combinación {_GIVEN}
        mezcla {_GIVEN}|{_THESE}
        cualquiera dos
    """,
    verdicts=words("""
        correcta correctas correcto correctos verdadera verdaderas verdadero verdaderos cierta
        ciertas ciertos cierto válida válidas válidos posibles posible valen sirven adecuadas
        """),
    denials=words("falsa falsas falso falsos incorrecta incorrectas incorrecto"),
    nouns=frozenset(f"{_NOUNS}|{_NOUN}".split("|")) - {"cosas", "casos", "frases", "frase"},
    around_letters=words("solo sólo solamente únicamente tanto como"),
    plain=frozenset({"todos juntos", "todas juntas", "todo junto"}),
)
