"""The marks by which people tell questions, options and answers apart, in several languages."""

from __future__ import annotations

import re

_ANSWER = (
    "answers?|ans|correct answers?|right answers?|key|solution|antwort(?:en)?|lösung(?:en)?|"
    "loesung|richtige? antwort(?:en)?|richtig|réponses?|reponses?|bonnes? réponses?|corrigé|"
    "solutions?|respuestas?|respuestas? correctas?|solución|soluciones|rispost[ae]|"
    "rispost[ae] corrett[ae]|soluzion[ei]|respostas?|respostas? corretas?|gabarito|antwoord(?:en)?|"
    "juiste antwoord(?:en)?|odpowied[źz]i?|poprawna odpowied[źz]|svar|rätt svar|vastaus|cevap|"
    "doğru cevap|ответы?|правильный ответ|відповідь|απάντηση|答案|正确答案|正解|答え|해답|정답|답"
)
_EXPLANATION = (
    "explanation|explain|feedback|rationale|reason|because|comment|erklärung|erläuterung|"
    "begründung|hinweis zur lösung|explication|commentaire|justification|explicación|"
    "retroalimentación|justificación|spiegazione|commento|explicação|justificativa|uitleg|"
    "toelichting|wyjaśnienie|förklaring|açıklama|объяснение|пояснение|解析|解説|해설"
)
_QUESTION = (
    "question|frage|aufgabe|q|pregunta|domanda|questão|pergunta|vraag|pytanie|fråga|soru|вопрос|"
    "питання|문제"
)
_KEY_HEAD = (
    f"(?:the )?(?:answer key|answer sheet|key to .{{1,40}}|{_ANSWER}|lösungsschlüssel|"
    "antwortschlüssel|clave(?: de respuestas)?|chiave|corrigés?|klucz(?: odpowiedzi)?|"
    "cevap anahtarı|ключ|ответы и ключи)"
)

MAX_LOOKED_AT = 4000
"""Characters of a line in which several options, or answers of a key, are looked for."""
ANSWER = re.compile(
    rf"(?:{_ANSWER})(?:\s*\(s\))?(?:\s*[:：=]|\.(?=\s)|\s[–-](?=\s))\s*(.+)",
    re.IGNORECASE | re.DOTALL,
)
EXPLANATION = re.compile(rf"(?:{_EXPLANATION})\s*[:：]\s*(.+)", re.IGNORECASE | re.DOTALL)
KEY_HEAD = re.compile(rf"[-=_*#\s]*{_KEY_HEAD}\s*[:：]?[-=_*\s]*", re.IGNORECASE)
QUESTION = re.compile(
    rf"(?:(?:{_QUESTION})\s*(?:no\.?|nr\.?|n[°º])?\s*#?\s*\(?(\d{{1,3}})\s*[.):：．）\]–-]?"
    r"|(?:_{2,}\s*)?[(\[]?#?(\d{1,3})\s*(?:[.):：、．）]|\]|\s[–-](?=\s)))(?:\s+|(?=[^\W\d])|$)",
    re.IGNORECASE,
)
"""The number of a question; behind a point, a digit would make it a number."""
OPTION = re.compile(
    r"(?:[-•–]\s+)?[*✓✔→>]*\s*[(\[]?([A-Za-zА-Яа-яα-ωΑ-Ω])(?:\s*[).\]:：、．）](?:\s+|(?=[^\s.]))|\s[-–]\s+)"
)
FIRST_OPTION = re.compile(r"[(\[]?[Aaаα]\)")
"""What begins the options of a question; a letter with a point may be a name's."""
BOX = re.compile(r"[-*•]?\s*(\[[ xX✓✔]?\]|\([ xX✓✔]\)|[☐☑☒✅❌✓✔✗○●◯◉])\s+")
BULLET = re.compile(r"[-•–·◦▪]\s+|\*\s+(?=\S)")
RIGHT_BOX = frozenset("xX✓✔☑☒✅●◉")
RIGHT_BEFORE = re.compile(r"[*✓✔→>]+\s*")
RIGHT_BEHIND = re.compile(
    r"\s*(?:\*+|[✓✔✅←]|[(\[]\s*(?:\*|x|correct(?:a|e|o)?|right|key|answer|richtig|korrekt|juste|"
    r"vrai|bonne réponse|giusta?|corret[ao]|goed|juist|poprawna|верно|правильно|正解|정답)"
    r"\s*[)\]])\s*$",
    re.IGNORECASE,
)
ASKS = re.compile(rf"(?:{_QUESTION})\s*[:：]\s*(?=\S)", re.IGNORECASE)
"""What begins a question without a number, as in ``Q: …`` above ``A: …``."""
ANSWERS = re.compile(r"(?:A|R|Ans|Rép|Resp)\s*[:：]\s*(?=\S)")
"""What begins the answer below such a question; with a letter, it is no option."""
FEEDBACK = re.compile(r"([@~])[^\S\n]+(?=\S)")
"""What Respondus wants before feedback: to the right answer, ``~``, and to wrong ones, ``@``.

Behind an option, it is about that option.
"""
HEADING = re.compile(
    r"(?:part|section|unit|chapter|teil|abschnitt|kapitel|lektion|partie|parte|sección|seccion|"
    r"sezione|seção|unidad|deel|część|часть|раздел)\s+[\w.]{1,5}\b.{0,60}",
    re.IGNORECASE,
)
LONGEST_SIGN = 60
"""Characters at the end of an option in which a sign behind it is looked for."""
POINTS = re.compile(
    r"\s*[(\[]\s*(\d{1,3})\s*(?:points?|pts?\.?|marks?|punkte?|pkt\.?|puntos?|punti|punto|pontos?|"
    r"punten|балл\w*|점|分|点)\s*[)\]]\s*",
    re.IGNORECASE,
)
_IN_LINE = re.compile(r"(?:(?<=\s)|^)(\*?\(?([a-hA-H])[).]\s?)(?=\S)")
KEY_LINE = re.compile(rf"[-=_*#\s]*{_KEY_HEAD}\s*[:：]\s*(?=[(]?\d)", re.IGNORECASE)
KEY_ENTRY = re.compile(
    r"(?:(?<=[\s,;|])|^)[(]?(\d{1,3})\s*(?:[.):：=\t]|\s?[–-]\s?|\s)\s*"
    r"(.+?)(?=(?:[\s,;|]+[(]?\d{1,3}\s*(?:[.):：=\t]|[–-])\s*\S)|(?:\s+\d{1,3}\s+[A-Za-z]\b)|[\s,;|]*$)"
)
COMPACT_KEY = re.compile(r"(?:[(]?\d{1,3}\s?[A-Ha-h]\)?(?:[\s,;.|]+|$))+")
"""A key such as ``1b 2a 3d``."""
COMPACT_ENTRY = re.compile(r"(\d{1,3})\s?([A-Ha-h])")
ONLY_LETTERS = re.compile(
    r"[(\[]?[A-Ha-h][)\].]?(?:\s*(?:[,;/&+]|and|und|et|y|e|en|i|и)\s*[(\[]?[A-Ha-h][)\].]?)*"
)


def begins_something(text: str) -> bool:
    """Return whether the line `text` begins an option, a question, or an answer to one."""
    starts = (OPTION, BOX, BULLET, QUESTION, ASKS, HEADING, KEY_LINE)
    wholes = (ANSWER, EXPLANATION, KEY_HEAD)
    return any(p.match(text) for p in starts) or any(p.fullmatch(text) for p in wholes)


def options_in(text: str, after: str = "") -> list[tuple[str, int, int]]:
    """Return letter, beginning and end of the options that stand in one line of `text`.

    Their letters must run from the first on, or go on behind `after`, the letter of the last one.
    """
    if len(text) > MAX_LOOKED_AT:
        return []
    letters = [(m[2].lower(), m.start(1), m.end(1)) for m in _IN_LINE.finditer(text)]
    for first, (letter, _, _) in enumerate(letters):
        if letter != "a" and not (after and ord(letter) == ord(after) + 1):
            continue
        run = [letters[first]]
        for one in letters[first + 1 :]:
            if ord(one[0]) == ord(run[-1][0]) + 1:
                run.append(one)
        if len(run) > 1:
            ends = [*(begin for _, begin, _ in run[1:]), len(text)]
            return [(letter, begin, end) for (letter, begin, _), end in zip(run, ends, strict=True)]
    return []
