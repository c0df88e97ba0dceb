// @ts-check
// How statements are supported at best, objections left aside, without what is taken away.

/**
 * @typedef {object} Support How each statement is supported at best.
 * @property {number[]} ratings By rule: the level of its ground as it is supposed.
 * @property {number[]} levels By statement: the weakest link of its best line.
 * @property {number[]} via By statement: the rule that closes that line, or -1.
 */

/**
 * Drop every ground of some sources, and every ground and support of some statements. A leaf that loses its last
 * citation with a source is an uncited leaf; a statement that is dropped is none.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {{sources?: Iterable<string>, statements?: Iterable<string>}} removed
 * @returns {number[]} By rule: the level of its ground.
 */
function ratingsWithout(program, lookups, removed) {
  const sources = new Set(removed.sources ?? []), statements = new Set(removed.statements ?? []);
  const ratings = program.levels.slice();
  /** @type {Set<number>} */
  const heads = new Set();
  program.heads.forEach((head, rule) => {
    const compared = lookups.comparisons.get(rule);
    const from = compared ? [compared.pro, compared.con] : [rule];
    if (from.some((each) => program.cited[each] >= 0 && sources.has(program.sources[program.cited[each]]))) {
      ratings[rule] = DROPPED;
      heads.add(head);
    }
  });
  for (const head of heads) if (head < lookups.statements) grantLeaf(program, lookups, ratings, head);
  program.ids.forEach((id, at) => {
    if (statements.has(id)) for (const rule of lookups.rulesFor[at]) ratings[rule] = DROPPED;
  });
  return ratings;
}

/**
 * Make a statement that has lost its last citation an uncited leaf, in comparisons too.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {number[]} ratings
 * @param {number} statement
 */
function grantLeaf(program, lookups, ratings, statement) {
  const rules = lookups.rulesFor[statement];
  if (rules.some((rule) => ratings[rule] < NEVER)) return;
  const leaf = rules.find((rule) => program.made[rule] === LEAF);
  if (leaf === undefined) return;
  ratings[leaf] = GRANTED;
  for (const rule of lookups.rulesWith[statement]) {
    if (lookups.comparisons.get(rule)?.pro === leaf && ratings[rule] !== DROPPED) ratings[rule] = GRANTED;
  }
}

/**
 * Propagate grounds along supports, best level first; objections are left aside.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {number[]} ratings
 * @returns {Support}
 */
function supportOf(program, { statements, rulesWith }, ratings) {
  const { heads, positive } = program;
  const waiting = ratings.map((rating, rule) => (rating < NEVER ? positive[rule].length : -1));
  const levels = new Array(statements).fill(NEVER), via = new Array(statements).fill(-1);
  /** @type {number[][]} */
  const queues = Array.from({ length: NEVER }, () => []);
  heads.forEach((head, rule) => {
    if (head < statements && ratings[rule] < NEVER && !positive[rule].length) queues[ratings[rule]].push(rule);
  });
  queues.forEach((queue, level) => {
    for (const rule of queue) {
      const head = heads[rule];
      if (levels[head] < NEVER) continue;
      levels[head] = level;
      via[head] = rule;
      for (const following of rulesWith[head]) {
        waiting[following] -= 1;
        if (waiting[following] === 0 && heads[following] < statements) queue.push(following);
      }
    }
  });
  return { ratings, levels, via };
}

/**
 * Return the statements that something supported attacks, themselves or on a line that supports them.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Support} support
 * @param {number} limit
 * @returns {Set<number>}
 */
function contestedOn(program, lookups, support, limit) {
  const { heads, positive } = program, { statements } = lookups;
  const lives = heads.map(
    (_, rule) => support.ratings[rule] <= limit && positive[rule].every((atom) => support.levels[atom] <= limit),
  );
  /** @type {Set<number>} */
  const struck = new Set();
  heads.forEach((head, rule) => {
    if (lives[rule] && head >= statements && program.made[rule] !== DEMAND) struck.add(head);
  });
  const found = new Set(program.beaten.filter((_, number) => struck.has(statements + number)));
  for (const atom of struck) {
    for (const rule of lookups.rulesWithout[atom]) if (lives[rule] && heads[rule] < statements) found.add(heads[rule]);
  }
  for (const at of found) {
    for (const rule of lookups.rulesWith[at]) if (lives[rule] && heads[rule] < statements) found.add(heads[rule]);
  }
  return found;
}

/**
 * Return the statements that are supported only by going round, or by what is.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Support} support
 * @param {number} limit
 * @returns {Set<number>}
 */
function circularOn(program, lookups, support, limit) {
  const { heads, positive } = program;
  /** @type {Map<number, number>} */
  const open = new Map();
  support.levels.forEach((level, at) => {
    if (level > limit) open.set(at, 0);
  });
  heads.forEach((head, rule) => {
    const count = open.get(head);
    if (count !== undefined && positive[rule].length) open.set(head, count + 1);
  });
  const struck = [...open.keys()].filter((at) => !open.get(at));
  const dead = new Set();
  for (const at of struck) {
    for (const rule of lookups.rulesWith[at]) {
      const count = open.get(heads[rule]);
      if (count === undefined || dead.has(rule)) continue;
      dead.add(rule);
      open.set(heads[rule], count - 1);
      if (count === 1) struck.push(heads[rule]);
    }
  }
  return new Set([...open.keys()].filter((at) => open.get(at)));
}
