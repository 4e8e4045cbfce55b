"""How options say “all of the above” and its like in German."""

from quizgen.checks.nlp.word_lists import words
from quizgen.checks.nlp.wordings.base import Wordings

_NOUNS = (
    "antworten|aussagen|möglichkeiten|optionen|alternativen|angaben|vorschläge|sätze|behauptungen|"
    "antwortmöglichkeiten|lösungen|punkte|dinge|beispiele|auswahlmöglichkeiten"
)
_NOUN = "antwort|aussage|möglichkeit|option|alternative|angabe|behauptung|lösung|antwortmöglichkeit"
_GIVEN = (
    "genannten|genannte|obigen|obige|obengenannten|obengenannte|aufgeführten|aufgeführte|"
    "aufgezählten|erwähnten|erwähnte|vorherigen|vorigen|vorstehenden|angegebenen|aufgelisteten|"
    "angeführten|vorgenannten|gegebenen"
)
_RIGHT = "richtig|korrekt|wahr|möglich|zutreffend"

GERMAN_WORDINGS = Wordings(
    light=words("der die das des den dem ist sind sie es von zu oben hier"),
    all_of_them=f"""
        alle|alles|sämtliche
        alle|alles|sämtliche davon|dieser|diese|diesen|anderen|übrigen
        alle|sämtliche|all dieser|diese|diesen|anderen|-|folgenden {_NOUNS}
        alle|alles|sämtliche {_GIVEN} {_NOUNS}|-
        alle|sämtliche dieser|diese {_GIVEN} {_NOUNS}
        alle zwei|drei|vier|fünf|sechs
        alle zwei|drei|vier|fünf|sechs davon|{_NOUNS}|{_GIVEN}
        alle zwei|drei|vier|fünf {_GIVEN} {_NOUNS}
        jede|jeder|jedes davon|dieser|{_GIVEN}|{_NOUNS}|{_NOUN}
        jede|jeder|jedes dieser|{_GIVEN} {_NOUNS}|{_NOUN}
        jede|jeder|jedes einzelne davon|{_NOUN}|{_NOUNS}
        jedes_von_ihnen
        alle_von_ihnen
        alles|alle zusammen|gemeinsam
        all|alles dies|dieses|das
        diese alle
        {_NOUNS} alle|alles|sämtlich {_RIGHT}
        alles|alle {_RIGHT}
        alles|alle was genannt|erwähnt|steht|aufgeführt
        alle|alles obenstehenden|obenstehende|obenstehendes|vorhergehenden
        alle|alles stimmen|stimmt|treffen|trifft
        a_bis_d
        a_bis_c
        a_bis_e
        jede {_NOUN} {_RIGHT}|stimmt
        allesamt
    """,
    none_of_them=f"""
        keine|keiner|keines|keins
        keine|keiner|keines|keins|nichts davon|dieser|diesen|beiden|anderen|übrigen|diesem|alledem
        keine|keiner|keines|keins dieser|diesen|anderen|-|folgenden {_NOUNS}
        keine|keiner|keines|keins|nichts {_GIVEN} {_NOUNS}|-
        keine|keiner|keines|keins dieser|diesen {_GIVEN} {_NOUNS}
        keine|keiner|keines|keins dieser|beiden|drei|vier beiden|drei|vier|{_NOUNS}
        keine|keiner {_NOUN} {_RIGHT}|stimmt|trifft|passt|davon
        keine|keiner {_RIGHT}|richtige|korrekte|passende {_NOUN}|-
        keine|keiner|keines|keins stimmt|trifft|passt
        keine|keiner|keines|keins von_ihnen|von_denen|unter_ihnen
        nichts stimmt|trifft|passt|{_RIGHT}
        nichts von|davon|dergleichen|dessen
        nichts von|davon allem|alledem|diesen
        weder_noch
        weder eines|eine|einer noch_anderes|noch_andere|noch_anderer
        gibt keine|- richtige|korrekte|passende {_NOUN}
        gar_nichts davon
        kein einziges|einziger davon
        keine einzige davon|{_NOUN}|dieser
        nicht_eine davon|dieser
        {_NOUNS} alle falsch
        richtige|korrekte antwort fehlt|nicht dabei|aufgeführt
        richtige|korrekte antwort nicht|fehlt
    """,
    some_of_them=f"""
        beide|beides|beiden
        beide|beides|beiden davon|dieser|diese|{_NOUNS}|{_GIVEN}
        beide|beiden {_GIVEN}|ersten|letzten|anderen {_NOUNS}|-
        ersten|letzten|vorderen beiden|zwei|drei
        ersten|letzten beiden|zwei|drei {_NOUNS}|davon|{_GIVEN}
        zwei|mehrere|einige|manche|drei davon|dieser|{_GIVEN}
        zwei|mehrere|einige|manche dieser|-|{_GIVEN} {_NOUNS}
        mehr_als eine|einer|eines davon|dieser|{_NOUN}|{_NOUNS}
        mehr_als eine {_NOUN} {_RIGHT}|stimmt
        nur|lediglich eine|einer|eines davon|dieser
        nur|lediglich zwei davon|dieser|{_NOUNS}|{_GIVEN}
        mindestens zwei davon|dieser|{_NOUNS}
        mindestens eine davon|dieser
        eine|einer|eines davon|dieser
        sowohl_als_auch
        sowohl eine|eines als_auch_andere|als_auch_anderes
        eine_von_beiden
        eines_von_beiden
        einer_von_beiden
        alle_bis_auf eine|einen|eines
        alle_außer einer|einem
        mehrere|verschiedene {_NOUNS} {_RIGHT}
        eine_kombination davon|daraus
        eine_mischung davon|daraus
        je zwei davon
    """,
    verdicts=words("""
        richtig korrekt wahr stimmt stimmen trifft treffen zutreffend möglich passt passen genannt
        gleichermaßen zusammen gültig zugleich
        """),
    denials=words("falsch unrichtig unwahr inkorrekt"),
    nouns=frozenset(f"{_NOUNS}|{_NOUN}".split("|")) - {"punkte", "dinge"},
    around_letters=words("nur sowohl als auch beide entweder lediglich"),
    plain=frozenset({"alle zusammen", "alles zusammen", "nicht genannt", "teils teils"}),
)
