/** The row of buttons over the writing area: one stop for Tab, arrows move within it. */
export class Toolbar {
  #buttons;
  #actions;

  constructor(element, actions, run) {
    this.element = element;
    this.#actions = actions;
    this.#buttons = [...element.querySelectorAll("[data-command]")];
    this.#buttons.forEach((button, i) => (button.tabIndex = i === 0 ? 0 : -1));
    element.addEventListener("mousedown", (event) => event.preventDefault());
    element.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-command]");
      if (button && button.ariaDisabled !== "true") run(button.dataset.command);
    });
    element.addEventListener("keydown", (event) => this.#move(event));
  }

  show(state, { asSource }) {
    for (const button of this.#buttons) {
      const { command } = button.dataset;
      if (command === "source") button.ariaPressed = String(asSource);
      else this.#showOne(button, this.#actions[command], state, asSource);
    }
  }

  focus() {
    this.#buttons.find((button) => button.tabIndex === 0).focus();
  }

  #showOne(button, { run, isActive }, state, asSource) {
    button.ariaDisabled = String(asSource || !run(state));
    if (isActive) button.ariaPressed = String(!asSource && isActive(state));
  }

  #move(event) {
    const now = this.#buttons.indexOf(document.activeElement);
    const step = getComputedStyle(this.element).direction === "rtl" ? -1 : 1;
    const last = this.#buttons.length - 1;
    const places = { ArrowRight: now + step, ArrowLeft: now - step, Home: 0, End: last };
    if (!(event.key in places)) return;
    event.preventDefault();
    const next = this.#buttons.at(places[event.key] % (last + 1));
    for (const button of this.#buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  }
}
