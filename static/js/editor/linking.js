import { hasMark } from "./commands.js";

/** Asks for the address of a link in the template's dialog. Without a selection, the link under
 * the cursor is changed; without that either, the address itself becomes the text. */
export function linkCommand(pm, schema, template) {
  const { a } = schema.marks;
  const isActive = (state) => hasMark(state, a);
  const run = (state, dispatch, view) => {
    if (state.selection.$from.parent.type.spec.code) return false;
    if (dispatch) ask(template, linkAt(state, a)).then((answer) => apply(view, answer));
    return true;
  };
  const apply = (view, address) => {
    if (address !== null) view.dispatch(linked(pm, view.state, a, address));
    view.focus();
  };
  return { run, isActive };
}

function ask(template, address) {
  const dialog = template.content.querySelector("dialog").cloneNode(true);
  const field = dialog.querySelector("input");
  field.value = address;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      const { returnValue } = dialog;
      answer(returnValue === "set" ? complete(field.value) : returnValue === "remove" ? "" : null);
    });
  });
}

/** `example.org` is meant as a web address. */
function complete(address) {
  const typed = address.trim();
  return !typed || /^(https?:\/\/|mailto:|#)/i.test(typed) ? typed : `https://${typed}`;
}

function linked(pm, state, type, address) {
  const { tr, schema } = state;
  const { from, to } = state.selection.empty ? reach(state, type) : state.selection;
  tr.removeMark(from, to, type);
  if (!address) return tr;
  const mark = type.create({ bag: { href: address } });
  if (from !== to) return tr.addMark(from, to, mark);
  return tr.replaceSelectionWith(schema.text(address, [mark]), false);
}

function linkAt(state, type) {
  const { $from, to } = state.selection;
  const mark = type.isInSet($from.marks()) ?? firstBetween(state.doc, $from.pos, to, type);
  return mark?.attrs.bag.href ?? "";
}

function firstBetween(doc, from, to, type) {
  let found;
  if (from < to) doc.nodesBetween(from, to, (node) => void (found ??= type.isInSet(node.marks)));
  return found;
}

/** From where to where the link under the cursor reaches. */
function reach({ selection: { $from } }, type) {
  const here = type.isInSet($from.marks());
  let [from, to] = [$from.pos, $from.pos];
  if (!here) return { from, to };
  $from.parent.forEach((node, offset) => {
    const begin = $from.start() + offset;
    if (!here.isInSet(node.marks)) return;
    if (begin <= $from.pos) from = Math.min(from, begin);
    to = Math.max(to, begin + node.nodeSize);
  });
  return { from, to };
}
