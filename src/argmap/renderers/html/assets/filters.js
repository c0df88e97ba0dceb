// @ts-check
// Filters: what a statement must be to stay lit; one of the values of each kind of filter that is used.

/** @typedef {{title: string, of: (statement: Statement) => string[], words: (value: string) => string}} Filter */

/** @type {Filter[]} */
const FILTERS = [
  { title: "Kind", of: (statement) => [statement.kind], words: (kind) => kind },
  {
    title: "Standing",
    of: (statement) => statement.told.filter((word) => !(word in facts.meanings.grades)),
    words: (word) => word,
  },
  { title: "Section", of: (statement) => sectionsOf(statement), words: sectionTitle },
  { title: "Source", of: (statement) => sourcesOf(statement), words: (id) => sources.get(id)?.label ?? id },
  { title: "Grade", of: (statement) => (statement.ground ? [statement.ground] : []), words: (grade) => grade },
];

/** The values that are wanted, of each filter. */
const wanted = FILTERS.map(() => /** @type {Set<string>} */ (new Set()));

const groups = new Map(facts.groups.map((group) => [group.id, group]));

/** @param {string} id */
function sectionTitle(id) {
  return groups.get(id)?.title ?? id;
}

/**
 * The section that a statement stands in, and those around it.
 * @param {Statement} statement
 */
function sectionsOf(statement) {
  /** @type {string[]} */
  const found = [];
  for (let id = statement.group; id !== null && groups.has(id) && !found.includes(id); id = groups.get(id)?.parent ?? null) {
    found.push(id);
  }
  return found;
}

/** @param {Statement} statement */
function sourcesOf(statement) {
  return [...new Set([...statement.citations, ...statement.passages].map((each) => each.source))];
}

/** @param {Statement} statement */
function passes(statement) {
  return FILTERS.every((filter, at) => !wanted[at].size || filter.of(statement).some((value) => wanted[at].has(value)));
}

/**
 * The statements that search and filters ask for; null where neither is used.
 * @returns {Set<string> | null}
 */
function sought() {
  if (hits === null && wanted.every((values) => !values.size)) return null;
  const found = hits && new Set(hits);
  const passing = facts.statements.filter((statement) => passes(statement) && (!found || found.has(statement.id)));
  return new Set(passing.map((statement) => statement.id));
}

/** Show how many filters are on, and how many statements pass. */
function tellFilters() {
  const count = wanted.reduce((sum, values) => sum + values.size, 0);
  const left = facts.statements.filter(passes).length;
  byId("filter-button").textContent = count ? `Filter · ${count}` : "Filter";
  byId("filter-count").textContent = `${count ? `${left} of ` : ""}${counted(facts.statements.length, "statement")}`;
  byId("filter-clear").hidden = !count;
}

/** Tell of the filters, and dim what does not pass. */
function filtered() {
  tellFilters();
  light();
}

/**
 * @param {Filter} filter
 * @param {Set<string>} values
 */
function filterPart(filter, values) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const statement of facts.statements) {
    for (const value of new Set(filter.of(statement))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (counts.size < 2) return null;
  const choices = [...counts].map(([value, count]) => {
    const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox" }));
    box.addEventListener("change", () => {
      if (box.checked) values.add(value);
      else values.delete(value);
      select(null); // what is selected would decide what is lit
      filtered();
    });
    return make("label", {}, box, own(filter.words(value)), make("span", { class: "muted" }, `${count}`));
  });
  return make("fieldset", {}, make("legend", {}, filter.title), ...choices);
}

function clearFilters() {
  for (const values of wanted) values.clear();
  for (const box of byId("filters").querySelectorAll("input")) box.checked = false;
  byId("filters").querySelector("input")?.focus();
  filtered();
}

/** @param {boolean} open */
function showFilters(open) {
  byId("filters").hidden = !open;
  byId("filter-button").setAttribute("aria-expanded", `${open}`);
}

function startFilters() {
  const part = byId("filters");
  part.append(
    make("header", {},
      make("p", { id: "filter-count", role: "status", class: "muted" }),
      button("Clear", clearFilters, { id: "filter-clear", class: "plain", hidden: "" }),
      button("×", () => {
        showFilters(false);
        byId("filter-button").focus();
      }, { class: "plain close", "aria-label": "Close the filters" })),
    make("div", { class: "choices" }, ...FILTERS.map((filter, at) => filterPart(filter, wanted[at]))),
  );
  byId("filter-button").addEventListener("click", () => showFilters(part.hidden));
  lights.unshift(() => (selected === null ? sought() : null));
  tellFilters();
}
