// @ts-check
// Making elements; whatever is put into one is text.

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element ${id}`);
  return found;
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string | null | undefined)[]} children
 * @returns {HTMLElement}
 */
function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const child of children) if (child !== null && child !== undefined && child !== "") made.append(child);
  return made;
}

/**
 * Text in its own direction of writing.
 * @param {string} words
 * @param {Record<string, string>} attributes
 */
function own(words, attributes = {}) {
  return make("bdi", attributes, words);
}

/**
 * A sentence in which what stands in quotation marks has its own direction of writing.
 * @param {string} sentence
 */
function isolated(sentence) {
  return sentence.split(/(?<=“)([^”]*)(?=”)/).map((part, place) => (place % 2 ? own(part) : part));
}

/**
 * @param {Node | string} label
 * @param {() => void} act
 * @param {Record<string, string>} attributes
 */
function button(label, act, attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", act);
  return made;
}

/**
 * A link to the web, or the words alone where the address is none.
 * @param {string | null} href
 * @param {string} words
 */
function link(href, words) {
  if (!href || !/^https?:\/\//i.test(href)) return own(words);
  return make("a", { href, rel: "noreferrer noopener", target: "_blank" }, own(words));
}

/**
 * @param {number} number
 * @param {string} noun
 */
function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
