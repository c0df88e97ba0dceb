// @ts-check
// Showing the page anew when a file has changed, where `argmap view` serves it.

const server = document.querySelector('meta[name="argmap-changes"]')?.getAttribute("content");

const TRIES = 3;
const PAUSE = 1000;

/**
 * Ask the server whether something has changed since it made this page, until it has; it answers when it knows.
 * @param {string} address
 * @returns {Promise<boolean>} whether something has changed; if not, there is no server any more
 */
async function changes(address) {
  for (let failures = 0; failures < TRIES; ) {
    try {
      const answer = await fetch(address);
      if ((await answer.json()).changed) return true;
      failures = 0;
    } catch {
      failures += 1;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  return false;
}

/**
 * Show the page anew whenever something has changed; say so when there is no server any more.
 * @param {HTMLElement | null} notice
 * @param {() => void} leaving
 */
async function follow(notice, leaving = () => {}) {
  if (!server) return;
  if (await changes(server)) {
    leaving();
    location.reload();
  } else if (notice) {
    notice.textContent = "argmap view has ended: this page shows what was there last.";
    notice.hidden = false;
  }
}
