import { makeCommands } from "./commands.js";
import { keptView, typeAfterBlock } from "./kept.js";
import { makeKeys } from "./keys.js";
import { linkCommand } from "./linking.js";
import { pastedHTML, pastedText } from "./pasting.js";
import { makeSchema } from "./schema.js";
import { pictureView } from "./pictures.js";
import { Source } from "./source.js";
import { understandPasted } from "./understanding.js";

/** ProseMirror over one document: source in, source out, and the commands between.
 * `engine` is the module that django-prose-editor serves, used as it is. */
export class WritingArea {
  #pm;
  #schema;
  #source;
  #given;
  #first;

  constructor(engine, place, { attributes, keptLabel, template, ask, onChange, onLeave }) {
    this.#pm = engine.pm;
    this.#schema = makeSchema(engine.pm);
    this.#source = new Source(engine.pm, this.#schema);
    this.actions = makeCommands(engine.pm, engine.commands, this.#schema);
    this.actions.link = linkCommand(engine.pm, this.#schema, template);
    this.onChange = onChange;
    const keys = makeKeys(engine.pm, engine.commands, this.#schema, this.actions);
    keys["Alt-F10"] = () => onLeave() ?? true;
    this.plugins = this.#plugins(keys);
    this.view = new engine.pm.view.EditorView(place, this.#props(attributes, keptLabel, ask));
  }

  get state() {
    return this.view.state;
  }

  /** The source: exactly what was given, when nothing was changed since. */
  get html() {
    return this.state.doc.eq(this.#first) ? this.#given : this.#source.write(this.state.doc);
  }

  set html(html) {
    this.view.updateState(this.#stateOf(html));
  }

  run(name) {
    this.actions[name].run(this.state, this.view.dispatch, this.view);
  }

  #stateOf(html) {
    const doc = this.#source.read(html);
    this.#given = html;
    this.#first = doc;
    return this.#pm.state.EditorState.create({ doc, plugins: this.plugins });
  }

  #plugins(keys) {
    const { history, keymap, commands } = this.#pm;
    return [history.history(), keymap.keymap(keys), keymap.keymap(commands.baseKeymap)];
  }

  #props(attributes, keptLabel, ask) {
    const kept = (node) => keptView(node, keptLabel);
    return {
      state: this.#stateOf(""),
      attributes,
      nodeViews: { kept, keptInline: kept, img: pictureView },
      handlePaste: understandPasted(this.#pm, ask),
      transformPastedHTML: pastedHTML,
      clipboardTextParser: (text) => pastedText(this.#pm, this.#schema, text),
      handleTextInput: typeAfterBlock(this.#pm),
      dispatchTransaction: (transaction) => this.#dispatch(transaction),
    };
  }

  #dispatch(transaction) {
    this.view.updateState(this.state.apply(transaction));
    this.onChange({ isEdit: transaction.docChanged });
  }
}
