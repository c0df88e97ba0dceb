// @ts-check
// What if something were not there: sources and statements are taken away, and what changes is told and marked.

/**
 * @typedef {"gone" | "falls" | "rises" | "shifts"} Fate
 * @typedef {{id: string, fate: Fate, before: Label, after: Label}} Supposed
 */

/** What is taken away, in the order in which it was: "source" or "statement", and its id.
 * @type {{kind: string, id: string}[]} */
let taken = [];

/** What would change, by the id of the statement.
 * @type {Map<string, Supposed>} */
let supposedOf = new Map();

/** @type {(() => void)[]} */
const supposeListeners = [];

const FATES = /** @type {Record<Fate, {sign: string, words: string}>} */ ({
  gone: { sign: "■", words: "taken away" },
  falls: { sign: "▼", words: "would fall" },
  rises: { sign: "▲", words: "would rise" },
  shifts: { sign: "≈", words: "would only change" },
});

/** What only changes: it did not stand and would not, or it stays what it is. */
const STILL_FALLEN = "would still not stand", CHANGES_GROUNDS = "would only change grounds";

/** How well a statement holds. */
const HOLDS = { accepted: 2, undecided: 1, rejected: 0, unsupported: 0 };

const MOST_TOLD = 6;

/** @type {Program | null} */
let loadedProgram = null;

/** The program of the map, read when it is first asked for. */
function mapProgram() {
  loadedProgram ??= /** @type {Program} */ (JSON.parse(byId("program").textContent ?? ""));
  return loadedProgram;
}

/**
 * Whether the map would say the same without something, as nothing is cited from it or it is a question.
 * @param {string} kind
 * @param {string} id
 */
function canBeTaken(kind, id) {
  const program = mapProgram();
  if (kind === "source") return program.sources.includes(id);
  return statements.get(id)?.standing !== null && statements.has(id);
}

/**
 * @param {string} kind
 * @param {string} id
 */
function isTaken(kind, id) {
  return taken.some((each) => each.kind === kind && each.id === id);
}

/**
 * Take something away, or give it back.
 * @param {string} kind
 * @param {string} id
 */
function toggleTaken(kind, id) {
  takeAway(isTaken(kind, id) ? taken.filter((each) => each.kind !== kind || each.id !== id) : [...taken, { kind, id }]);
}

/**
 * Suppose that these things are not there, and no others.
 * @param {{kind: string, id: string}[]} things
 */
function takeAway(things) {
  taken = things.filter(({ kind, id }) => canBeTaken(kind, id));
  supposedOf = changesWithout(taken);
  writeAddress();
  for (const listener of supposeListeners) listener();
}

/**
 * What changes without some things, in reading order.
 * @param {{kind: string, id: string}[]} things
 */
function changesWithout(things) {
  /** @type {Map<string, Supposed>} */
  const found = new Map();
  if (!things.length) return found;
  const program = mapProgram(), named = (/** @type {string} */ kind) => things.filter((each) => each.kind === kind).map(({ id }) => id);
  const before = suppose(program, {}), after = suppose(program, { sources: named("source"), statements: named("statement") });
  const numbers = new Map(program.ids.map((id, number) => [id, number]));
  const gone = new Set(named("statement"));
  for (const id of statements.keys()) {
    const number = numbers.get(id) ?? -1, [was, is] = [before[number], after[number]];
    if (!was || !is) continue;
    if (gone.has(id)) found.set(id, { id, fate: "gone", before: was, after: is });
    else if (was.standing !== is.standing || was.ground !== is.ground) found.set(id, { id, fate: fateOf(was, is), before: was, after: is });
  }
  return found;
}

/**
 * @param {Label} before
 * @param {Label} after
 * @returns {Fate}
 */
function fateOf(before, after) {
  const change = HOLDS[after.standing] - HOLDS[before.standing];
  return change < 0 ? "falls" : change > 0 ? "rises" : "shifts";
}

/** @param {Supposed} supposed */
function supposedWords({ fate, before, after }) {
  if (fate === "gone") return FATES.gone.words;
  if (before.standing === after.standing) return `${CHANGES_GROUNDS}: ${after.ground ?? "no ground"}`;
  return `${fate === "shifts" ? STILL_FALLEN : FATES[fate].words}: ${after.standing}`;
}

/** @param {{kind: string, id: string}} thing */
function takenName({ kind, id }) {
  return (kind === "source" ? sources.get(id)?.label : statements.get(id)?.label) ?? id;
}

/** What would change, as a sentence for those who do not see the marks. */
function toldChanges() {
  if (!taken.length) return "Nothing is taken away.";
  const told = toldGroups().map(({ words, found }) => {
    const names = found.slice(0, MOST_TOLD).map(({ id }) => statements.get(id)?.label);
    return `${words}: ${names.join(", ")}${found.length > MOST_TOLD ? ` and ${found.length - MOST_TOLD} more` : ""}`;
  });
  return `Without ${taken.map(takenName).join(" and ")}: ${told.length ? told.join("; ") : "nothing would change"}.`;
}

/**
 * What would change in the groups of `argmap what-if`, recommendations first. Objections are told by themselves, for one
 * that rises is no gain to what it speaks against.
 */
function toldGroups() {
  const isA = (/** @type {string} */ kind) => (/** @type {Supposed} */ { id }) => statements.get(id)?.kind === kind;
  const isFirst = isA("recommendation"), objects = isA("objection");
  const every = [...supposedOf.values()], found = [...every.filter(isFirst), ...every.filter((each) => !isFirst(each))];
  const [falls, rises, shifts] = ["falls", "rises", "shifts"].map((fate) => found.filter((each) => each.fate === fate));
  const keeps = (/** @type {Supposed} */ { before, after }) => before.standing === after.standing;
  const groups = /** @type {[Fate, string, string, Supposed[]][]} */ ([
    ["falls", "", "would fall", falls.filter((each) => !objects(each))],
    ["rises", "", "would rise", rises.filter((each) => !objects(each))],
    ["falls", "objection", "would lose force", falls.filter(objects)],
    ["rises", "objection", "would gain force", rises.filter(objects)],
    ["shifts", "", STILL_FALLEN, shifts.filter((each) => !keeps(each))],
    ["shifts", "", CHANGES_GROUNDS, shifts.filter(keeps)],
  ]);
  return groups.filter(([, , , each]) => each.length).map(([fate, noun, words, each]) =>
    ({ fate, words: `${noun ? counted(each.length, noun) : each.length} ${words}`, found: each }));
}

/** Show in the bar what is taken away and what would change. */
function showTaken() {
  const bar = byId("whatif");
  bar.hidden = !taken.length;
  byId("whatif-told").textContent = toldChanges();
  byId("whatif-taken").replaceChildren(...taken.map(({ kind, id }) =>
    make("li", {}, button(make("span", {}, kind === "source" ? "source " : "", own(takenName({ kind, id })), " ×"), () => {
      toggleTaken(kind, id);
      focusBar();
    }, { class: "taken", title: "Give back" }))));
  const parts = toldGroups().map(toldPart);
  byId("whatif-changes").replaceChildren(...(parts.length ? parts : [make("p", { class: "muted" }, "Nothing would change.")]));
}

/** Keep the keyboard in the bar, or where it came from when that is gone. */
function focusBar() {
  const next = taken.length ? byId("whatif-undo") : panel.querySelector(".take") ?? byId("search");
  /** @type {HTMLElement} */ (next).focus();
}

/**
 * A group of statements as links; of many the first, and the others on request.
 * @param {{fate: Fate, words: string, found: Supposed[]}} group
 */
function toldPart({ fate, words, found }) {
  const links = found.map((supposed) => button(
    make("span", {}, own(statements.get(supposed.id)?.label ?? ""), make("small", {}, ` → ${supposedWords(supposed).split(": ")[1]}`)),
    () => select(supposed.id), { class: `supposed-link ${fate}` }));
  const rest = links.slice(MOST_TOLD);
  const more = rest.length ? make("details", {}, make("summary", {}, `and ${rest.length} more`), ...rest) : null;
  return make("div", { class: `told ${fate}` }, make("b", {}, `${FATES[fate].sign} ${words}`), ...links.slice(0, MOST_TOLD), more);
}

/**
 * The toggles of a statement and of what it cites, for the panel, and what would become of it.
 * @param {Statement} statement
 */
function whatifPart(statement) {
  if (!canBeTaken("statement", statement.id)) return null;
  const cited = [...new Set(statement.citations.map((citation) => citation.source))].filter((id) => canBeTaken("source", id));
  const supposed = supposedOf.get(statement.id);
  const told = supposed && make("p", { class: `supposed ${supposed.fate}` }, `${FATES[supposed.fate].sign} ${supposedWords(supposed)}`);
  return make("section", { class: "whatif" },
    make("h3", {}, "What if it were not there?"), told ?? null,
    takeButton("statement", statement.id, "this statement"),
    ...cited.map((id) => takeButton("source", id, own(sources.get(id)?.label ?? id))));
}

/**
 * A toggle that takes something away, or gives it back.
 * @param {string} kind
 * @param {string} id
 * @param {Node | string} words
 */
function takeButton(kind, id, words) {
  return button(make("span", {}, "Without ", words), () => toggleTaken(kind, id),
    { class: "take", "aria-pressed": `${isTaken(kind, id)}`, "data-take": `${kind} ${id}` });
}

/** Show the panel's part anew, and keep the keyboard where it was. */
function showWhatifPart() {
  const shown = panel.querySelector(".whatif"), statement = statements.get(selected ?? "");
  if (!shown || !statement) return;
  const focused = /** @type {HTMLElement | null} */ (shown.querySelector(":focus"))?.dataset.take;
  const fresh = whatifPart(statement);
  if (!fresh) return;
  shown.replaceWith(fresh);
  for (const each of fresh.querySelectorAll(".take")) {
    if (each instanceof HTMLElement && each.dataset.take === focused) each.focus({ preventScroll: true });
  }
}

/** Put a toggle at the head of each text from which something is cited. */
function takeTexts() {
  for (const column of texts?.querySelectorAll(".column") ?? []) {
    const id = /** @type {HTMLElement} */ (column).dataset.source ?? "";
    if (canBeTaken("source", id)) column.querySelector(".share")?.after(takeButton("source", id, "this source"));
  }
  supposeListeners.push(() => {
    for (const each of texts?.querySelectorAll(".take") ?? []) {
      const [kind, ...id] = (/** @type {HTMLElement} */ (each).dataset.take ?? "").split(" ");
      each.setAttribute("aria-pressed", `${isTaken(kind, id.join(" "))}`);
    }
  });
}

function makeBar() {
  const bar = make("section", { id: "whatif", "aria-label": "What if" },
    make("div", { class: "line" },
      make("h2", {}, "Without"), make("ul", { id: "whatif-taken" }),
      button("Undo", () => {
        takeAway(taken.slice(0, -1));
        focusBar();
      }, { id: "whatif-undo" }),
      button("Reset", () => {
        takeAway([]);
        focusBar();
      }, { id: "whatif-reset" })),
    make("div", { id: "whatif-changes" }));
  bar.hidden = true;
  byId(picture ? "dock" : "desk").before(bar, make("p", { id: "whatif-told", role: "status", class: "unseen" }));
}

/** Take away what is selected, or give it back. */
function toggleSelected() {
  if (selected !== null && canBeTaken("statement", selected)) toggleTaken("statement", selected);
}

function startWhatif() {
  makeBar();
  SHORTCUTS.x = toggleSelected;
  KEYS.push(["x", "what if the statement were not there; again to give it back"]);
  panelParts.push(whatifPart);
  supposeListeners.push(showTaken, markCards, markOutline, showWhatifPart, light);
  onPicture(markCards);
  lights.push(() => (supposedOf.size ? new Set(supposedOf.keys()) : null));
  takeTexts();
  addressParts.push(() => taken.map(({ kind, id }) => [kind, id]));
  addressListeners.push((asked) => {
    const things = [...asked].filter(([kind]) => kind === "source" || kind === "statement").map(([kind, id]) => ({ kind, id }));
    if (JSON.stringify(things) !== JSON.stringify(taken)) takeAway(things);
  });
}
