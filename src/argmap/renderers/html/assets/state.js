// @ts-check
// What is selected, and who wants to know.

/** @type {string | null} */
let selected = null;

/** @type {((id: string | null) => void)[]} */
const selectListeners = [];

/**
 * Select a statement, or none; the address of the page then leads to it.
 * @param {string | null} id
 */
function select(id) {
  const next = id !== null && statements.has(id) ? id : null;
  if (next === selected) return;
  selected = next;
  const card = next === null ? "" : `#${statements.get(next)?.card}`;
  if (location.hash !== card) history.replaceState(null, "", card || location.pathname + location.search);
  for (const listener of selectListeners) listener(next);
}

/**
 * Be told whenever another statement is selected, or none.
 * @param {(id: string | null) => void} listener
 */
function onSelect(listener) {
  selectListeners.push(listener);
}

/** Select what the page's address leads to: `#n-ID`, or `#o-ID` from the outline. */
function selectByAddress() {
  let name = location.hash.slice(1);
  if (!byCard.has(name) && name.startsWith("o-")) name = `n${name.slice(1)}`;
  const id = byCard.get(name);
  if (id !== undefined) select(id);
}
