/* What the server says is wrong with a form, put where Django would put it. */

/** `errors` are lists of sentences by the name of the field; `__all__` is the form's own. */
export function showErrors(form, errors) {
  clearErrors(form);
  for (const [name, sentences] of Object.entries(errors)) {
    const field = fieldOf(form, name);
    if (field) mark(form, field, name, sentences);
    else form.prepend(listOf(sentences));
  }
  const first = form.querySelector("[aria-invalid='true']") ?? form.querySelector(".errorlist");
  first?.focus();
}

function clearErrors(form) {
  for (const list of form.querySelectorAll(".errorlist")) list.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
}

/** Only a field that can be seen can have its errors beside it. */
function fieldOf(form, name) {
  const found = form.elements.namedItem(name);
  const field = found instanceof RadioNodeList ? found[0] : found;
  return field && field.type !== "hidden" && field.checkVisibility?.() !== false ? field : null;
}

function mark(form, field, name, sentences) {
  const list = listOf(sentences);
  list.id = `${form.id || "feedback"}-${name}-errors`;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", list.id);
  const group = field.closest("fieldset") ?? field;
  group.before(list);
}

function listOf(sentences) {
  const list = document.createElement("ul");
  list.className = "errorlist";
  list.tabIndex = -1;
  list.setAttribute("role", "alert");
  for (const sentence of sentences) {
    list.append(Object.assign(document.createElement("li"), { textContent: sentence }));
  }
  return list;
}
