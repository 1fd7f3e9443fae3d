import { openFurnished, test1 } from "./excels";
test.each([["strict" as const]])("%s", async (rules) => {
  const excel = await openFurnished(undefined, { rules });
  const tested = await test1();
  console.log(tested.text.en);
  excel.dispose();
});
