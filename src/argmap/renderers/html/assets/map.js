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
/** The smallest scale at which texts are read with ease. */
const READABLE = 0.8;

/** What put the picture where it is: the page when it began, a choice of what to see, or the reader's hand.
 * @type {"start" | "choice" | "hand"} */
let placedBy = "start";

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

/** The part of the stage that nothing lies over. */
function room() {
  return { width: stage.clientWidth, height: stage.clientHeight - covered() };
}

/**
 * The scale at which a part of the picture fills the stage.
 * @param {{width: number, height: number}} part
 * @param {number} margin
 */
function filling(part, margin) {
  const { width, height } = room();
  return Math.min((width - margin) / part.width, (height - margin) / part.height);
}

/** The scale at which all of the picture is seen. */
function fitting() {
  return Math.min(filling(size, 24), 1.25);
}

/** Show all of the picture. */
function fit() {
  placedBy = "choice";
  if (!size.width || !stage.clientWidth) return;
  place.scale = fitting();
  place.x = (stage.clientWidth - size.width * place.scale) / 2;
  place.y = (room().height - size.height * place.scale) / 2;
  moved(true);
}

/** Show all of the picture if it can be read then, or else a conclusion and what bears on it. */
function begin() {
  if (!size.width || !stage.clientWidth) return;
  fit();
  placedBy = "start";
  if (place.scale >= READABLE) return;
  const drawn = facts.statements.filter((statement) => isDrawn(statement.id));
  const first = drawn.find((statement) => statement.kind === "recommendation") ?? drawn[0];
  const boxes = first ? [cardOf(first.id) ?? "", ...bearers(first.id)].map(boxOf).filter((box) => box !== null) : [];
  if (!boxes.length) return;
  const part = together(boxes, READABLE);
  place.scale = Math.max(READABLE, Math.min(1, filling(part, 48)));
  place.x = centred(part.x + part.width / 2, size.width, room().width);
  place.y = centred(part.y + part.height / 2, size.height, room().height);
  moved();
}

/**
 * Where a side of the picture begins so that a point of it is in the middle of the stage, or as near to it as can be
 * without leaving room beside the picture.
 * @param {number} point
 * @param {number} length of the picture
 * @param {number} space of the stage
 */
function centred(point, length, space) {
  const long = length * place.scale, margin = 12;
  if (long + 2 * margin <= space) return (space - long) / 2;
  return Math.min(margin, Math.max(space - margin - long, space / 2 - point * place.scale));
}

/**
 * The cards of what bears directly on a statement, as they stand beside it.
 * @param {string} id
 */
function bearers(id) {
  return (bearing.get(id) ?? []).flatMap((relation) => {
    const references = relation.elements.filter((name) => picture?.contains(elements.get(name) ?? null) && byCard.has(name));
    const told = new Set(references.map((name) => byCard.get(name)));
    return [...references, ...relation.premises.filter((premise) => !told.has(premise)).map((premise) => cardOf(premise) ?? "")];
  });
}

/**
 * The cards to be seen with a statement: of what bears on it, or where nothing does, of what it bears on.
 * @param {string} id
 */
function beside(id) {
  const found = bearers(id);
  return found.length ? found : (starting.get(id) ?? []).map((relation) => cardOf(relation.on) ?? "");
}

/**
 * The box around a card and as many of those beside it as the stage has room for, the nearest first.
 * @param {DOMRect[]} boxes the card's own first
 * @param {number} scale how small they may be
 */
function together([own, ...others], scale) {
  const far = (/** @type {DOMRect} */ box) => Math.hypot(box.x + box.width / 2 - own.x - own.width / 2, box.y - own.y);
  return others.sort((one, other) => far(one) - far(other)).reduce((part, box) => {
    const x = Math.min(part.x, box.x), y = Math.min(part.y, box.y);
    const both = new DOMRect(x, y, Math.max(part.right, box.right) - x, Math.max(part.bottom, box.bottom) - y);
    return filling(both, 48) >= scale ? both : part;
  }, own);
}

/**
 * Zoom by a factor, so that a point of the stage stays where it is.
 * @param {number} factor
 * @param {number} x
 * @param {number} y
 */
function zoom(factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  const scale = Math.min(LARGEST, Math.max(Math.min(fitting(), 1) / 2, place.scale * factor));
  placedBy = "hand";
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
  if (!box.width) return null;
  return new DOMRect(box.x + matrix.e, box.y + matrix.f, box.width, box.height);
}

/**
 * Bring a card into sight, with as many others as can be read beside it: into the middle if it was not to be read where it
 * is, and else no further than that takes.
 * @param {string} name
 * @param {string[]} others
 */
function reveal(name, others = []) {
  const own = boxOf(name);
  if (!own || !stage.clientWidth) return;
  const isFar = place.scale < READABLE || apart(own).some((way) => way !== 0);
  const part = together([own, ...others.map(boxOf).filter((box) => box !== null)], READABLE), { width, height } = room();
  place.scale = Math.max(READABLE, Math.min(place.scale < READABLE ? 1 : place.scale, filling(part, 48)));
  if (isFar) {
    place.x = width / 2 - (part.x + part.width / 2) * place.scale;
    place.y = height / 2 - (part.y + part.height / 2) * place.scale;
  }
  const [across, down] = apart(part);
  place.x += across;
  place.y += down;
  placedBy = "choice";
  moved(true);
}

/**
 * How far the picture is to be moved, across and down, for a part of it to be in sight.
 * @param {DOMRect} part
 */
function apart(part) {
  const { width, height } = room(), { x, y, scale } = place;
  return [outside(x + part.x * scale, part.width * scale, width), outside(y + part.y * scale, part.height * scale, height)];
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

/** How much of the stage's foot the details or the texts cover, which they do on a narrow screen. */
function covered() {
  const foot = stage.getBoundingClientRect().bottom;
  const sheets = [panel, texts].flatMap((part) => (part && getComputedStyle(part).position === "fixed" ? [part] : []));
  return Math.max(0, ...sheets.map((part) => (part.offsetHeight ? foot - part.getBoundingClientRect().top : 0)));
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
    placedBy = "hand";
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
  byId("dock").hidden = false;
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
    requestAnimationFrame(() => reveal(card, beside(id ?? "")));
  });
  stayInPlace();
}

/** Have the picture stay where it is on the screen when something opens above it, and in sight when the stage changes. */
function stayInPlace() {
  let { top } = stage.getBoundingClientRect();
  new ResizeObserver(() => {
    const now = stage.getBoundingClientRect().top;
    place.y -= now - top;
    top = now;
    const card = cardOf(selected);
    if (placedBy === "start") begin();
    else if (card !== undefined) reveal(card, beside(selected ?? ""));
    else moved();
  }).observe(stage);
}
