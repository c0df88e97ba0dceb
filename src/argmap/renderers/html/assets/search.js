// @ts-check
// Searching all texts and sources.

/** The ids of the statements that the search finds, in reading order; null while nothing is searched.
 * @type {string[] | null} */
let hits = null;
let hitAt = -1;

/**
 * A text as it is compared: without case and accents.
 * @param {string} text
 */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** @type {Map<string, string> | null} */
let searched = null;

/** What of each statement is searched, by its id. */
function searchable() {
  searched ??= new Map(facts.statements.map((statement) => {
    const cited = [...statement.citations, ...statement.passages].flatMap((each) => {
      const source = sources.get(each.source);
      return [each.quote, each.source, source?.label ?? "", source?.publisher ?? "", ...(source?.authors ?? [])];
    });
    const words = [statement.id, statement.label, statement.text, statement.note, ...statement.tags, ...cited];
    return [statement.id, folded(words.join("\n"))];
  }));
  return searched;
}

/** @param {string} words */
function search(words) {
  const wanted = folded(words).split(/\s+/).filter((word) => word);
  hits = null;
  if (wanted.length) {
    hits = [...searchable()].filter(([, text]) => wanted.every((word) => text.includes(word))).map(([id]) => id);
  }
  hitAt = -1;
  const found = new Set(hits ?? []);
  for (const [name, id] of byCard) elements.get(name)?.classList.toggle("hit", found.has(id));
  tellHits();
  light();
}

function tellHits() {
  const output = byId("hits");
  if (hits === null) output.textContent = "";
  else if (hitAt < 0) output.textContent = hits.length ? counted(hits.length, "hit") : "no hit";
  else output.textContent = `${hitAt + 1} of ${hits.length}`;
  for (const name of ["hit-back", "hit-next"]) byId(name).hidden = !hits?.length;
}

/**
 * Select the next hit, or the one before.
 * @param {number} step
 */
function goToHit(step) {
  if (!hits?.length) return;
  hitAt = hitAt < 0 && step < 0 ? hits.length - 1 : (hitAt + step + hits.length) % hits.length;
  unfoldTo(hits[hitAt]);
  select(hits[hitAt]);
  tellHits();
}

function endSearch() {
  /** @type {HTMLInputElement} */ (byId("search")).value = "";
  search("");
}

function startSearch() {
  const field = /** @type {HTMLInputElement} */ (byId("search"));
  field.addEventListener("input", () => search(field.value));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") goToHit(event.shiftKey ? -1 : 1);
  });
  byId("hit-back").addEventListener("click", () => goToHit(-1));
  byId("hit-next").addEventListener("click", () => goToHit(1));
}
