/* Loads the elements that stand on the page, each from its own file. */
const elements = {
  "prose-editor": () => import("./elements/prose-editor.js"),
  "concrit-menu": () => import("./elements/menu.js"),
  "concrit-part": () => import("./elements/part.js"),
  "concrit-reading-settings": () => import("./elements/reading-settings.js"),
  "concrit-feedback": () => import("./elements/feedback.js"),
  "concrit-chapter-keys": () => import("./elements/chapter-keys.js"),
};

export function loadElements(root = document) {
  for (const [tag, load] of Object.entries(elements)) {
    if (!customElements.get(tag) && root.querySelector(tag)) load();
  }
}

/* What is too wide scrolls in its own box; Safari lets no key into a box without this. */
function letKeysScroll() {
  for (const box of document.querySelectorAll(".prose :is(table, pre)")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}

loadElements();
addEventListener("load", letKeysScroll);
