// @ts-check
// The outline beside the picture: its entries select, and tell what is selected.

const contents = byId("contents");

/**
 * @param {string} id
 * @returns {HTMLElement | null}
 */
function entryOf(id) {
  const card = statements.get(id)?.card;
  return card === undefined ? null : document.getElementById(`o${card.slice(1)}`);
}

/** @param {boolean} open */
function showOutline(open) {
  document.documentElement.classList.toggle("with-contents", open);
  byId("outline-button").setAttribute("aria-expanded", `${open}`);
  if (!open) return;
  contents.focus({ preventScroll: true });
  if (selected !== null) entryOf(selected)?.scrollIntoView({ block: "center" });
}

function isOutlineShown() {
  return document.documentElement.classList.contains("with-contents");
}

let isThinned = false;

/** Leave the entries that search and filters ask for. */
function thin() {
  const left = sought();
  if (!left && !isThinned) return;
  isThinned = left !== null;
  for (const { id } of facts.statements) entryOf(id)?.toggleAttribute("hidden", left !== null && !left.has(id));
}

function startOutline() {
  byId("outline-button").addEventListener("click", () => showOutline(!isOutlineShown()));
  byId("outline-close").addEventListener("click", () => {
    showOutline(false);
    byId("outline-button").focus();
  });
  contents.addEventListener("click", (event) => {
    const anchor = /** @type {Element} */ (event.target).closest("a[href^='#o-']");
    const id = byCard.get(`n${anchor?.getAttribute("href")?.slice(2)}`);
    if (!anchor || id === undefined) return;
    event.preventDefault();
    select(id);
    if (matchMedia("(max-width: 720px)").matches) showOutline(false);
  });
  onLight(thin);
  onSelect((id) => {
    contents.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const entry = id === null ? null : entryOf(id);
    entry?.querySelector(".entry")?.setAttribute("aria-current", "true");
    if (isOutlineShown()) entry?.scrollIntoView({ block: "nearest" });
  });
}
