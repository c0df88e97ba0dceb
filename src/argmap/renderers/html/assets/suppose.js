// @ts-check
// What a map says without some of its sources and statements: the labels that the library gives, found in the page.

/**
 * @typedef {object} Label What readers see of a statement.
 * @property {boolean} supported
 * @property {"accepted" | "undecided" | "rejected" | "unsupported"} standing
 * @property {string | null} grade The weakest link of its best line, objections left aside.
 * @property {string | null} ground The grade that is told: of what it stands on, or at best would.
 * @property {string[]} words
 */

const GRADES = ["independent", "unverified", "own word", "assumed", "disputed"];
const STANDINGS = /** @type {const} */ (["undecided", "accepted", "rejected"]);

/**
 * Tell what the map says without some sources and statements; a question has no label.
 *
 * @param {Program} program
 * @param {{sources?: Iterable<string>, statements?: Iterable<string>}} removed Their ids; others are passed over.
 * @returns {(Label | null)[]} By statement.
 */
function suppose(program, removed) {
  const lookups = lookupsOf(program);
  const support = supportOf(program, lookups, ratingsWithout(program, lookups, removed));
  const cited = wellFounded(program, lookups, support, OWN_WORD);
  const declared = wellFounded(program, lookups, support, ASSUMED);
  const granted = wellFounded(program, lookups, support, GRANTED);
  const upright = levelsOf(program, lookups, support, declared, [TRUE]);
  const unfallen = levelsOf(program, lookups, support, declared, [TRUE, UNDECIDED]);
  const contested = contestedOn(program, lookups, support, ASSUMED);
  const circular = circularOn(program, lookups, support, ASSUMED);
  const questions = new Set(program.questions);
  return program.ids.map((_, at) => {
    if (questions.has(at)) return null;
    const level = support.levels[at], supported = level <= ASSUMED;
    const standing = supported ? STANDINGS[declared.values[at]] : "unsupported";
    const grade = supported || level === DISPUTED ? GRADES[level] : null;
    const standsOn = { accepted: upright, undecided: unfallen, rejected: null, unsupported: null }[standing];
    const ground = standsOn ? GRADES[standsOn[at]] ?? null : grade;
    const words = standing === "accepted"
      ? remarks(granted.values[at] !== TRUE, contested.has(at), cited.values[at] !== TRUE)
      : [setBack(standing, circular.has(at), () => isToWeigh(program, lookups, support, declared, at))];
    if (ground === "own word" || ground === "disputed") words.push(ground);
    return { supported, standing, grade, ground, words };
  });
}

/**
 * What is said of a statement that is accepted.
 * @param {boolean} open
 * @param {boolean} isContested
 * @param {boolean} isConditional
 */
function remarks(open, isContested, isConditional) {
  const said = /** @type {const} */ ([["open challenge", open], ["contested", isContested], ["conditional", isConditional]]);
  return said.filter(([, holds]) => holds).map(([word]) => /** @type {string} */ (word));
}

/**
 * The word for a statement that is not accepted.
 * @param {string} standing
 * @param {boolean} isCircular
 * @param {() => boolean} isOpen whether a judgement is open
 */
function setBack(standing, isCircular, isOpen) {
  if (standing === "unsupported" && isCircular) return "circular";
  return standing === "undecided" && isOpen() ? "to weigh" : standing;
}

/**
 * Return the weakest link of each statement's best line of which each statement and step has one of some truths.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Support} support
 * @param {Model} model
 * @param {number[]} truths
 * @returns {number[]}
 */
function levelsOf(program, lookups, { ratings }, model, truths) {
  const isOn = (/** @type {number} */ rule) =>
    ratings[rule] <= model.limit && truths.includes(model.values[program.heads[rule]]) &&
    truths.includes(truthOf(program, lookups, model, rule));
  return supportOf(program, lookups, ratings.map((rating, rule) => (isOn(rule) ? rating : NEVER))).levels;
}

/**
 * Tell whether only a judgement is lacking: reasons for a statement stand, and nobody has weighed those against it.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Support} support
 * @param {Model} model
 * @param {number} statement An undecided one.
 * @returns {boolean}
 */
function isToWeigh(program, lookups, support, model, statement) {
  const honoured = (/** @type {number} */ rule) => support.ratings[rule] <= model.limit;
  const truth = (/** @type {number} */ rule) => truthOf(program, lookups, model, rule);
  const beaten = lookups.beatenOf.get(statement);
  const strikes = beaten === undefined ? [] : lookups.rulesFor[beaten].filter(honoured);
  const cons = strikes.filter((rule) => truth(rule) === UNDECIDED);
  return (
    lookups.rulesFor[statement].some((rule) => honoured(rule) && truth(rule) === TRUE) &&
    cons.every((rule) => isOpen(program, lookups, support, model, rule))
  );
}

/**
 * Tell whether what a rule is made from stands; that its conclusion is beaten is another matter.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Model} model
 * @param {number} rule
 * @returns {number}
 */
function truthOf(program, { statements }, { values }, rule) {
  const first = statements + program.beaten.length;
  const denied = program.negative[rule].filter((atom) => atom >= first);
  if (program.positive[rule].some((atom) => values[atom] === FALSE)) return FALSE;
  if (denied.some((atom) => values[atom] === TRUE)) return FALSE;
  const isOpen = (/** @type {number} */ atom) => values[atom] === UNDECIDED;
  return program.positive[rule].some(isOpen) || denied.some(isOpen) ? UNDECIDED : TRUE;
}

/**
 * Tell whether what a rule is made from stands, and only somebody's choice is open, whether it is outweighed.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Support} support
 * @param {Model} model
 * @param {number} rule
 * @returns {boolean}
 */
function isOpen(program, lookups, support, model, rule) {
  const { values } = model, negative = program.negative[rule];
  const cuts = lookups.statements + program.beaten.length, weighing = cuts + program.cut;
  const isChoice = (/** @type {number} */ atom) =>
    lookups.rulesFor[atom].some(
      (each) => support.ratings[each] <= model.limit && isLeftOpen(program, lookups, model, each),
    );
  return (
    program.positive[rule].every((atom) => values[atom] === TRUE) &&
    negative.every((atom) => atom < cuts || atom >= weighing || values[atom] === FALSE) &&
    negative.some((atom) => atom >= weighing && values[atom] === UNDECIDED && isChoice(atom))
  );
}

/**
 * Tell whether a rule leaves it open what outweighs what, and nothing else is open in it.
 *
 * @param {Program} program
 * @param {Lookups} lookups
 * @param {Model} model
 * @param {number} rule
 * @returns {boolean}
 */
function isLeftOpen(program, lookups, { values }, rule) {
  const compared = lookups.comparisons.get(rule);
  if (!compared) return program.made[rule] !== JUDGEMENT;
  const statement = program.heads[compared.pro];
  return (
    compared.open &&
    program.positive[rule].every((atom) => atom === statement || values[atom] === TRUE) &&
    program.negative[rule].every((atom) => values[atom] === FALSE)
  );
}
