// The order in which jest starts test files. What takes long starts first, so that in the end no core waits for another. Jest orders
// by how long each took the last time; a clone in which nothing ran yet has only this list to go by.
const { default: Sequencer } = require("@jest/test-sequencer");

/** Files and folders of `test` that take ten seconds and more, longest first. */
const long = [
  "excel/failures",
  "browser/pane/failures",
  "browser/workbench",
  "browser/host",
  "browser/pane/accessibility",
  "browser/saved",
  "browser/opening",
  "selfTest",
  "written-by-0.1.0/blocks",
  "excel/session/restore",
  "excel/found",
  "excel/inserting/large",
  "excel/refused",
  "browser",
  "dataset/figures/derived",
  "excel/half",
  "excel/reading/listBlocks",
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
