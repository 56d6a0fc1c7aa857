/* Feedback that was begun and not sent, kept on this device. People share devices: everybody's drafts
   are their own, and those who are not logged in have theirs apart. */

export class Drafts {
  #prefix;

  /** `viewer` is what the server calls the person, or "" for a stranger. */
  constructor(viewer, chapter) {
    this.#prefix = `concrit:drafts:${viewer}:${chapter}:`;
  }

  /** `place` is `{revision, start, end}` in code points; `draft` is `{kind, quote, fields}`. */
  keep(place, draft) {
    const kept = JSON.stringify({ ...draft, ...place, time: Date.now() });
    stored((storage) => storage.setItem(this.#key(place), kept));
  }

  at(place) {
    return this.#read(this.#key(place));
  }

  drop(place) {
    stored((storage) => storage.removeItem(this.#key(place)));
  }

  /** The newest first. */
  all() {
    const keys = stored((storage) => Object.keys(storage)) ?? [];
    const own = keys.filter((key) => key.startsWith(this.#prefix)).map((key) => this.#read(key));
    return own.filter((draft) => draft !== null).sort((a, b) => b.time - a.time);
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
