// @ts-check
// What is selected, and who wants to know.

/** @type {string | null} */
let selected = null;

/** @type {((id: string | null) => void)[]} */
const selectListeners = [];

/** What the page's address tells beside what is selected: pairs of a name and a value.
 * @type {(() => [string, string][])[]} */
const addressParts = [];

/** What is told when the page's address leads to something.
 * @type {((asked: URLSearchParams) => void)[]} */
const addressListeners = [];

/**
 * Select a statement, or none; the address of the page then leads to it.
 * @param {string | null} id
 */
function select(id) {
  const next = id !== null && statements.has(id) ? id : null;
  if (next === selected) return;
  selected = next;
  writeAddress();
  for (const listener of selectListeners) listener(next);
}

/**
 * Put what is selected into the page's address, where it has one of its own: in a closed frame it has none.
 * @param {string} address
 */
function tellAddress(address) {
  try {
    history.replaceState(null, "", address);
  } catch {
    // then there is no address to pass on
  }
}

/**
 * Be told whenever another statement is selected, or none.
 * @param {(id: string | null) => void} listener
 */
function onSelect(listener) {
  selectListeners.push(listener);
}

/** Have the page's address lead to what is shown: `#n-ID`, and what other files tell after a question mark. */
function writeAddress() {
  const card = selected === null ? "" : statements.get(selected)?.card;
  const asked = new URLSearchParams(addressParts.flatMap((part) => part())).toString();
  const address = card || asked ? `#${card}${asked && "?"}${asked}` : "";
  if (location.hash !== address) tellAddress(address || location.pathname + location.search);
}

/** Select what the page's address leads to: `#n-ID`, or `#o-ID` from the outline; none where it names none. */
function selectByAddress() {
  let name = location.hash.slice(1).split("?", 1)[0];
  for (const listener of addressListeners) listener(new URLSearchParams(location.hash.slice(name.length + 2)));
  if (!byCard.has(name) && name.startsWith("o-")) name = `n${name.slice(1)}`;
  const id = byCard.get(name);
  if (id !== undefined || !name) select(id ?? null);
}
