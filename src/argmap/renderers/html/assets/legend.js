// @ts-check
// The legend, which is shown over the picture when it is asked for.

const legend = document.getElementById("legend");

/** @param {boolean} open */
function showLegend(open) {
  document.documentElement.classList.toggle("with-legend", open);
  byId("legend-button").setAttribute("aria-expanded", `${open}`);
}

function isLegendShown() {
  return document.documentElement.classList.contains("with-legend");
}

function startLegend() {
  const opener = byId("legend-button");
  opener.hidden = !legend;
  if (!legend) return;
  for (const svg of legend.querySelectorAll("svg")) svg.setAttribute("focusable", "false");
  const close = button("×", () => {
    showLegend(false);
    opener.focus();
  }, { class: "plain close", "aria-label": "Close the legend" });
  legend.querySelector("h2")?.after(close);
  opener.addEventListener("click", () => showLegend(!isLegendShown()));
  SHORTCUTS.l = () => showLegend(!isLegendShown());
  KEYS.push(["l", "the legend: what the signs of the picture mean"]);
}
