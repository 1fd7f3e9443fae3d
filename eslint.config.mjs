import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

// What `.oxlintrc.json` has no rules for: how Office's objects are used, and what older browsers do not read.

export default tseslint.config(
  { ignores: ["**/*", "!src/**", "src/workbench/", "src/data/"] },
  {
    files: ["src/**/*.{ts,tsx}"],
    languageOptions: { parser: tseslint.parser },
    rules: {
      // WebKit before 16.4, on older Macs, takes it for a syntax error: the whole file is dead there.
      "no-restricted-syntax": [
        "error",
        ...[
          "Literal[regex.pattern=/\\(\\?<[=!]/]",
          "Literal[value=/\\(\\?<[=!]/]",
          "TemplateElement[value.raw=/\\(\\?<[=!]/]",
        ].map((selector) => ({
          selector,
          message: "No lookbehind in what ships: older Macs do not know it.",
        })),
      ],
    },
  },
  {
    files: ["src/excel/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/load-object-before-read": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
);
