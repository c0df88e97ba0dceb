// @ts-check
// What has changed since it was recorded or reviewed, at a statement and below it.

const MOST_CHANGES = 5;

/**
 * The ways from a statement down to what has changed below it, the nearest first.
 * @param {string} id
 */
function waysToChanges(id) {
  /** @type {Map<string, string | null>} */
  const above = new Map([[id, null]]);
  /** @type {string[][]} */
  const found = [];
  for (const each of above.keys()) { // those that are added meanwhile too
    if (statements.get(each)?.changed.length) found.push(wayUp(each, above));
    for (const relation of bearing.get(each) ?? []) {
      for (const premise of relation.premises) if (!above.has(premise)) above.set(premise, each);
    }
  }
  return found;
}

/**
 * The ids from a statement up to where a search began.
 * @param {string} id
 * @param {Map<string, string | null>} above
 */
function wayUp(id, above) {
  const way = [id];
  for (let next = above.get(id); next; next = above.get(next)) way.push(next);
  return way;
}

/**
 * What has changed at the first of some statements, each of which bears on the next.
 * @param {string[]} way
 */
function changePart(way) {
  const at = /** @type {Statement} */ (statements.get(way[0]));
  const below = way.length > 1;
  return at.changed.map(({ passage, told }) => {
    const what = passage ? (below ? "A passage that it rests on" : "A passage of it") : below ? "What it rests on" : "It";
    const reviewed = !passage || statements.get(/** @type {string} */ (way.at(-1)))?.reviewed;
    const head = make("p", {}, make("b", {}, `${what} has changed since it was ${reviewed ? "reviewed" : "recorded"}: `), own(told));
    return make("div", { class: "finding error change" }, head, ...(below ? way.slice(0, -1).map(leadTo) : []));
  });
}

/** @param {Statement} statement */
function changedPart(statement) {
  const ways = waysToChanges(statement.id);
  const shown = ways.slice(0, MOST_CHANGES).flatMap(changePart);
  const more = ways.length - MOST_CHANGES;
  if (more > 0) shown.push(make("p", { class: "muted" }, `and ${counted(more, "more statement")} below it that changed`));
  return section("What has changed", shown);
}
