// @ts-check
// What the map comes to: its recommendations and how they stand, shown where the details are while nothing is selected.

/** The recommendations, or where there are none the conclusions. */
const chief = facts.statements.some(isRecommendation)
  ? facts.statements.filter(isRecommendation)
  : facts.statements.filter((statement) => statement.depth === 0 && statement.standing);

/** Whether the reader wants them when nothing is selected. */
let wantsSummary = false;

/** @param {Statement} statement */
function isRecommendation(statement) {
  return statement.kind === "recommendation";
}

/** Show what is to be seen when nothing is selected: the summary, or nothing. */
function showNothing() {
  showPanelAtAll(wantsSummary);
  if (wantsSummary) showSummary();
}

/** @param {boolean} wanted */
function wantSummary(wanted) {
  wantsSummary = wanted;
  byId("summary-button").setAttribute("aria-expanded", `${wanted}`);
  select(null);
  showNothing();
}

function showSummary() {
  const close = button("×", () => {
    wantSummary(false);
    byId("summary-button").focus();
  }, { class: "plain close", "aria-label": "Close the summary" });
  const noun = chief.some(isRecommendation) ? "recommendation" : "conclusion";
  const found = chief.slice(0, MOST_LEADS).map((statement) => make("div", { class: "chief" },
    leadTo(statement.id), statement.why ? make("p", { class: "why" }, ...isolated(statement.why)) : null));
  const more = chief.length - found.length;
  panel.replaceChildren(...[
    make("header", {}, make("div", { class: "line" }, make("h2", {}, "Summary"), close)),
    facts.description ? make("p", { class: "text", dir: "auto" }, facts.description) : null,
    section(counted(chief.length, noun), found),
    more > 0 ? make("p", { class: "muted" }, `and ${more} more, in the outline and the search`) : null,
  ].filter((part) => part !== null));
  panel.scrollTop = 0;
}

function startSummary() {
  if (!chief.length) return;
  const opener = byId("summary-button");
  opener.hidden = false;
  opener.addEventListener("click", toggleSummary);
  SHORTCUTS.s = toggleSummary;
  KEYS.push(["s", "the summary: what the map comes to"]);
  if (kept?.summary ?? matchMedia(`(min-width: ${texts ? 1400 : 1000}px)`).matches) wantSummary(true);
}

function toggleSummary() {
  const isShown = wantsSummary && selected === null && shownPart === null;
  wantSummary(!isShown);
  if (wantsSummary) panel.focus({ preventScroll: true });
}
