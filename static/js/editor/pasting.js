import { isBlock } from "./allowed.js";
import { clean, parseQuietly } from "./clean.js";
import { STAND_INS, shelter } from "./shelter.js";

// What ProseMirror itself writes on the clipboard, besides the names of our stand-ins.
const OURS = new Set([...STAND_INS, "data-html", "data-pm-slice"]);
const SCENE_BREAK = /^\s*([*#~_\-–—⁂•·=]\s*){1,12}$/u;
const STYLES = [
  [/font-style:\s*(italic|oblique)/i, "em"],
  [/font-weight:\s*(bold|[6-9]00)/i, "strong"],
  [/text-decoration[^;]*:[^;]*underline/i, "u"],
  [/text-decoration[^;]*:[^;]*line-through/i, "s"],
];

/** HTML from the clipboard, with what the editor cannot hold sheltered in it. */
export function pastedHTML(html) {
  const body = parseQuietly(html);
  unwrapPlainBold(body);
  for (const element of body.querySelectorAll("[data-style]")) readStyle(element);
  clean(body, OURS);
  unwrapIdleSpans(body);
  return shelter(body).innerHTML;
}

/** Plain text: blank lines part paragraphs (or line ends, when there are none of them). */
export function pastedText(pm, schema, text) {
  const { Fragment, Slice } = pm.model;
  const lines = text.replace(/\r\n?/g, "\n").replace(/^\n+|\n+$/g, "");
  const parts = /\n[ \t]*\n/.test(lines) ? lines.split(/\n(?:[ \t]*\n)+/) : lines.split("\n");
  const blocks = parts.map((part) => block(schema, part));
  const isOpen = blocks.map((found) => Number(found.isTextblock));
  return new Slice(Fragment.from(blocks), isOpen[0], isOpen[isOpen.length - 1]);
}

function block(schema, part) {
  if (SCENE_BREAK.test(part)) return schema.nodes.hr.create();
  const lines = part.split("\n").map((line) => line.trim()).filter(Boolean);
  const content = lines.flatMap((line, i) => (i ? [schema.nodes.br.create(), schema.text(line)] : schema.text(line)));
  return schema.nodes.p.create(null, content);
}

/** Google Docs wraps all it copies in a `<b>` that is not bold. */
function unwrapPlainBold(body) {
  for (const bold of body.querySelectorAll("b[data-style*='font-weight']"))
    if (/font-weight:\s*(normal|400)/i.test(bold.dataset.style))
      bold.replaceWith(...bold.childNodes);
}

function unwrapIdleSpans(body) {
  for (const span of body.querySelectorAll("span"))
    if (span.attributes.length === 0) span.replaceWith(...span.childNodes);
}

/** Word processors say by style what stories say by element. */
function readStyle(element) {
  const { style } = element.dataset;
  if (isBlock(element)) {
    const [, align] = /text-align:\s*(center|right)/i.exec(style) ?? [];
    if (align) element.setAttribute("align", align);
    return;
  }
  for (const [pattern, name] of STYLES) if (pattern.test(style)) wrapContents(element, name);
}

function wrapContents(element, name) {
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}
