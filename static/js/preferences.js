/* The reader's preferences: attributes of <html>, kept on the account or on the device. */
const names = ["theme", "font", "size", "width", "leading", "feedback", "shortcuts"];
const A_YEAR = 31536000; // seconds

export function preference(name) {
  return document.documentElement.dataset[name];
}

/* Applies at once. What is kept is every preference as it stands now. */
export function prefer(name, value) {
  document.documentElement.dataset[name] = value;
  const fields = new URLSearchParams(names.map((each) => [each, preference(each)]));
  const { action, csrf } = source();
  if (csrf) save(action, fields, csrf);
  else keep(fields);
}

function source() {
  const element = document.querySelector("concrit-reading-settings");
  return { action: element?.getAttribute("action"), csrf: element?.getAttribute("csrf") };
}

function save(action, fields, csrf) {
  const headers = { "X-Requested-With": "fetch", "X-CSRFToken": csrf };
  fetch(action, { method: "POST", body: fields, headers, keepalive: true });
}

function keep(fields) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `reading=${fields}; path=/; max-age=${A_YEAR}; samesite=lax${secure}`;
}
