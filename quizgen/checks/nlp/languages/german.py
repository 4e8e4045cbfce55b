"""German."""

from __future__ import annotations

from quizgen.checks.nlp.languages.base import Language, counted
from quizgen.checks.nlp.languages.verbs import GERMAN_VERBS
from quizgen.checks.nlp.word_lists import words
from quizgen.checks.nlp.wordings.german import GERMAN_WORDINGS

GERMAN = Language(
    code="de",
    stop_words=words(
        """
        aber alle allem allen aller alles als also am an ander andere anderem anderen anderer
        anderes auch auf aus bei beim bin bis bist da damit dann das dass dein dem den denn der des
        dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen
        einer eines einige er es etwas euch euer für gegen gewesen hab habe haben hat hatte hatten
        heißt hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja
        jede jedem jeden jeder jedes jene jetzt kann kein keine keinem keinen keiner können könnte
        laut machen mal man manche mehr mein mich mir mit muss musste nach nannte nennt nicht nichts
        noch nun nur ob oder ohne sehr sein seine seinem seinen seiner selbst sich sie sind so
        solche soll sollte sondern sonst text über um und uns unser unter viel vom von vor während
        wann war waren warum was weg weil welche welchem welchen welcher welches wem wen wenn wer
        werde werden wessen wie wieder will wir wird wo wollen wurde wurden zu zum zur zwar zwischen
        folgenden folgende jahr jahre
        """
    ),
    irregular=GERMAN_VERBS,
    snowball="german",
    leftover_letters="s",
    abbreviations=words(
        """
        dr prof hr fr frl st nr bzw ca usw vgl z.b d.h u.a ggf inkl max min evtl abb bd jh jhs chr
        v.chr n.chr
        """
    ),
    ordinal_stop=True,
    negatives=words("nicht außer kein keine keinen keinem keiner keines nie niemals weder"),
    verdicts=words(
        "falsch unrichtig unwahr falsche falschen unzutreffend verkehrt inkorrekt fehlerhaft"
    ),
    possessive=("'s",),
    claims=words("aussage aussagen antwort antworten behauptung behauptungen satz sätze"),
    denials=words("nichts niemand nirgends ohne unmöglich unwahrscheinlich"),
    fillers=(
        *("nicht nur", "ob oder nicht", "oder nicht", "noch nicht", "wahr oder falsch"),
        *("richtig oder falsch", "außer sich", "außer kraft", "außer betrieb", "außer atem"),
        *("an diesem satz falsch", "in diesem satz falsch", "an dem satz falsch"),
        *("an der aussage falsch", "richtig und falsch", "falsch oder richtig", "nicht wahr"),
    ),
    question_words=words(
        """
        wer wen wem wessen was welche welchem welchen welcher welches wie wo wann warum weshalb
        wieso weswegen wohin woher womit wodurch worin woran worauf woraus wovon wozu wofür
        """
    ),
    before_questions=words(
        """
        ab an auf aus bei bis durch für gegen in mit nach seit über um und unter von vor während
        wegen zu aber
        """
    ),
    reasons=("warum", "weshalb", "wieso", "weswegen", "aus welchem grund", "aus welchen gründen"),
    clause_words=words(
        "als bevor da damit dass falls nachdem ob obwohl sobald solange wann weil wenn wo"
    ),
    because=("weil", "denn", "da", "deshalb weil", "wegen", "aufgrund"),
    placeholders=words("etwas eines eine einer das dasjenige diejenige derjenige"),
    choosing=words("nenne nennen wähle wählen finde finden bestimme markiere markieren kreuze"),
    relatives=words("der die das den dem deren dessen denen um ohne statt während indem seit"),
    commas_before_clauses=True,
    absolutes=words("immer niemals nie stets ausnahmslos vollständig völlig"),
    vague=words(
        "gelegentlich gewöhnlich häufig manchmal meistens meist normalerweise oft regelmäßig selten"
    ),
    wordings=GERMAN_WORDINGS,
    amounts=("wie viele", "wie viel", "wieviel", "wieviele"),
    both=words("sowohl beide"),
    joiners=words("und oder"),
    alternatives=words("oder"),
    imperatives=words(
        """
        nenne nennen wähle wählen schreibe schreiben gib geben ergänze ergänzen ordne ordnen finde
        finden bestimme bestimmen berechne berechnen beschreibe beschreiben erkläre erklären
        übersetze übersetzen markiere markieren setze setzen vervollständige zähle kreuze
        definiere bringe unterstreiche unterstreichen korrigiere korrigieren lies lest lesen löse
        lösen zeichne zeichnen vergleiche vergleichen bilde bilden konjugiere dekliniere verbinde
        verbinden formuliere forme sortiere sortieren begründe begründen erläutere erläutern
        diskutiere beurteile zeige beweise rechne berichtige benenne benennen trage tragt suche
        ersetze füge stelle gebt schreibt nennt ergänzt ordnet wandle runde kürze verwende benutze
        beantworte beantworten entscheide skizziere notiere vervollständigen
        """
    ),
    before_orders=words("bitte dann nun und zuerst"),
    selecting=words("welche welchen welcher"),
    numbers=counted(
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf "
        "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig"
    )
    | {
        "dreißig": 30,
        "vierzig": 40,
        "fünfzig": 50,
        "sechzig": 60,
        "siebzig": 70,
        "achtzig": 80,
        "neunzig": 90,
        "hundert": 100,
    },
    decimal_mark=",",
    to=words("bis"),
    spans=(("zwischen", "und"), ("von", "bis")),
    more_than=("mehr als", "über", "nach"),
    at_least=("mindestens", "oder mehr", "und mehr", "oder älter", "nicht weniger als", "ab"),
    less_than=("weniger als", "unter", "vor"),
    at_most=("höchstens", "bis zu", "oder weniger", "oder jünger", "nicht mehr als"),
)
