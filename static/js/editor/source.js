import { clean, parse } from "./clean.js";
import { layLines, shelter } from "./shelter.js";

/** Between source and the editor's document. Blocks that were not touched since they were read
 * are written exactly as they stood: ProseMirror keeps the very node of an unchanged block. */
export class Source {
  #parser;
  #originals = new WeakMap();

  constructor({ model }, schema) {
    this.#parser = model.DOMParser.fromSchema(schema);
  }

  read(html) {
    const body = parse(html);
    layLines(body);
    const originals = [...body.children].map(written);
    const doc = this.#parser.parse(shelter(body));
    if (doc.childCount === originals.length)
      doc.forEach((block, _offset, index) => this.#originals.set(block, originals[index]));
    return doc;
  }

  write(doc) {
    const blocks = [];
    doc.forEach((block, _offset, index) => blocks.push(this.#block(block, doc.maybeChild(index - 1))));
    return blocks.join("\n");
  }

  #block(block, before) {
    const original = this.#originals.get(block);
    if (original !== undefined && !(isLine(block) && isLine(before))) return original;
    const holder = document.implementation.createHTMLDocument("").body;
    writeBlock(holder, block, before);
    return holder.innerHTML;
  }
}

export function elementFrom(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return clean(body).firstElementChild;
}

function writeBlock(parent, block, before) {
  const name = block.type.name;
  if (name === "kept") return parent.append(elementFrom(block.attrs.html) ?? "");
  if (isLine(block) && !isLine(before)) return writeInline(parent, children(block), []);
  const element = append(parent, isLine(block) ? "p" : name, block.attrs.bag);
  if (block.isTextblock) writeInline(element, children(block), []);
  else block.forEach((child, _offset, i) => writeBlock(element, child, block.maybeChild(i - 1)));
  if (name === "pre" && element.textContent.startsWith("\n")) element.prepend("\n");
}

/** Of the marks that begin here, the one that reaches furthest is the outermost, as it was read. */
function writeInline(parent, nodes, open) {
  for (let i = 0; i < nodes.length; ) {
    const begin = i;
    const runs = nodes[i].marks
      .filter((mark) => !mark.isInSet(open))
      .map((mark) => ({ mark, end: endOfRun(nodes, begin, mark) }));
    if (runs.length === 0) writeLeaf(parent, nodes[i++]);
    else {
      const { mark, end } = runs.reduce((best, run) => (run.end > best.end ? run : best));
      const element = append(parent, mark.type.name, mark.attrs.bag);
      writeInline(element, nodes.slice(i, end), [...open, mark]);
      i = end;
    }
  }
}

function endOfRun(nodes, begin, mark) {
  const end = nodes.findIndex((node, i) => i > begin && !mark.isInSet(node.marks));
  return end === -1 ? nodes.length : end;
}

function writeLeaf(parent, node) {
  if (node.isText) parent.append(node.text);
  else if (node.type.name === "keptInline") parent.append(elementFrom(node.attrs.html) ?? "");
  else append(parent, node.type.name, node.attrs.bag);
}

function append(parent, name, bag) {
  const element = parent.ownerDocument.createElement(name);
  for (const [key, value] of Object.entries(bag)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

function children(block) {
  const found = [];
  block.forEach((child) => found.push(child));
  return found;
}

function written(element) {
  return element.localName === "concrit-line" ? element.innerHTML : element.outerHTML;
}

function isLine(block) {
  return block?.type.name === "line";
}
