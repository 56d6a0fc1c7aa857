"""Texts by their sentences, which Python and the browser's script tell apart alike."""

SPACED = [
    ["Nobody came.", "The lamp went out!", "Why?"],
    ["“Stop!” she said.", "He did not."],
    ["“You count them every night,” he said.", "“I know.”", "She smiled."],
    ["Mr. and Mrs. Vane of St. Ives met Dr. Kerr.", "It rained."],
    ["She said no.", "He left."],
    ["See No. 5 and vol. 3, p. 12.", "Then come back."],
    ["J. R. R. Tolkien wrote it.", "So did I.", "Then we slept."],
    ["Wait… what was that?", "Nothing…", "Nothing at all."],
    ["He waited... and waited.", "Then he left."],
    ["It cost 3.14 or so.", "Cheap!"],
    ["What?!", "Really?", "(Perhaps.)", "End"],
    ["¡Hola!", "¿Qué tal?", "Bien, gracias."],
    ["The U.S. Army came."],
    ["„Komm!“ rief er.", "Niemand kam."],
    ["« Non ! » dit-elle.", "Il partit."],
    ["مرحبا.", "كيف حالك؟", "بخير."],
    ["वह आया।", "वह गया।"],
    ["no capital. no matter."],
    ["Dear Anna,"],
    ["Mr. Vane knew St. Ives, i.e. the harbour.", "Mrs. Vane did not."],
    ["So did I.", "Z.B. nothing.", "No. 5 sank.", "No.", "Five swam."],
]
UNSPACED = [
    ["雨が降った。", "誰も来ない！", "なぜ？"],
    ["「行くの？」と彼は聞いた。", "そうだ。"],
    ["他说：“走吧。”", "我们走了。"],
]
