const { readdirSync } = require("node:fs");
const { join } = require("node:path");

/**
 * Imports run one way: data <- dataset <- functions <- workbook <- userTables, sheets, review <- excel <- selfTest <- taskpane, commands.
 * The workbench imports none of them: it meets the add-in only through Office.js, as Excel does.
 */
const domain = ["data", "dataset", "functions"];
const aboveContract = [...domain, "workbook"];
const mayImport = {
  data: [],
  dataset: ["data"],
  functions: ["data", "dataset"],
  workbook: domain,
  userTables: aboveContract,
  sheets: aboveContract,
  review: aboveContract,
  excel: [...aboveContract, "userTables", "sheets", "review"],
  selfTest: [...aboveContract, "sheets", "excel"],
  taskpane: [...aboveContract, "userTables", "sheets", "review", "excel", "selfTest"],
  commands: [...aboveContract, "userTables", "sheets", "review", "excel", "taskpane"],
  workbench: [],
};

const folders = Object.keys(mayImport);
for (const folder of readdirSync(join(__dirname, "src"), { withFileTypes: true })) {
  if (folder.isDirectory() && !folders.includes(folder.name)) {
    throw new Error(
      `src/${folder.name} has no place in the layers: name what it may import in .dependency-cruiser.cjs`,
    );
  }
}

const layers = folders.map((folder) => ({
  name: `src/${folder} may not import this: see the order of the layers in .dependency-cruiser.cjs`,
  severity: "error",
  comment: `src/${folder} may import ${mayImport[folder].map((other) => `src/${other}`).join(", ") || "no other folder of src"}.`,
  from: { path: `^src/${folder}/` },
  to: { path: "^src/", pathNot: `^src/(${[folder, ...mayImport[folder]].join("|")})/` },
}));

/**
 * No file imports itself by way of others, type imports included: whoever reads one file can read what it needs
 * before it, in some order. And imports run one way through the folders. `npm run lint` runs it.
 */
module.exports = {
  forbidden: [
    {
      name: "no-circle",
      severity: "error",
      comment: "Put what both files need into a third, or hand it in.",
      from: {},
      to: { circular: true },
    },
    ...layers,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.(css|html)$" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".d.ts", ".mjs", ".js"] },
  },
};
