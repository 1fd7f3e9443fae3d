import fc from "fast-check";
import { every } from "./dealt";
import { seed } from "./seed";

test("Properties are tried with the same cases in every run, and with others by `npm run test:all`.", () => {
  expect(fc.readConfigureGlobal()).toEqual(every ? {} : { seed });
});
