"""HTML as strangers send it: by class, and at random."""

from random import Random

MISNESTED = [
    "<p>one<p>two",
    "<p>one<div>two</div>three</p>four",
    "<b>bold<p>two</b>plain</p>",
    "<a href='https://x.example/'>one<a href='https://y.example/'>two</a></a>",
    "<a href='https://x.example/'>a<table><tr><td>b<a href='https://y.example/'>c</a></table>",
    "<b>1<i>2</b>3</i>4",
    "<b><b><b><b><b>deep</b></b></b></b></b>after",
    "<i>a<p>b<p>c</i>d<p>e",
    "<em>a<ul><li>b</em>c</ul>d",
    "<form>a<form>b</form>c</form>d",
    "<h1>a<h2>b</h2>c</h1>",
    "<h1>a<p>b</p>c</h1>",
    "<button>a<p>b<button>c</button></p></button>",
    "<p><button><p>inner</button>",
    "<nobr>a<nobr>b</nobr></nobr>",
    "<u>a<hr>b</u>",
    "</p></br></div>text</b>",
    "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</ruby>",
    "<ruby>a<rt>b<font><rt>c</font></ruby>",
    "<ruby><b>a<rt>b</rt></b></ruby><rt>c<rt>d",
    "<ruby><p>a<rt>b</p></ruby>",
    "<details>a<summary>b<p>c</p></summary>d</details>",
    "<figure><img src='https://i.example/a.png' alt='A'><figcaption>b</figcaption></figure>",
    "<address>a<address>b</address></address>",
    "<center>a<center>b<p>c</center></center>",
    "<marquee><b>a</marquee>b",
    "<dl><dt>a<dd>b<div><dt>c<dd>d</div>e</dl>",
    "<dd>a<dt>b<p>c",
]
LISTS = [
    "<li>a<li>b",
    "<ul><li>a<ul><li>b</ul><li>c</ul>",
    "<ul>a<p>b</p><li>c</li><ul><li>d</ul></ul>",
    "<ol start=3 type=a><li>a<p>b</p>c</ol>",
    "<li><section><li>a</section></li>",
    "<ul><li></li><li><br></li></ul>",
    "<menu><li>a</menu><dir><li>b</dir>",
]
TABLES = [
    "<table>a<tr>b<td>c</td>d</tr>e</table>f",
    "<table><p>a<p>b<tr><td>c",
    "<table><caption>a<p>b</caption><colgroup><col><col><tr><th scope=row>c<td>d",
    "<table><tr><td>a<table><tr><td>b</table>c</table>",
    "<table><b>x<tr><td>y</b>z</table>w",
    "<table><thead><tr><td>h<tfoot><tr><td>f<tbody><tr><td>b</table>",
    "<table><tr><td colspan=2 rowspan=0>a<td></table>",
    "<table><form><tr><td>a</form>b</table>",
    "<table><select><tr><td>a</table>",
    "<table><caption><table><tr><td>a</table></caption></table>",
    "<p><table><tr><td>a</table>b",
    "<td>a<tr>b<tbody>c<caption>d<col>e",
    "<table><a href=https://x.example/>1<p>2</a>3<tr><td><a>4",
    "<a><table><a></table><p>",
    "<b><em><foo><foob><fooc><aside></b></em>text",
]
RAW_TEXT = [
    "a<script>alert(1)</script>b",
    "a<style>p{}</style>b",
    "a<style><!--</style><img src=x onerror=alert(1)>--></style>b",
    "a<title>x</title>b",
    "a<textarea><p>x</textarea>b",
    "a<xmp><b>x</xmp>b",
    "a<noembed><b>x</noembed>b",
    "a<noframes><b>x</noframes>b",
    "a<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>b",
    "a<iframe><b>x</iframe>b",
    "a<plaintext>b</plaintext>c",
    "a<listing>\n\nb</listing>c",
    "a<select><option>b<optgroup>c</select>d",
    "a<object><p>b</object>c",
    "a<template><p>b</template>c",
    "a<frameset><frame></frameset>b",
    "a<math><mi>b<annotation-xml encoding='text/html'><p>c</annotation-xml></math>d",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=1'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "a<svg><style><img src=x onerror=alert(1)></style><foreignObject><p>b</svg>c",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<svg><![CDATA[<p>x]]></svg>y<![CDATA[z]]>",
    "a<!-- b -->c<!doctype html>d<?php e ?>f</ g>h",
    "a<!-- never closed <p>b",
    "a<!--><p>b--!><p>c",
    "a<isindex prompt=x>b<image src=https://i.example/a.png>c<keygen>d",
]
PREFORMATTED = [
    "<pre>\n\nfirst\n  second\r\n\tthird\n</pre>",
    "<pre>a<br>b<br>\nc</pre>",
    "<pre>\n</pre><pre>  </pre><pre><br></pre>",
    "<pre><b>\n a</b>\n</pre>",
    "<pre>a<p>b</p>\nc</pre>",
    "<pre>a<div>\n b\n</div></pre>",
    "<pre>\r\r\nx&#13;&#10;&#13;y&#12;z</pre>",
    "<p><pre>a</pre></p>",
]
SPACES = [
    "  a \n\t b  <b> c </b> <i> </i> d  ",
    "<p>a <br> b<br></p><p><br></p><p></p><p> </p>",
    "one<br>two<br><br>three<br><br><br>four<br>",
    "<br><br><p>a</p><br><br><p>b</p><br>",
    "<div>a<br><br>b</div><div><br></div>",
    "a&nbsp; &nbsp;b\u3000 c\u2003d\u200be",
    "<p>a<b> </b><i> b</i><u> </u></p>",
    "<section>a</section>b<article>c<aside>d</aside>e</article>",
    "<b>a<section> b </section>c</b>",
    "<span> a</span><span> </span><span>b </span>",
    "<hr><hr>a<hr>",
    "<blockquote>a<p>b</p>c</blockquote><blockquote>d</blockquote>",
]
CHARACTERS = [
    "\ufeffa\x00b\x0bc\x0cd\x1be\x7ff",
    "a\ud800b\udfffc",
    "&#0;&#xd800;&#x110000;&#128;&#150;&#x1;&#xfffe;&#13;&#12;",
    "&amp;lt;&lt;b&gt;&amp;&notit;&not;in &AMP &copy2 &nvlt; &fjlig;",
    "e\u0301 A\u030a <b>e</b><i>\u0301</i> <\u0338 &gt;\u0338 \u212b \u1100\u1161",
    "e<x-unknown>\u0301</x-unknown> \u2260 =\u0338",
    "\u202eright\u202c שלום <bdo dir=rtl>abc</bdo> مرحبا",
    "👩‍👩‍👧 🇫🇷 e\u0301\u0302 \U0001f3f4\U000e0067",
    "a < b > c & d <3 <- </> <> 1<2",
    "\ufffe\uffff\U0001ffff",
]
ATTRIBUTES = [
    "<a href='javascript:alert(1)'>a</a><a href='JaVaScRiPt:1'>b</a><a href='javascript:123'>c</a>",
    "<a href=' &#1;java&#10;script:alert(1)'>a</a><a href='//x.example'>b</a><a href='/x'>c</a>",
    "<a href='data:text/html,x'>a</a><a href='vbscript:x'>b</a><a href='mailto:a@b.example'>c</a>",
    "<a href='https://x.example/?a=1&b=2&lt=3\"&gt;'>a</a><a href='http:x'>b</a><a href>c</a>",
    "<p id=x class=y style='color:red' onclick=alert(1) data-x=1>a</p>",
    "<p title='a \"b\" &lt;c&gt; &amp;amp; `d`' lang=fr dir=RTL align=Center>a</p>",
    "<img src=http://i.example/a.png><img src=javascript:1><img src='https://i.example/a b' alt>",
    "<img src=x onerror=alert(1)><img/src=https://i.example/x width=10 height=50% alt='\"'>",
    "<p title='unclosed>a</p><p>b",
    "<a href=`javascript:alert(1)`>a</a><a/href=https://x.example/>b</a>",
    "<p dir=up lang='en us' align=diagonal>a</p><ol start=x type=z><li type=A>a</ol>",
    "<p title=one title=two>a</p title=three>",
    "<details open=no><summary title='\u0338'>a</summary>b</details>",
]
LINKS = [
    '<p id="b1">a</p><p id="b2"><a href="#b1">up</a><a href="#b9">nowhere</a></p>',
    '<p>a<a href="#fn1" id=ref1>1</a></p><ol><li id=fn1><p>note <a href="#ref1">back</a></ol>',
    '<p>a <a href="#b2">to the second</a></p><p>b</p>',
    '<h2><a name=top></a>t</h2><a href="#top">u</a><a href="#">v</a>',
]
HOSTILE = [
    *MISNESTED,
    *LISTS,
    *TABLES,
    *RAW_TEXT,
    *PREFORMATTED,
    *SPACES,
    *CHARACTERS,
    *ATTRIBUTES,
    *LINKS,
]

_TAGS = (
    "a a abbr address article aside b b big blockquote body br br button caption center cite code"
    " col colgroup dd del details dfn dialog div div dl dt em fieldset figcaption figure font form"
    " frameset h1 h2 h6 head header hr html i i iframe img ins kbd li li listing main marquee math"
    " mi nav nobr object ol option p p p pre q rp rt ruby s samp script section select small span"
    " strike strong style sub summary sup svg table table tbody td td template textarea tfoot th"
    " thead title tr tr tt u ul ul var wbr x-unknown"
).split()
_ATTRIBUTES = [
    ' title="a &quot; b"',
    " dir=rtl",
    ' lang="fr"',
    ' href="#b2"',
    ' href="https://x.example/?a&b"',
    " id=b3",
    " class=x",
    ' src="https://i.example/i.png"',
    " open",
    " align=center",
    ' colspan="2"',
]
_TEXTS = [
    *(
        "word",
        " ",
        "\n",
        "\t ",
        "a b",
        "&amp;",
        "&nbsp;",
        "e\u0301",
        "\u0301",
        "字",
        "👩‍👩‍👧",
        "&lt;b&gt;",
    ),
    *(
        "<",
        "&#13;",
        "&#x301;",
        "\u3000",
        "“Quoted.” ",
        "<!-- c -->",
        "\r\n",
        "\x00",
        "\ud800",
        "\x0c",
    ),
]


def random_soup(random: Random, pieces: int, without: frozenset[str] = frozenset()) -> str:
    """Tags, well nested or not and none of `without`, with texts between them."""
    tags = [tag for tag in _TAGS if tag not in without]
    return "".join(_piece(random, tags) for _ in range(random.randint(1, pieces)))


def _piece(random: Random, tags: list[str]) -> str:
    chance = random.random()
    if chance < 0.4:
        return random.choice(_TEXTS)
    tag = random.choice(tags)
    if chance < 0.65:
        return f"</{tag}>"
    attributes = random.choice(_ATTRIBUTES) if random.random() < 0.3 else ""
    return f"<{tag}{attributes}>"
