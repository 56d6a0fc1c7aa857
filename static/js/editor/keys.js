import { inherit } from "./schema.js";

/** The keys of the writing area. Tab is left alone: it leads out of the editor. */
export function makeKeys(pm, commands, schema, actions) {
  const { chainCommands, newlineInCode, createParagraphNear, liftEmptyBlock } = pm.commands;
  const { li } = schema.nodes;
  const split = pm.commands.splitBlockAs((node, atEnd) => afterSplit(schema, node, atEnd));
  return {
    "Mod-b": actions.bold.run,
    "Mod-i": actions.italic.run,
    "Mod-u": actions.underline.run,
    "Mod-k": actions.link.run,
    "Mod-z": actions.undo.run,
    "Mod-y": actions.redo.run,
    "Shift-Mod-z": actions.redo.run,
    "Mod-]": (state, dispatch) => commands.sinkListItem(li)({ state, dispatch }),
    "Mod-[": (state, dispatch) => commands.liftListItem(li)({ state, dispatch }),
    "Shift-Enter": chainCommands(newlineInCode, insertBreak(schema)),
    Enter: chainCommands(
      newlineInCode,
      leaveList(commands, li),
      splitListItem(pm, li),
      createParagraphNear,
      liftEmptyBlock,
      split,
    ),
  };
}

/** After a heading, and after a line that has no element of its own, comes a paragraph. */
function afterSplit(schema, node, atEnd) {
  const type = atEnd || node.type === schema.nodes.line ? schema.nodes.p : node.type;
  return { type, attrs: { bag: inherit(node.attrs.bag) } };
}

function insertBreak(schema) {
  return (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(schema.nodes.br.create(), true).scrollIntoView());
    return true;
  };
}

/** Enter on an empty item ends the list. */
function leaveList(commands, li) {
  return (state, dispatch) => {
    const { $from, empty } = state.selection;
    const isItem = $from.depth > 1 && $from.node(-1).type === li && $from.node(-1).childCount === 1;
    if (!empty || !isItem || $from.parent.content.size > 0) return false;
    return commands.liftListItem(li)({ state, dispatch });
  };
}

function splitListItem(pm, li) {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    if (!$from.sameParent($to) || $from.depth < 2 || $from.node(-1).type !== li) return false;
    const tr = state.tr.deleteSelection();
    const { parent } = $from;
    const halves = [
      { type: li, attrs: { bag: inherit($from.node(-1).attrs.bag) } },
      { type: parent.type, attrs: { bag: inherit(parent.attrs.bag) } },
    ];
    if (!pm.transform.canSplit(tr.doc, $from.pos, 2, halves)) return false;
    dispatch?.(tr.split($from.pos, 2, halves).scrollIntoView());
    return true;
  };
}
