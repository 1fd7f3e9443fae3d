// Univer's CommonJS build requires lodash-es, some 600 files of ES modules: jest gets lodash itself, the same functions.
jest.mock("lodash-es", () => jest.requireActual<object>("lodash"));
// To break lines as it draws, it also requires a package that reads a thousand files of Unicode tables; without a page
// nothing is drawn.
jest.mock("cjk-regex", () => {
  const signs = { toRegExp: () => /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/ };
  return { all: () => signs, letters: () => signs, punctuations: () => signs };
});
