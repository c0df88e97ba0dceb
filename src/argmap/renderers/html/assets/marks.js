// @ts-check
// What would change, marked on cards and in the outline.

/** @typedef {{fate: Fate, words: string, small: boolean}} CardMark What is marked on a card; a small one has no room for words. */

/** What is marked on the cards, by their names: of a card that stands for others too, how many of them change. */
function cardMarks() {
  /** @type {Map<string, CardMark>} */
  const marks = new Map();
  for (const [name, id] of byCard) {
    const supposed = supposedOf.get(id);
    if (supposed) marks.set(name, { fate: supposed.fate, words: supposedWords(supposed), small: name in facts.references });
  }
  const inside = gathered([...supposedOf.values()].flatMap((supposed) => {
    const card = facts.within[supposed.id];
    return card ? [/** @type {const} */ ([card, supposed])] : [];
  }));
  for (const [name, found] of inside) {
    const own = marks.get(name), counts = toldCounts(found);
    marks.set(name, own ? { ...own, words: `${own.words}, below: ${counts}` } : { fate: gravest(found), words: counts, small: false });
  }
  return marks;
}

/** @param {Supposed[]} found */
function gravest(found) {
  return /** @type {Fate[]} */ (Object.keys(FATES)).find((fate) => found.some((each) => each.fate === fate)) ?? "shifts";
}

/** @param {Supposed[]} found */
function toldCounts(found) {
  return Object.entries(FATES).flatMap(([fate, { words }]) => {
    const count = found.filter((each) => each.fate === fate).length;
    return count ? [`${count} ${words}`] : [];
  }).join(", ");
}

/** Mark what would change on the cards that are seen, all of which are measured before any is marked. */
function markCards() {
  for (const mark of sheet.querySelectorAll(".supposed")) {
    mark.parentElement?.removeAttribute("aria-description");
    mark.remove();
  }
  const found = [...cardMarks()].flatMap(([name, mark]) => {
    const card = elements.get(name);
    return card ? [{ card, mark, box: card.getBBox() }] : [];
  });
  for (const { card, mark, box } of found) {
    if (!box.width) continue;
    card.setAttribute("aria-description", mark.words);
    card.append(drawnMark(box, mark));
  }
}

/**
 * @param {DOMRect} box
 * @param {CardMark} mark
 */
function drawnMark(box, { fate, words, small }) {
  const text = drawn("text", { x: box.x + 8, y: box.y - 1, "font-size": 9.5 });
  text.textContent = `${FATES[fate].sign} ${words}`;
  const made = drawn("g", { class: `supposed ${fate}`, "aria-hidden": "true" });
  made.append(drawn("rect", { class: "frame", x: box.x - 2, y: box.y - 2, width: box.width + 4, height: box.height + 4, rx: 7 }));
  const width = 26 + words.length * 5.3;
  if (!small) made.append(drawn("rect", { class: "plate", x: box.x + 2, y: box.y - 11, width, height: 14, rx: 7 }), text);
  return made;
}

/** Mark what would change in the outline. */
function markOutline() {
  for (const mark of document.querySelectorAll("#contents .supposed")) mark.remove();
  for (const supposed of supposedOf.values()) {
    const entry = document.getElementById(`o${statements.get(supposed.id)?.card.slice(1)}`)?.querySelector(".entry");
    const words = `${FATES[supposed.fate].sign} ${supposedWords(supposed)}`;
    entry?.append(" ", make("span", { class: `supposed ${supposed.fate}` }, words));
  }
}
