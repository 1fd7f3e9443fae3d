import tseslint from "typescript-eslint";
import officeAddins from "eslint-plugin-office-addins";

const hosts = ["Excel", "Office", "OfficeExtension", "CustomFunctions"];
const noHost = (names) => ({
  "no-restricted-globals": [
    "error",
    ...names.map((name) => ({
      name,
      message: `${name} is not known in this layer; see the rooms in CONTRIBUTING.md.`,
    })),
  ],
});

export default tseslint.config(
  {
    ignores: [
      ".cache/",
      "dist/",
      "build/",
      "coverage/",
      "node_modules/",
      "src/data/dataset.ts",
      "src/data/copies.ts",
      "src/data/details.ts",
    ],
  },
  ...tseslint.configs.recommended,
  {
    plugins: { "office-addins": officeAddins },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/no-explicit-any": "error",
      "no-console": "error",
      eqeqeq: "error",
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/workbench/**", "src/data/**"],
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
    rules: {
      "office-addins/load-object-before-read": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/{data,dataset,userTables,workbook,sheets,review}/**/*.{ts,tsx}"],
    rules: noHost([...hosts, "window", "document"]),
  },
  { files: ["src/{taskpane,commands}/**/*.{ts,tsx}"], rules: noHost(["Excel"]) },
  { files: ["src/workbench/**/*.{ts,tsx}"], rules: noHost(hosts) },
  {
    files: [
      "src/data/build.ts",
      "src/workbench/server/**/*.ts",
      "assets/**/*.ts",
      "test/**/*.ts",
      ".ci/**/*.{mjs,ts}",
    ],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.{js,cjs}"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
