/**
 * In the place of `cjk-regex` in unit tests: Univer breaks lines by it as it draws, and reading it means reading a thousand files of
 * Unicode tables. Without a page nothing is drawn.
 */
const signs = { toRegExp: (): RegExp => /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/ };
export const all = (): typeof signs => signs;
export const letters = all;
export const punctuations = all;
