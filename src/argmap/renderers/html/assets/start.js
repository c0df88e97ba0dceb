// @ts-check
// Starting the page: first all parts, each by itself, then what its address leads to.

/** Start the page; should something be wrong, all that needs no script stays in sight. */
function start() {
  document.documentElement.classList.add("live");
  byId("tools").hidden = false;
  for (const part of [startMap, startMinimap, startPanel, startTexts, startLive, startTheme]) part();
  begin();
  takeUpPlace();
  selectByAddress();
  addEventListener("hashchange", selectByAddress);
}

try {
  start();
} catch (error) {
  document.documentElement.classList.remove("live");
  const notice = byId("notice");
  notice.textContent = `The page could not be started (${error}). The picture and the outline below hold all of it.`;
  notice.hidden = false;
}
