// What stories may hold, as the server allows it. The editor cleans what is pasted by these
// lists so that it can be shown; the server's sanitizer has the last word on everything.

const words = (text) => new Set(text.split(" "));

export const INLINE = words(
  "a abbr acronym b big br cite code del dfn em i img ins kbd q rp rt ruby s samp small span " +
    "strike strong sub sup tt u var",
);

export const BLOCKS = words(
  "address blockquote caption center col colgroup dd details div dl dt figcaption figure h1 h2 " +
    "h3 h4 h5 h6 hr li ol p pre summary table tbody td tfoot th thead tr ul",
);

// Removed with what they hold; other unknown elements leave their contents behind.
export const DROPPED = words(
  "script style iframe noscript svg math template object embed head title meta link base form " +
    "input button select textarea audio video canvas",
);

export const ATTRIBUTES = words(
  "align dir lang title id href src alt width height cite colspan rowspan scope start type open",
);

export const isBlock = (element) => BLOCKS.has(element.localName);
