/** How a picture is shown in the editor: by its words, since no page asks another host for one. */
export function pictureView({ attrs: { bag } }) {
  const dom = document.createElement("img");
  dom.alt = bag.alt || bag.src;
  dom.dataset.src = bag.src;
  return { dom };
}

/** Make the pictures of a detached, inert tree harmless, before it comes into the page. */
export function withoutPictures(tree) {
  for (const picture of [tree, ...tree.querySelectorAll("img")].filter((it) => it.hasAttribute("src"))) {
    picture.dataset.src = picture.getAttribute("src");
    picture.removeAttribute("src");
  }
  return tree;
}
