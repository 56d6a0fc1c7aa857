customElements.define("concrit-reading-settings", class extends HTMLElement {});
