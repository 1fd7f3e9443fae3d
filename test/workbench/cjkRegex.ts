/**
 * Takes the place of `cjk-regex` in unit tests. Univer breaks lines by it when it draws, which it does not without a page; and the
 * real one reads a thousand files of Unicode tables.
 */
const signs = { toRegExp: (): RegExp => /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/ };
export const all = (): typeof signs => signs;
export const letters = all;
export const punctuations = all;
