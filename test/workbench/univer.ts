// Univer's CommonJS build requires lodash-es, some 600 files of ES modules: jest gets lodash itself, the same functions.
jest.mock("lodash-es", () => jest.requireActual<object>("lodash"));
// It also requires, for breaking lines as it draws, what reads a thousand files of Unicode's tables: without a page nothing is drawn.
jest.mock("cjk-regex", () => {
  const signs = { toRegExp: () => /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/ };
  return { all: () => signs, letters: () => signs, punctuations: () => signs };
});
