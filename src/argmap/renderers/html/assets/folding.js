// @ts-check
// Folding: what bears on a statement, and on nothing else that is seen, is hidden and counted on its card.

/** The statements that are folded. @type {Set<string>} */
const folds = new Set();

/** The statements that folds hide. @type {Set<string>} */
let away = new Set();

/** @type {(() => void)[]} */
const foldListeners = [];

/**
 * Be told whenever something is folded or unfolded.
 * @param {() => void} listener
 */
function onFold(listener) {
  foldListeners.push(listener);
}

/** The statements from which reading begins. */
const roots = facts.statements.filter((statement) => statement.depth === 0).map((statement) => statement.id);

/**
 * The statements that are seen from the roots when some are folded.
 * @param {Set<string>} closed
 */
function seenWith(closed) {
  const seen = new Set(roots);
  const todo = [...roots];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    if (closed.has(at)) continue;
    for (const premise of (bearing.get(at) ?? []).flatMap((relation) => relation.premises)) {
      if (seen.has(premise)) continue;
      seen.add(premise);
      todo.push(premise);
    }
  }
  return seen;
}

/**
 * The statements that folding one hides, beside what is hidden already.
 * @param {string} id
 */
function branch(id) {
  const others = new Set(folds);
  others.delete(id);
  const [with_, without] = [seenWith(new Set([...others, id])), seenWith(others)];
  return [...without].filter((each) => !with_.has(each));
}

/**
 * Fold a statement, or unfold it.
 * @param {string} id
 */
function toggleFold(id) {
  if (!folds.delete(id) && branch(id).length) folds.add(id);
  showFolds();
}

/**
 * Unfold all that hides a statement.
 * @param {string} id
 */
function unfoldTo(id) {
  if (!away.has(id)) return;
  for (const each of [...folds]) {
    if (branch(each).includes(id)) folds.delete(each);
  }
  if (!seenWith(folds).has(id)) folds.clear();
  showFolds();
}

/** Hide what is folded, and count it on the cards. */
function showFolds() {
  const seen = seenWith(folds);
  away = new Set(facts.statements.map((statement) => statement.id).filter((id) => !seen.has(id)));
  for (const statement of facts.statements) {
    elements.get(statement.card)?.classList.toggle("folded", away.has(statement.id));
  }
  for (const relation of facts.relations) {
    const gone = away.has(relation.on) || (folds.has(relation.on) && relation.kind !== "contradiction")
      || relation.premises.every((premise) => away.has(premise));
    for (const name of relation.elements) elements.get(name)?.classList.toggle("folded", gone);
  }
  for (const plate of sheet.querySelectorAll(".fold-count")) plate.remove();
  for (const id of folds) countOn(id);
  for (const listener of [...lightListeners, ...foldListeners]) listener();
}

/**
 * Put on a card how many statements are folded into it.
 * @param {string} id
 */
function countOn(id) {
  const card = elements.get(statements.get(id)?.card ?? "");
  if (!card) return;
  const box = card.getBBox();
  const words = `+ ${branch(id).length} folded`;
  const width = 14 + words.length * 5.4;
  const plate = drawn("g", { class: "fold-count" });
  const corner = { x: box.x + box.width - width - 6, y: box.y + box.height - 5 };
  const shape = drawn("rect", { x: corner.x, y: corner.y, width, height: 18, rx: 9 });
  const text = drawn("text", { x: corner.x + width / 2, y: corner.y + 12.5, "text-anchor": "middle", "font-size": 10 });
  text.textContent = words;
  plate.append(shape, text);
  plate.addEventListener("click", (event) => {
    event.stopPropagation();
    toggleFold(id);
  });
  card.append(plate);
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
function drawn(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, `${value}`);
  return made;
}

/**
 * A button that folds a statement or unfolds it, and says which; nothing where there is nothing to fold.
 * @param {Statement} statement
 */
function foldButton({ id }) {
  const count = folds.has(id) ? 0 : branch(id).length;
  if (!count && !folds.has(id)) return null;
  const words = count ? `Fold what bears on it (${count})` : "Unfold what bears on it";
  return button(words, () => toggleFold(id), { class: "fold", "aria-keyshortcuts": "c" });
}

/** Have the button of the details say what it does now, and keep the keyboard on it. */
function showFoldButton() {
  const place = panel.querySelector(".folding"), statement = statements.get(selected ?? "");
  if (!place || !statement) return;
  const focused = place.contains(document.activeElement), fresh = foldButton(statement);
  place.replaceChildren(...(fresh ? [fresh] : []));
  if (focused) fresh?.focus();
}

function startFolding() {
  if (!picture) return;
  panelParts.push((statement) => picture === overview ? null : make("div", { class: "folding" }, foldButton(statement)));
  onFold(showFoldButton);
  onSelect((id) => {
    if (id !== null) unfoldTo(id);
  });
}
