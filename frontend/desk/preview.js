// The panel with the preview beside a form. The page in it is, byte for byte, the published one; that its links do not
// lead away from the form is seen to here: to another page of the same thing the panel turns, all else opens elsewhere.
document.addEventListener("load", (event) => {
  const frame = event.target;
  if (frame instanceof HTMLIFrameElement && frame.closest(".w-preview") && frame.contentDocument?.body) {
    frame.contentDocument.addEventListener("click", (event) => follow(event, frame.contentDocument));
  }
}, true);

function follow(event, page) {
  const link = event.target.closest?.("a[href]");
  if (!link || link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  const select = document.getElementById("id_preview_mode");
  const mode = [...(select?.options ?? [])].find(({ value }) => address(value, select, page) === link.pathname);
  if (mode && mode.value === select.value && link.hash) {
    page.querySelector(`[id="${CSS.escape(decodeURIComponent(link.hash.slice(1)))}"]`)?.scrollIntoView();
  } else if (mode) {
    select.value = mode.value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  } else {
    window.open(link.href, "_blank", "noopener");
  }
}

// The address of a mode such as `ru/texts/`, reckoned from the one that is shown.
function address(mode, select, page) {
  const own = page.querySelector('link[rel="canonical"]');
  if (!own) return "";
  const first = language(select.options[0].value);
  const prefix = (name) => (name === first ? "" : `/${name}`);
  const shown = new URL(own.href).pathname.slice(prefix(language(select.value)).length);
  const stem = shown.slice(0, shown.length - below(select.value).length);
  return prefix(language(mode)) + stem + below(mode);
}

const language = (mode) => mode.slice(0, mode.indexOf("/"));
const below = (mode) => mode.slice(mode.indexOf("/") + 1);
