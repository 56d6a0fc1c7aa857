customElements.define("concrit-chapter-keys", class extends HTMLElement {});
