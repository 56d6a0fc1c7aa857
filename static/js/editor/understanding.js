/** Plain text that was pasted stands at once as paragraphs; the server, which knows emphasis, scene
 * breaks, verse and hard-wrapped lines (prose/pasting.py), then says how it reads better. If words
 * were typed meanwhile, or no answer comes, what stands is left as it is. */
export function understandPasted(pm, ask) {
  return (view, event) => {
    const { clipboardData } = event;
    const text = clipboardData?.getData("text/plain") ?? "";
    if (clipboardData?.getData("text/html") || !/[\n*_]/.test(text)) return false;
    const { from, to } = view.state.selection;
    const behind = view.state.doc.content.size - to;
    queueMicrotask(() => improve(pm, view, ask(text), from, behind));
    return false;
  };
}

async function improve(pm, view, answer, from, behind) {
  const pasted = view.state.doc;
  const html = await answer;
  if (html === null || view.isDestroyed || !view.state.doc.eq(pasted)) return;
  const range = pm.state.TextSelection.create(pasted, from, pasted.content.size - behind);
  view.dispatch(view.state.tr.setSelection(range));
  view.pasteHTML(html);
}

/** Asks the server at `address`; null when it does not answer. */
export function asker(address, token) {
  return async (text) => {
    const body = new URLSearchParams({ text, csrfmiddlewaretoken: token });
    try {
      const response = await fetch(address, { method: "POST", body });
      return response.ok ? (await response.json()).html : null;
    } catch {
      return null; // offline: the paragraphs that stand will do
    }
  };
}
