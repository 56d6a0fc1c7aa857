import { insertSceneBreak } from "./scene-break.js";
import { inherit } from "./schema.js";

const HEADING = "h2";

/** What the toolbar's buttons and the keys do, by name: ProseMirror commands, `isActive` beside
 * each where a button can be pressed in. */
export function makeCommands(pm, commands, schema) {
  const marks = { bold: ["strong", "b"], italic: ["em", "i"], underline: ["u"], strike: ["s", "strike"] };
  const found = {};
  for (const [name, [first, ...others]] of Object.entries(marks))
    found[name] = markCommand(pm, schema, schema.marks[first], others.map((n) => schema.marks[n]));
  return {
    ...found,
    heading: blockCommand(pm, schema, HEADING),
    blockquote: wrapCommand(pm, schema.nodes.blockquote),
    bullets: listCommand(commands, schema, schema.nodes.ul),
    numbers: listCommand(commands, schema, schema.nodes.ol),
    sceneBreak: { run: insertSceneBreak(pm, schema) },
    undo: { run: pm.history.undo },
    redo: { run: pm.history.redo },
  };
}

function markCommand(pm, schema, type, others) {
  const types = [type, ...others];
  const active = (state) => types.find((one) => hasMark(state, one));
  const run = (state, dispatch, view) =>
    pm.commands.toggleMark(active(state) ?? type)(state, dispatch, view);
  return { run, isActive: (state) => active(state) !== undefined };
}

export function hasMark({ selection, storedMarks, doc }, type) {
  const { empty, $from, from, to } = selection;
  if (!empty) return doc.rangeHasMark(from, to, type);
  return (storedMarks ?? $from.marks()).some((mark) => mark.type === type);
}

function blockCommand(pm, schema, name) {
  const isActive = ({ selection }) => selection.$from.parent.type === schema.nodes[name];
  const run = (state, dispatch) => {
    const type = isActive(state) ? schema.nodes.p : schema.nodes[name];
    return pm.commands.setBlockType(type, { bag: inherit(state.selection.$from.parent.attrs.bag ?? {}) })(state, dispatch);
  };
  return { run, isActive };
}

function wrapCommand(pm, type) {
  const isActive = (state) => depthOf(state, (node) => node.type === type) > 0;
  const run = (state, dispatch) =>
    isActive(state) ? pm.commands.lift(state, dispatch) : pm.commands.wrapIn(type)(state, dispatch);
  return { run, isActive };
}

function listCommand(commands, schema, type) {
  const isList = ({ type: { name } }) => name === "ul" || name === "ol";
  const isActive = (state) => {
    const depth = depthOf(state, isList);
    return depth > 0 && state.selection.$from.node(depth).type === type;
  };
  const run = (state, dispatch) => {
    if (isActive(state)) return commands.liftListItem(schema.nodes.li)({ state, dispatch });
    const depth = depthOf(state, isList);
    if (depth === 0) return commands.wrapInList(type)({ state, dispatch });
    dispatch?.(state.tr.setNodeMarkup(state.selection.$from.before(depth), type, { bag: {} }));
    return true;
  };
  return { run, isActive };
}

/** The depth of the innermost node around the selection that `fits`, or 0. */
function depthOf({ selection: { $from } }, fits) {
  for (let depth = $from.depth; depth > 0; depth--) if (fits($from.node(depth))) return depth;
  return 0;
}
