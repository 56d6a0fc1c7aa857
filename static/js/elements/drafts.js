/* Feedback that was begun and not sent, kept on this device. */

export class Drafts {
  #prefix;

  constructor(chapter) {
    this.#prefix = `concrit:draft:${chapter}:`;
  }

  /** `place` is `{revision, start, end}` in code points; `draft` is `{kind, quote, fields}`. */
  keep(place, draft) {
    stored((storage) => storage.setItem(this.#key(place), JSON.stringify({ ...draft, ...place })));
  }

  at(place) {
    return this.#read(this.#key(place));
  }

  drop(place) {
    stored((storage) => storage.removeItem(this.#key(place)));
  }

  all() {
    const keys = stored((storage) => Object.keys(storage)) ?? [];
    const own = keys.filter((key) => key.startsWith(this.#prefix)).sort();
    return own.map((key) => this.#read(key)).filter((draft) => draft !== null);
  }

  #key({ revision, start, end }) {
    return `${this.#prefix}${revision}:${start}-${end}`;
  }

  #read(key) {
    const kept = stored((storage) => storage.getItem(key));
    return kept ? JSON.parse(kept) : null;
  }
}

/** Browsers may refuse storage, or have no room left: then there are no drafts, and all else works. */
function stored(act) {
  try {
    return act(localStorage);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
