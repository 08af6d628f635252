import js from "@eslint/js";
import globals from "globals";

/** The script is classic files on `window.geoPaint`; its tests are modules of node. */
export default [
  js.configs.recommended,
  {
    files: ["geo/**/*.js"],
    languageOptions: { sourceType: "script", globals: { ...globals.browser, L: "readonly" } },
    rules: {
      "array-callback-return": "error",
      complexity: ["error", 12],
      curly: ["error", "multi"],
      eqeqeq: "error",
      "max-lines": ["error", 280],
      "max-lines-per-function": ["off"],
      "no-implicit-globals": "error",
      "no-shadow": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      strict: ["error", "global"],
    },
  },
  { files: ["tests/script/**/*.mjs", "eslint.config.mjs"], languageOptions: { globals: globals.node } },
  { ignores: [".venv/", "mutants/", "benchmarks/", "build/"] },
];
