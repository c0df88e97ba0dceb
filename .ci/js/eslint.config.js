// The page runs its script files one after the other in one function, so each sees what the others declare.
const js = require("@eslint/js");
const globals = require("globals");

module.exports = [
  {
    ...js.configs.recommended,
    languageOptions: { ecmaVersion: 2022, sourceType: "script", globals: globals.browser },
    rules: {
      ...js.configs.recommended.rules,
      "no-undef": "off", // tsc sees all files as one program
      "no-unused-vars": "off", // the same
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "what a map says is text: textContent or append" },
        { property: "outerHTML", message: "what a map says is text: textContent or append" },
        { property: "insertAdjacentHTML", message: "what a map says is text: textContent or append" },
        { object: "document", property: "write", message: "what a map says is text: textContent or append" },
      ],
      "max-lines": ["error", 600],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 16],
    },
  },
];
