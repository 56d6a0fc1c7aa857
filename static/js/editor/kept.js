import { withoutPictures } from "./pictures.js";
import { elementFrom } from "./source.js";

/** How a piece of source that cannot be edited here is shown: as it looks, with a word about it. */
export function keptView(node, label) {
  const dom = document.createElement(node.isInline ? "span" : "div");
  dom.className = node.isInline ? "kept kept--inline" : "kept";
  dom.contentEditable = "false";
  dom.title = label;
  const element = elementFrom(node.attrs.html);
  if (element) dom.append(withoutPictures(element));
  return { dom, ignoreMutation: () => true };
}

/** Typing while a whole block is selected goes on after it, rather than in its place. */
export function typeAfterBlock({ model, state: { NodeSelection, TextSelection } }) {
  return (view, _from, _to, text) => {
    const { selection, tr, schema } = view.state;
    if (!(selection instanceof NodeSelection) || !selection.node.isBlock) return false;
    tr.insert(selection.to, schema.nodes.p.create(null, model.Fragment.from(schema.text(text))));
    tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length));
    view.dispatch(tr.scrollIntoView());
    return true;
  };
}
