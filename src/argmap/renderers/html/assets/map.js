// @ts-check
// The picture: moving about in it, and what of it is lit, dimmed or hidden.

const stage = byId("stage");
const sheet = byId("sheet");

/** The picture that is seen, and its size in its own units. */
let picture = /** @type {SVGSVGElement | null} */ (sheet.querySelector("svg"));
let size = { width: 0, height: 0 };

/** Where the picture's corner is on the stage, and how many pixels one of its units takes. */
const place = { x: 0, y: 0, scale: 1 };

/** @type {(() => void)[]} */
const moveListeners = [];

/** @type {(() => void)[]} */
const pictureListeners = [];

/** The elements of all pictures, by their names. @type {Map<string, SVGGElement>} */
const elements = new Map();

const LARGEST = 4;
const READABLE = 0.9;

/**
 * Be told whenever another picture is shown.
 * @param {() => void} listener
 */
function onPicture(listener) {
  pictureListeners.push(listener);
}

/**
 * Take in what a picture has, and make its cards buttons, one of which the tab key reaches.
 * @param {SVGSVGElement} made
 */
function takeIn(made) {
  const { width, height } = made.viewBox.baseVal;
  made.setAttribute("width", `${width}`);
  made.setAttribute("height", `${height}`);
  let stop = "0";
  for (const child of made.querySelectorAll("g[id]")) {
    elements.set(child.id, /** @type {SVGGElement} */ (child));
    if (!isCard(child.id)) continue;
    child.setAttribute("role", "button");
    child.setAttribute("tabindex", stop);
    stop = "-1";
  }
}

/**
 * Whether an element of a picture stands for a statement, or for a part of the map.
 * @param {string} name
 */
function isCard(name) {
  return byCard.has(name) || Object.hasOwn(facts.parts, name);
}

/**
 * Show a picture that was taken in.
 * @param {SVGSVGElement} made
 */
function show(made) {
  const { width, height } = made.viewBox.baseVal;
  picture = made;
  size = { width, height };
  sheet.style.width = `${width}px`;
  for (const listener of pictureListeners) listener();
}

/**
 * The name of the card that is seen for a statement: its own, or that of the part which holds it.
 * @param {string | null} id
 * @returns {string | undefined}
 */
function cardOf(id) {
  const statement = statements.get(id ?? "");
  if (!statement) return undefined;
  const names = [statement.card, `v-${statement.card}`, facts.within[statement.id]];
  return names.find((name) => name !== undefined && picture?.contains(elements.get(name) ?? null));
}

/** Whether a statement has a card of its own in the picture that is seen.
 * @param {string} id */
function isDrawn(id) {
  return byCard.get(cardOf(id) ?? "") === id;
}

/**
 * Be told whenever the picture moves.
 * @param {() => void} listener
 */
function onMove(listener) {
  moveListeners.push(listener);
}

/** @param {boolean} glide */
function moved(glide = false) {
  sheet.classList.toggle("gliding", glide);
  sheet.style.transform = `translate(${place.x}px, ${place.y}px) scale(${place.scale})`;
  for (const listener of moveListeners) listener();
}

/** How much of the stage's top is taken. */
function inset() {
  return byId("levels").hidden ? 0 : 44;
}

/** The scale at which all of the picture is seen. */
function fitting() {
  const height = stage.clientHeight - 24 - inset();
  return Math.min((stage.clientWidth - 24) / size.width, height / size.height, 1.25);
}

/** Show all of the picture. */
function fit() {
  if (!size.width || !stage.clientWidth) return;
  place.scale = fitting();
  place.x = (stage.clientWidth - size.width * place.scale) / 2;
  place.y = inset() + (stage.clientHeight - inset() - size.height * place.scale) / 2;
  moved(true);
}

/** Show where reading begins, as large as all of the picture allows or as it takes to be read. */
function begin() {
  if (!size.width || !stage.clientWidth) return;
  fit();
  if (place.scale >= 0.55) return;
  place.scale = Math.min(READABLE, Math.max(0.6, stage.clientWidth / size.width));
  const first = facts.statements.find((statement) => isDrawn(statement.id));
  const box = first && boxOf(cardOf(first.id) ?? "");
  if (box) {
    place.x = Math.min(24, 24 - (box.x - 12) * place.scale);
    place.y = Math.min(16 + inset(), stage.clientHeight / 3 - box.y * place.scale);
  }
  if (place.x < 24 && size.width * place.scale < stage.clientWidth) place.x = 12;
  moved();
}

/**
 * Zoom by a factor, so that a point of the stage stays where it is.
 * @param {number} factor
 * @param {number} x
 * @param {number} y
 */
function zoom(factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  const scale = Math.min(LARGEST, Math.max(Math.min(fitting(), 1) / 2, place.scale * factor));
  place.x = x - ((x - place.x) * scale) / place.scale;
  place.y = y - ((y - place.y) * scale) / place.scale;
  place.scale = scale;
  moved();
}

/**
 * The box of an element of the picture, in the picture's units.
 * @param {string} name
 * @returns {DOMRect | null}
 */
function boxOf(name) {
  const element = elements.get(name);
  const graph = picture?.querySelector("g");
  const matrix = graph?.transform.baseVal.consolidate()?.matrix;
  if (!element || !matrix || !picture?.contains(element)) return null;
  const box = element.getBBox();
  return new DOMRect(box.x + matrix.e, box.y + matrix.f, box.width, box.height);
}

/**
 * Bring a card into sight, and no more than that.
 * @param {string} name
 */
function reveal(name) {
  const box = boxOf(name);
  if (!box || !stage.clientWidth) return;
  const free = { width: stage.clientWidth, height: stage.clientHeight - covered() };
  if (place.scale < 0.5) {
    place.scale = READABLE;
    place.x = free.width / 2 - (box.x + box.width / 2) * place.scale;
    place.y = free.height / 2 - (box.y + box.height / 2) * place.scale;
  }
  place.x += outside(place.x + box.x * place.scale, box.width * place.scale, free.width);
  place.y += outside(place.y + box.y * place.scale, box.height * place.scale, free.height);
  moved(true);
}

/**
 * How far to move what reaches out of a span.
 * @param {number} start
 * @param {number} length
 * @param {number} room
 */
function outside(start, length, room) {
  const margin = Math.max(0, Math.min(40, (room - length) / 2));
  if (start < margin) return margin - start;
  return Math.min(0, room - margin - start - length);
}

/** How much of the stage's foot the panel covers, which it does on a narrow screen. */
function covered() {
  const panel = byId("panel");
  if (panel.hidden || getComputedStyle(panel).position !== "fixed") return 0;
  return Math.max(0, stage.getBoundingClientRect().bottom - panel.getBoundingClientRect().top);
}

/** Let the picture be dragged, pinched and zoomed by the wheel. */
function moveByHand() {
  /** @type {Map<number, {x: number, y: number}>} */
  const fingers = new Map();
  let travelled = 0;
  const spread = () => {
    const [one, other] = [...fingers.values()];
    return other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  };
  const middle = () => {
    const all = [...fingers.values()];
    const corner = stage.getBoundingClientRect();
    return {
      x: all.reduce((sum, { x }) => sum + x, 0) / all.length - corner.x,
      y: all.reduce((sum, { y }) => sum + y, 0) / all.length - corner.y,
    };
  };
  sheet.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (!fingers.size) travelled = 0;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  stage.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const [before, wide] = [middle(), spread()];
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const after = middle();
    travelled += Math.hypot(after.x - before.x, after.y - before.y);
    if (fingers.size === 1 && travelled < 5) return;
    if (!stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
    place.x += after.x - before.x;
    place.y += after.y - before.y;
    if (wide && spread()) zoom(spread() / wide, after.x, after.y);
    else moved();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    stage.addEventListener(end, (event) => fingers.delete(/** @type {PointerEvent} */ (event).pointerId));
  }
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const corner = stage.getBoundingClientRect();
    const lines = event.deltaMode ? 16 : 1;
    const step = Math.max(-120, Math.min(120, event.deltaY * lines));
    zoom(Math.exp(-step * (event.ctrlKey ? 0.01 : 0.002)), event.clientX - corner.x, event.clientY - corner.y);
  }, { passive: false });
  sheet.addEventListener("click", (event) => {
    if (travelled >= 5) return;
    const card = cardAt(event.target);
    choose(card);
  });
}

/**
 * Select the statement of a card, or show what a part of the map holds.
 * @param {string | null} card
 */
function choose(card) {
  const id = byCard.get(card ?? "");
  if (card === null || id !== undefined) select(id ?? null);
  else showPart(card);
}

/**
 * The name of the card that something of the picture belongs to.
 * @param {EventTarget | null} target
 * @returns {string | null}
 */
function cardAt(target) {
  for (let at = /** @type {Element | null} */ (target); at && at !== sheet; at = at.parentElement) {
    if (isCard(at.id)) return at.id;
  }
  return null;
}

/**
 * Have the tab key reach one card, and not those that it reached before.
 * @param {string} name
 */
function reach(name) {
  for (const other of sheet.querySelectorAll('[tabindex="0"]')) other.setAttribute("tabindex", "-1");
  elements.get(name)?.setAttribute("tabindex", "0");
}

/** What shows which statements are lit; `null` lights all. Later ones count only where no earlier one says something.
 * @type {(() => Set<string> | null)[]} */
const lights = [];

/** @type {(() => void)[]} */
const lightListeners = [];

/**
 * Be told whenever other cards are lit, or the colours change.
 * @param {() => void} listener
 */
function onLight(listener) {
  lightListeners.push(listener);
}

/** Dim what the first light that is on leaves dark. */
function light() {
  const lit = lights.reduce((/** @type {Set<string> | null} */ found, each) => found ?? each(), null);
  for (const [name, id] of byCard) elements.get(name)?.classList.toggle("dim", lit !== null && !lit.has(id));
  for (const [name, part] of Object.entries(facts.parts)) {
    elements.get(name)?.classList.toggle("dim", lit !== null && !part.statements.some((id) => lit.has(id)));
  }
  for (const relation of facts.relations) {
    const dim = lit !== null && !(lit.has(relation.on) && relation.premises.some((premise) => lit.has(premise)));
    for (const name of relation.elements) if (!byCard.has(name)) elements.get(name)?.classList.toggle("dim", dim);
  }
  for (const listener of lightListeners) listener();
}

/** What supports a statement in the end, what speaks directly against it, and what it leads to.
 * @param {string} id
 */
function chain(id) {
  const lit = new Set([id]);
  const down = [id];
  for (let at = down.pop(); at !== undefined; at = down.pop()) {
    for (const relation of bearing.get(at) ?? []) {
      if (relation.kind !== "support" && at !== id) continue;
      for (const premise of relation.premises) {
        if (lit.has(premise)) continue;
        lit.add(premise);
        if (relation.kind === "support") down.push(premise);
      }
    }
  }
  const up = [id];
  const above = new Set(up);
  for (let at = up.pop(); at !== undefined; at = up.pop()) {
    for (const { on } of starting.get(at) ?? []) {
      if (above.has(on)) continue;
      above.add(on);
      lit.add(on);
      up.push(on);
    }
  }
  return lit;
}

/** Mark the card of what is selected, or of the part which holds it. */
function markSelected() {
  for (const marked of sheet.querySelectorAll(".selected")) marked.classList.remove("selected");
  if (selected === null) return;
  const card = cardOf(selected);
  if (card !== undefined) elements.get(card)?.classList.add("selected");
  for (const [name, id] of Object.entries(facts.references)) {
    if (id === selected) elements.get(name)?.classList.add("selected");
  }
}

function startMap() {
  if (!picture) {
    document.documentElement.classList.add("no-picture");
    byId("notice").textContent = sheet.textContent;
    byId("notice").hidden = false;
    return;
  }
  takeIn(picture);
  show(picture);
  byId("zoom").hidden = false;
  byId("zoom-in").addEventListener("click", () => zoom(1.3));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  byId("zoom-fit").addEventListener("click", fit);
  moveByHand();
  lights.push(() => (selected === null ? null : chain(selected)));
  onSelect((id) => {
    if (id !== null && !isDrawn(id)) showWhole();
    markSelected();
    light();
    const card = cardOf(id);
    if (card === undefined) return;
    reach(card);
    requestAnimationFrame(() => reveal(card));
  });
  new ResizeObserver(() => moved()).observe(stage);
}
