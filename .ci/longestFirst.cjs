// The order in which jest starts test files. What takes long starts first, so that in the end no core waits for another. Jest orders
// by how long each took the last time; a clone in which nothing ran yet has only this list to go by.
const { default: Sequencer } = require("@jest/test-sequencer");

/** Files and folders of `test` that take eight seconds and more, longest first. */
const long = [
  "browser/pane/failures",
  "browser/by-hand",
  "excel/failures",
  "browser/workbench",
  "browser/pane/accessibility",
  "browser/opening",
  "browser/grid",
  "browser/pane/build",
  "browser/host/functions",
  "written-by-0.1.0/blocks",
  "excel/session/restore",
  "browser",
  "selfTest",
  "excel/inserting/planted",
  "excel/refused",
  "functions/fuzz",
  "excel/inserting/updating",
  "excel/findingBlocks",
  "excel/inserting",
];

const rank = ({ path }) => {
  const file = path.replaceAll("\\", "/");
  const found = long.findIndex((start) => file.includes(`/test/${start}`));
  return found < 0 ? long.length : found;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const usual = super.sort(tests);
    return usual.some(({ duration }) => duration > 0)
      ? usual
      : usual.sort((one, other) => rank(one) - rank(other));
  }
};
