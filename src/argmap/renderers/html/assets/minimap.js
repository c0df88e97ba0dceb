// @ts-check
// The whole picture, small, with a frame around what is in sight.

function startMinimap() {
  const canvas = /** @type {HTMLCanvasElement} */ (byId("minimap"));
  const brush = canvas.getContext("2d");
  if (!picture || !brush) return;
  const scale = Math.min(176 / size.width, 132 / size.height);
  const [width, height] = [Math.ceil(size.width * scale), Math.ceil(size.height * scale)];
  const dots = Math.min(2, window.devicePixelRatio || 1);
  canvas.width = width * dots;
  canvas.height = height * dots;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const cards = facts.statements.map(({ card, kind }) => ({ card, kind, box: boxOf(card) }));

  const draw = () => {
    const seen = stage.clientWidth >= size.width * place.scale && stage.clientHeight >= size.height * place.scale;
    canvas.hidden = seen;
    if (seen) return;
    const style = getComputedStyle(document.documentElement);
    brush.setTransform(dots * scale, 0, 0, dots * scale, 0, 0);
    brush.clearRect(0, 0, size.width, size.height);
    for (const { card, kind, box } of cards) {
      if (!box) continue;
      const classes = elements.get(card)?.classList;
      brush.globalAlpha = classes?.contains("folded") ? 0 : classes?.contains("dim") ? 0.25 : 0.75;
      brush.fillStyle = style.getPropertyValue(`--${kind}`);
      brush.fillRect(box.x, box.y, box.width, box.height);
    }
    brush.globalAlpha = 1;
    brush.strokeStyle = style.getPropertyValue("--text");
    brush.lineWidth = 1.5 / scale;
    brush.strokeRect(
      -place.x / place.scale, -place.y / place.scale, stage.clientWidth / place.scale, stage.clientHeight / place.scale,
    );
  };
  let waiting = false;
  const drawSoon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  };
  onMove(drawSoon);
  onSelect(drawSoon);
  onLight(drawSoon);
  const centre = (/** @type {PointerEvent} */ event) => {
    const corner = canvas.getBoundingClientRect();
    place.x = stage.clientWidth / 2 - ((event.clientX - corner.x) / scale) * place.scale;
    place.y = stage.clientHeight / 2 - ((event.clientY - corner.y) / scale) * place.scale;
    moved();
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    centre(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) centre(event);
  });
}
