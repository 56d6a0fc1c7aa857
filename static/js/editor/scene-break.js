/** A scene break where the cursor is; writing goes on in the paragraph after it. */
export function insertSceneBreak({ state: { Selection } }, { nodes }) {
  return ({ tr, selection }, dispatch) => {
    if (selection.$from.parent.type.spec.code) return false;
    tr.deleteSelection();
    const position = gap(tr);
    const follower = tr.doc.resolve(position).nodeAfter;
    tr.insert(position, follower?.isTextblock ? nodes.hr.create() : [nodes.hr.create(), nodes.p.create()]);
    tr.setSelection(Selection.near(tr.doc.resolve(position + 1)));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** The position between two blocks at the cursor; a paragraph is split for it when need be. */
function gap(tr) {
  const { $from, $to } = tr.selection;
  if (!$from.parent.isTextblock) return $to.pos;
  if ($from.parentOffset === 0) return $from.before();
  if ($from.parentOffset === $from.parent.content.size) return $from.after();
  tr.split($from.pos);
  return $from.pos + 1;
}
