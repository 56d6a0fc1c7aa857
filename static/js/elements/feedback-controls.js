/* The buttons that show feedback and start picking: at the head of the page and by the line that
   offers feedback at the chapter's end. */

export class Controls {
  #toggles;
  #added;

  constructor({ toggle, picker }, { signal, onToggle, onPick }) {
    const places = [document.querySelector(".site-nav"), document.querySelector(".feedback-line")];
    this.#toggles = places.filter(Boolean).map((place) => {
      const button = copy(toggle, onToggle, signal);
      if (place.matches(".site-nav")) place.prepend(button);
      else place.append(button);
      return button;
    });
    this.#added = [...this.#toggles];
    if (picker && places[1]) {
      const button = copy(picker, onPick, signal);
      places[1].append(button);
      this.#added.push(button);
    }
  }

  show({ isShown, count }) {
    for (const button of this.#toggles) {
      button.setAttribute("aria-pressed", String(isShown));
      button.querySelector("[data-count]").textContent = count || "";
    }
  }

  remove() {
    for (const button of this.#added) button.remove();
  }
}

function copy(template, onClick, signal) {
  const button = template.content.firstElementChild.cloneNode(true);
  button.addEventListener("click", onClick, { signal });
  return button;
}

/** What a template says, with where its link leads. */
export function linked(template, url) {
  const element = template.content.firstElementChild.cloneNode(true);
  element.querySelector("a").href = url;
  return element;
}
