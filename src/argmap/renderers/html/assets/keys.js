// @ts-check
// The keyboard, and the page that tells its keys.

const KEYS = [
  ["Tab", "to the picture, then to the details"],
  ["← → ↑ ↓", "from a card to what it leads to, to what bears on it, and to its neighbours"],
  ["Enter", "to the details of a card"],
  ["Esc", "back to the card; then close the details, the search, the filters"],
  ["c", "fold what bears on a card, or unfold it"],
  ["/", "search; Enter goes to the next hit, Shift + Enter to the one before"],
  ["o", "the outline"],
  ["f", "all of the picture"],
  ["+ −", "larger, smaller"],
  ["?", "this help"],
];

/** Which arrow leads where, by the direction in which the support runs. */
const ARROWS = /** @type {Record<string, Record<string, string>>} */ ({
  RL: { ArrowLeft: "up", ArrowRight: "down", ArrowUp: "before", ArrowDown: "after" },
  LR: { ArrowRight: "up", ArrowLeft: "down", ArrowUp: "before", ArrowDown: "after" },
  BT: { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "before", ArrowRight: "after" },
  TB: { ArrowDown: "up", ArrowUp: "down", ArrowLeft: "before", ArrowRight: "after" },
});

/** What bears on a statement and is seen, each once, what speaks for it first.
 * @param {string} id */
function premisesOf(id) {
  if (folds.has(id)) return [];
  const order = ["support", "attack", "undercut", "contradiction"];
  const found = [...(bearing.get(id) ?? [])].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  return [...new Set(found.flatMap((relation) => relation.premises))].filter((each) => !away.has(each));
}

/** The statement from which an arrow last led to what bears on it. */
let walkedFrom = "";

/** What a statement bears on, each once; what was walked from last comes first.
 * @param {string} id */
function targetsOf(id) {
  const found = [...new Set((starting.get(id) ?? []).map((relation) => relation.on))].filter((each) => !away.has(each));
  return found.includes(walkedFrom) ? [walkedFrom, ...found] : found;
}

/**
 * Where an arrow leads from a statement.
 * @param {string} id
 * @param {string} way
 * @returns {string | undefined}
 */
function neighbour(id, way) {
  if (way === "up") return targetsOf(id)[0];
  if (way === "down") {
    walkedFrom = id;
    return premisesOf(id)[0];
  }
  const above = targetsOf(id)[0];
  const row = above === undefined ? roots.filter((root) => !away.has(root)) : premisesOf(above);
  return row[row.indexOf(id) + (way === "after" ? 1 : -1)];
}

/** @param {KeyboardEvent} event */
function onCard(event) {
  const name = cardAt(event.target);
  if (name === null) return false;
  const id = byCard.get(name);
  const way = ARROWS[facts.direction]?.[event.key];
  if (way) {
    const next = id === undefined ? undefined : neighbour(id, way);
    if (next !== undefined && isDrawn(next)) walkTo(next);
    else if (facts.overview) walkOn(name, way === "down" || way === "after" ? 1 : -1);
    return true;
  }
  if (event.key === "Enter" || event.key === " ") {
    choose(name);
    panel.focus({ preventScroll: true });
    return true;
  }
  if (id === undefined) return false;
  if (event.key === "c") {
    toggleFold(id);
    return true;
  }
  return false;
}

/** Go to the card of a statement, which is selected where details are shown.
 * @param {string} id */
function walkTo(id) {
  const card = cardOf(id) ?? "";
  if (selected !== null) select(id);
  focusCard(card);
}

/** Go to the next card of the picture, or the one before.
 * @param {string} name
 * @param {number} step */
function walkOn(name, step) {
  const cards = [...(picture?.querySelectorAll('[role="button"]') ?? [])].map((card) => card.id);
  const next = cards[cards.indexOf(name) + step];
  if (next !== undefined) focusCard(next);
}

/** @param {string} card */
function focusCard(card) {
  reach(card);
  elements.get(card)?.focus({ preventScroll: true });
  reveal(card);
}

/** Close what is open, the innermost first. */
function stepBack() {
  const card = cardOf(selected) ?? "";
  if (!byId("filters").hidden) {
    showFilters(false);
    byId("filter-button").focus();
  } else if (panel.contains(document.activeElement) && elements.has(card) && !matchMedia("(max-width: 720px)").matches) {
    elements.get(card)?.focus({ preventScroll: true });
  } else if (isLegendShown()) {
    showLegend(false);
    byId("legend-button").focus();
  } else if (selected !== null || shownPart !== null) {
    leaveDetails();
  } else if (isOutlineShown()) {
    showOutline(false);
    byId("outline-button").focus();
  } else if (wantsSummary) {
    wantSummary(false);
  } else if (hits !== null) {
    endSearch();
  }
}

const SHORTCUTS = /** @type {Record<string, () => void>} */ ({
  "/": () => byId("search").focus(),
  o: () => showOutline(!isOutlineShown()),
  f: fit,
  "+": () => zoom(1.3),
  "=": () => zoom(1.3),
  "-": () => zoom(1 / 1.3),
  "?": () => /** @type {HTMLDialogElement} */ (byId("help")).showModal(),
});

/** @param {KeyboardEvent} event */
function onKey(event) {
  const help = /** @type {HTMLDialogElement} */ (byId("help"));
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const at = /** @type {Element} */ (event.target);
  const writes = at.matches("select, textarea, input:not([type='checkbox'])");
  if (event.key === "Escape") {
    if (at.id === "search") endSearch();
    stepBack();
  } else if (writes || !(onCard(event) || act(event.key))) {
    return;
  }
  event.preventDefault();
}

/** @param {string} key */
function act(key) {
  const found = SHORTCUTS[key];
  found?.();
  return Boolean(found);
}

function startKeys() {
  const help = /** @type {HTMLDialogElement} */ (byId("help"));
  help.append(
    make("header", {}, make("h2", {}, "How to use this page"),
      button("×", () => help.close(), { class: "plain close", "aria-label": "Close", autofocus: "" })),
    make("p", {}, "Drag the picture, zoom with the wheel or two fingers, and choose a card to see what it rests on."),
    make("dl", {}, ...KEYS.flatMap(([key, words]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)])),
    make("h3", {}, "Words"),
    make("dl", {}, ...Object.entries(facts.meanings.words).flatMap(([word, told]) => [make("dt", {}, word), make("dd", {}, told)])),
  );
  byId("help-button").addEventListener("click", () => help.showModal());
  document.addEventListener("keydown", onKey);
}
