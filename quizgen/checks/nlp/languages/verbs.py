"""Verbs whose forms differ by more than an ending; first the form that stands for all.

Verbs that carry no content of their own, such as “made”, are among a language's stop words, and
forms that are other words as well, such as “left” and “ground”, are left out.
"""

from __future__ import annotations

from quizgen.checks.nlp.languages.base import forms

ENGLISH_VERBS = forms(
    """
    arise arose arisen; awake awoke awoken; beat beaten; bend bent;
    bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred;
    bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen;
    cling clung; creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt;
    drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt;
    fight fought; flee fled; fling flung; fly flew flown flies; forbid forbade forbidden;
    forget forgot forgotten; forgive forgave forgiven; freeze froze frozen;
    grow grew grown; hang hung; hear heard; hide hid hidden; hold held; kneel knelt;
    know knew known; lead led; leap leapt; learn learnt; lend lent;
    light lit; lose lost; meet met; overthrow overthrew overthrown;
    pay paid; ride rode ridden; ring rang rung; rise risen; run ran running; seek sought;
    sell sold; send sent; shake shook shaken; shine shone; shoot shot; shrink shrank shrunk;
    sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken;
    speed sped; spend spent; spin spun; spring sprang sprung; stand stood; steal stole stolen;
    stick stuck; sting stung; strike struck stricken; strive strove striven; swear swore sworn;
    sweep swept; swim swam swum; swing swung; teach taught; tear tore torn; think thought;
    throw threw thrown; tread trod trodden; understand understood; wake woke woken;
    wear wore worn; weave wove woven; weep wept; win won winning;
    withdraw withdrew withdrawn; write wrote written
    """
)

GERMAN_VERBS = forms(
    """
    beginnen begann begannen begonnen; besitzen besaß besaßen besessen; beweisen bewies bewiesen;
    bieten bot boten geboten; binden band gebunden; bitten bat baten gebeten;
    bleiben blieb geblieben; brechen bricht brach brachen gebrochen; brennen brannte gebrannt;
    bringen brachte brachten gebracht; denken dachte dachten gedacht; empfangen empfing empfängt;
    entscheiden entschied entschieden; erfinden erfand erfanden erfunden;
    erhalten erhält erhielt erhielten; erobern eroberte eroberten erobert;
    essen isst aß aßen gegessen; fahren fährt fuhr fuhren gefahren; fallen fällt fiel gefallen;
    fangen fängt fing gefangen; finden fand fanden gefunden; fliegen flog flogen geflogen;
    fliehen floh flohen geflohen; fließen floss geflossen; frieren fror gefroren;
    gewinnen gewann gewannen gewonnen; gießen goss gegossen; graben gräbt grub gruben gegraben;
    gründen gründete gründeten gegründet; halten hält hielt hielten gehalten;
    helfen hilft half halfen geholfen; kommen kam kamen gekommen; laden lud luden geladen;
    lassen lässt ließ ließen; laufen läuft lief liefen gelaufen; lesen liest las lasen gelesen;
    liegen lag lagen gelegen; malen malte malten gemalt; nehmen nimmt nahm nahmen genommen;
    reiten ritt ritten geritten; rufen rief riefen gerufen; schießen schoss geschossen;
    schlagen schlägt schlug schlugen geschlagen; schließen schloss schlossen geschlossen;
    schneiden schnitt geschnitten; schreiben schrieb schrieben geschrieben;
    schwimmen schwamm schwammen geschwommen; senden sandte sandten gesandt;
    singen sang sangen gesungen; sinken sank sanken gesunken; sitzen saß saßen gesessen;
    sprechen spricht sprach sprachen gesprochen; springen sprang gesprungen;
    stehen stand standen gestanden; stehlen stiehlt stahl gestohlen;
    sterben stirbt starb starben gestorben; tragen trägt trug trugen getragen;
    treffen trifft traf trafen getroffen; treten tritt trat traten getreten;
    trinken trank tranken getrunken; unterschreiben unterschrieb unterschrieben;
    verlieren verlor verloren; versprechen verspricht versprach versprochen;
    vertreiben vertrieb vertrieben; wachsen wächst wuchs wuchsen gewachsen;
    werfen wirft warf warfen geworfen; wissen wusste wussten gewusst; ziehen zog zogen gezogen
    """
)

FRENCH_VERBS = forms(
    """
    battre bat battu battit battirent; boire boit bu but burent; combattre combattu combattit;
    conduire conduit conduisit; connaître connaît connu connut; construire construit construisit
    construisirent; courir court couru courut; craindre craint craignit; croire croit crut;
    découvrir découvre découvert découvrit découvrirent; détruire détruit détruisit détruisirent;
    devenir devient devenu devint devinrent; écrire écrit écrite écrits écrivit écrivirent;
    envoyer envoie envoyé envoya envoyèrent; fonder fonda fondé fondée fondèrent;
    inventer inventa inventé inventée; lire lu lut; mettre mit mis mirent;
    mourir meurt mort morte mourut moururent; naître naît né née naquit naquirent;
    offrir offre offert offrit; ouvrir ouvre ouvert ouverte ouvrit; partir parti partit;
    peindre peint peinte peignit; perdre perd perdu perdit perdirent; prendre prend pris prit
    prirent; produire produit produisit; recevoir reçoit reçu reçut; signer signa signé signée
    signèrent signe; tenir tient tenu tint; traduire traduit traduisit; vaincre vaincu vainquit;
    vendre vend vendu vendit; venir vient venu vint vinrent; vivre vit vécu vécut; voir vu virent
    """
)

SPANISH_VERBS = forms(
    """
    abrir abrió abierto abre; caer cae cayó cayeron caído; conducir condujo condujeron;
    conocer conoce conoció; construir construye construyó construyeron construido;
    crear creó crearon creado; descubrir descubrió descubrieron descubierto descubre;
    destruir destruyó destruyeron destruido; dirigir dirige dirigió dirigido;
    escribir escribe escribió escribieron escrito escrita; fundar fundó fundaron fundado fundada;
    ganar ganó ganaron gana; inventar inventó inventado; leer leyó lee leído;
    morir muere murió murieron muerto; nacer nace nació nacieron nacido; oír oyó oído;
    pedir pide pidió pidieron; perder pierde perdió perdieron perdido; pintar pintó pintado pinta;
    producir produce produjo produjeron; reunir reunió reunieron reúne reunido;
    romper rompió roto; seguir sigue siguió; firmar firmó firmaron firmado firmada firma;
    traducir tradujo traduce; traer trajo trajeron; vencer venció vencieron; vender vendió
    vendieron; venir viene vinieron; ver vio vieron visto; volver vuelve volvió vuelto
    """
)
