// @ts-check
// The whole picture, small, with a frame around what is in sight.

const minimap = /** @type {HTMLCanvasElement} */ (byId("minimap"));
const WIDEST = 176;
const HIGHEST = 132;

/** Which picture it is, how small it is there, and where its cards are.
 * @type {{of: SVGSVGElement | null, scale: number, cards: {name: string, kind: string, box: DOMRect}[]}} */
const small = { of: null, scale: 1, cards: [] };

/** Take the measures of the picture that is seen, unless they are known. */
function measure() {
  if (small.of === picture) return;
  small.of = picture;
  small.scale = Math.min(WIDEST / size.width, HIGHEST / size.height);
  const [width, height] = [Math.ceil(size.width * small.scale), Math.ceil(size.height * small.scale)];
  minimap.width = width * dots();
  minimap.height = height * dots();
  minimap.style.width = `${width}px`;
  minimap.style.height = `${height}px`;
  const drawn = [...byCard].map(([name, id]) => ({ name, kind: statements.get(id)?.kind ?? "claim" }));
  const parts = Object.keys(facts.parts).map((name) => ({ name, kind: "section-title" }));
  small.cards = [...drawn, ...parts].flatMap(({ name, kind }) => {
    const box = boxOf(name);
    return box ? [{ name, kind, box }] : [];
  });
}

/** How many dots of the screen a pixel has. */
function dots() {
  return Math.min(2, window.devicePixelRatio || 1);
}

/** The corners of the stage, and how far the small picture is from its sides. */
const CORNERS = [["left", "bottom"], ["right", "bottom"], ["left", "top"], ["right", "top"]];
const ASIDE = 12;

/** Put the small picture into a corner of the stage where it covers no card that is lit; tell whether there is one. */
function putAside() {
  const [width, height] = [parseFloat(minimap.style.width) + ASIDE, parseFloat(minimap.style.height) + ASIDE];
  const lit = small.cards.filter(({ name }) => !elements.get(name)?.matches(".dim, .folded"));
  const shown = lit.map(({ box }) => new DOMRect(
    place.x + box.x * place.scale, place.y + box.y * place.scale, box.width * place.scale, box.height * place.scale));
  const free = CORNERS.find(([side, end]) => {
    const left = side === "left" ? 0 : stage.clientWidth - width, top = end === "top" ? 0 : stage.clientHeight - height;
    return !shown.some((box) => box.right > left && box.left < left + width && box.bottom > top && box.top < top + height);
  });
  const corner = free ?? CORNERS[0];
  for (const side of ["left", "right", "top", "bottom"]) minimap.style.setProperty(side, corner.includes(side) ? `${ASIDE}px` : "auto");
  return Boolean(free);
}

/** @param {CanvasRenderingContext2D} brush */
function drawMinimap(brush) {
  measure();
  const isAside = placedBy === "hand" || putAside();
  minimap.hidden = !isAside || stage.clientWidth >= size.width * place.scale && stage.clientHeight >= size.height * place.scale;
  if (minimap.hidden) return;
  const style = getComputedStyle(document.documentElement);
  const fine = dots() * small.scale;
  brush.setTransform(fine, 0, 0, fine, 0, 0);
  brush.clearRect(0, 0, size.width, size.height);
  for (const { name, kind, box } of small.cards) {
    const classes = elements.get(name)?.classList;
    if (classes?.contains("folded")) continue;
    brush.globalAlpha = classes?.contains("dim") ? 0.25 : 0.75;
    brush.fillStyle = style.getPropertyValue(`--${kind}`);
    brush.fillRect(box.x, box.y, box.width, box.height);
  }
  brush.globalAlpha = 1;
  brush.strokeStyle = style.getPropertyValue("--text");
  brush.lineWidth = 1.5 / small.scale;
  brush.strokeRect(
    -place.x / place.scale, -place.y / place.scale, stage.clientWidth / place.scale, stage.clientHeight / place.scale,
  );
}

/**
 * Bring what a point of the small picture shows into the middle.
 * @param {PointerEvent} event
 */
function centreOn(event) {
  const corner = minimap.getBoundingClientRect();
  place.x = stage.clientWidth / 2 - ((event.clientX - corner.x) / small.scale) * place.scale;
  place.y = stage.clientHeight / 2 - ((event.clientY - corner.y) / small.scale) * place.scale;
  moved();
}

function startMinimap() {
  const brush = minimap.getContext("2d");
  if (!picture || !brush) return;
  let waiting = false;
  const drawSoon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      drawMinimap(brush);
    });
  };
  for (const listen of [onMove, onSelect, onLight, onPicture]) listen(drawSoon);
  minimap.addEventListener("pointerdown", (event) => {
    minimap.setPointerCapture(event.pointerId);
    centreOn(event);
  });
  minimap.addEventListener("pointermove", (event) => {
    if (minimap.hasPointerCapture(event.pointerId)) centreOn(event);
  });
}
