// @ts-check
// Starting the page: its parts, then what its address leads to.

const PARTS = [
  startFolding, startMap, startLevels, startMinimap, startPanel, startLegend, startTexts, startSearch, startFilters, startOutline, startWhatif,
  startSummary, startLive, startTheme, startKeys,
];

/** Start the page; should something be wrong, all that needs no script stays in sight. */
function start() {
  document.documentElement.classList.add("live");
  for (const name of ["tools", "outline-close"]) byId(name).hidden = false;
  for (const part of PARTS) part();
  begin();
  takeUpPlace();
  selectByAddress();
  addEventListener("scroll", () => scrollTo(0, 0)); // a browser scrolls to what an address names, which is moved there
  addEventListener("hashchange", selectByAddress);
}

try {
  start();
} catch (error) {
  document.documentElement.classList.remove("live");
  byId("tools").hidden = true;
  const notice = byId("notice");
  notice.textContent = `The page could not be started (${error}). The picture and the outline below hold all of it.`;
  notice.hidden = false;
}
