// @ts-check
// The two pictures of a large map: an overview, and all cards, which are made only when they are wanted.

const wholeText = document.getElementById("whole")?.textContent ?? "";

/** @type {SVGSVGElement | null} */
let whole = null;

const overview = facts.overview ? picture : null;

/** Show all cards. */
function showWhole() {
  if (!wholeText) return;
  if (!whole) {
    const made = new DOMParser().parseFromString(wholeText, "image/svg+xml").documentElement;
    whole = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (made));
    sheet.append(whole);
    takeIn(whole);
    if (folds.size) showFolds();
  }
  showLevel(whole);
}

/** @param {SVGSVGElement | null} level */
function showLevel(level) {
  if (!level || level === picture) return;
  for (const each of [overview, whole]) each?.toggleAttribute("hidden", each !== level);
  show(level);
  byId("level-overview").setAttribute("aria-pressed", `${level === overview}`);
  byId("level-whole").setAttribute("aria-pressed", `${level === whole}`);
  [...document.querySelectorAll("#legend .signs")].forEach((signs, place) => signs.toggleAttribute("hidden", (level === whole) !== (place === 1)));
  markSelected();
  light();
}

/**
 * Show the cards of a part of an overview.
 * @param {Part} part
 */
function openPart(part) {
  showWhole();
  const names = part.statements.map((id) => statements.get(id)?.card ?? "");
  const boxes = names.map(boxOf).filter((box) => box !== null);
  if (!boxes.length) return;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  place.scale = Math.max(0.5, Math.min(1, stage.clientWidth / (right - left + 60), stage.clientHeight / (bottom - top + 60)));
  place.x = 24 - left * place.scale;
  place.y = 32 - top * place.scale;
  moved(true);
}

const PLURALS = /** @type {Record<string, string>} */ ({
  claim: "claims", premise: "premises", recommendation: "recommendations", assumption: "assumptions",
  objection: "objections", question: "questions", argument: "arguments",
});

/**
 * How many statements there are of each of some words, in order of their first.
 * @param {Statement[]} found
 * @param {(statement: Statement) => string[]} of
 */
function tally(found, of) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const word of found.flatMap(of)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${count > 1 ? PLURALS[word] ?? word : word}`).join(", ");
}

const MOST_LEADS = 60;

/** The card whose part is shown, which is no statement. @type {string | null} */
let shownPart = null;

/**
 * Show what a card stands for that is no statement.
 * @param {string} card
 */
function showPart(card) {
  const part = facts.parts[card];
  if (!part) return;
  select(null);
  const inside = part.statements.flatMap((id) => statements.get(id) ?? []);
  const open = wholeText ? button("Show its cards", () => openPart(part), { class: "fold" }) : null;
  panel.replaceChildren(...[
    make("header", {},
      make("div", { class: "line" }, make("span", { class: "kind argument" }, "section"),
        button("×", leaveDetails, { class: "plain close", "aria-label": "Close" })),
      make("h2", { dir: "auto" }, part.title)),
    make("p", { class: "muted" }, counted(inside.length, "statement"), ": ", tally(inside, (each) => [each.kind])),
    make("p", { class: "muted" }, tally(inside, (each) => (each.standing ? [each.standing] : []))),
    open,
    section("What it holds", inside.slice(0, MOST_LEADS).map((statement) => leadTo(statement.id))),
    inside.length > MOST_LEADS
      ? make("p", { class: "muted" }, `and ${inside.length - MOST_LEADS} more, in the outline and the search`) : null,
  ].filter((each) => each !== null));
  panel.scrollTop = 0;
  showPanelAtAll(true);
  shownPart = card;
}

function startLevels() {
  if (!overview) return;
  const levels = byId("levels");
  levels.hidden = false;
  byId("level-whole").textContent = `All ${facts.cards.toLocaleString("en")} cards`;
  byId("level-whole").hidden = !wholeText;
  byId("level-overview").hidden = !wholeText;
  byId("level-overview").addEventListener("click", () => {
    showLevel(overview);
    fit();
  });
  byId("level-whole").addEventListener("click", () => {
    showWhole();
    begin();
  });
  byId("level-told").textContent = wholeText ? "" : `An overview of ${facts.cards.toLocaleString("en")} cards: outline and search have all.`;
}
