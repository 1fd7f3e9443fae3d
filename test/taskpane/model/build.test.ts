import { english, withComma } from "../../../src/functions/formula/pieces";
import {
  buildOf,
  callsIn,
  followed,
  formulaOf,
  isChanged,
  localFormula,
  readBuild,
  separatorsOf,
  type Build,
} from "../../../src/taskpane/model/build";
import { otherCall, otherFunction } from "../../../src/taskpane/model/switching";
import type { Selected } from "../../../src/workbook/api";

const nested = '=LET( x , ECOM.GROWTH( "digital" ,B1), IF(x>0.5,x,-ECOM.VALUE("total",,"billion"))) ';
const selected = (formula: string, more: Partial<Selected> = {}): Selected => ({
  sheet: "Sheet1",
  address: "B3",
  formula,
  value: 0,
  ...more,
});
const read = (formula: string, call = 0): Build => {
  const build = readBuild(selected(formula), call);
  if (!build) throw new Error("no call");
  return build;
};

describe("the formula builder's state", () => {
  test("is read from the selected cell, one call at a time, each argument as it is written.", () => {
    expect(read(nested)).toMatchObject({
      id: "GROWTH",
      args: [' "digital" ', "B1"],
      from: { address: "B3", call: 0 },
    });
    expect(read(nested, 1)).toMatchObject({ id: "VALUE", args: ['"total"', "", '"billion"'] });
    expect(readBuild(selected("=SUM(A1)"))).toBeUndefined();
    expect(readBuild(selected('ECOM.GROWTH("x")'))).toBeUndefined();
    expect(callsIn('=ECOM.NOSUCH("x")')).toEqual([]);
  });

  test("is read from the cell that fills the selected one.", () => {
    const spill = { address: "A1", formula: '=ECOM.SERIES("total")', row: 3, column: 1 };
    expect(readBuild(selected("", { spill }))).toMatchObject({ id: "SERIES", from: { address: "A1" } });
  });

  test("writes only the call that it read, byte for byte.", () => {
    for (const call of [0, 1]) expect(formulaOf(read(nested, call))).toBe(nested);
    expect(formulaOf({ ...read(nested), args: ['"physical"', "B1"] })).toBe(
      '=LET( x , ECOM.GROWTH("physical",B1), IF(x>0.5,x,-ECOM.VALUE("total",,"billion"))) ',
    );
    expect(formulaOf({ ...read(nested, 1), args: ['"total"', "", ""] })).toBe(
      '=LET( x , ECOM.GROWTH( "digital" ,B1), IF(x>0.5,x,-ECOM.VALUE("total"))) ',
    );
  });

  test("makes a new formula, and gives a call of a workbook without the add-in its name back.", () => {
    expect(formulaOf({ id: "SERIES", args: ['"total"', "", "2024", ""], from: undefined })).toBe(
      '=ECOM.SERIES("total",,2024)',
    );
    expect(formulaOf({ id: "VERSION", args: [], from: undefined })).toBe("=ECOM.VERSION()");
    expect(formulaOf(read('=1+_xldudf_ECOM_GROWTH("digital")'))).toBe('=1+ECOM.GROWTH("digital")');
  });

  test("keeps what was changed in one call when another is taken up.", () => {
    const first = { ...read(nested), args: ['"physical"', 'ECOM.INFO("digital","first")'] };
    const other = otherCall(first, 2, english);
    expect(other).toMatchObject({
      id: "VALUE",
      args: ['"total"', "", '"billion"'],
      from: { inCell: nested },
    });
    expect(isChanged(other)).toBe(true);
    const both = { ...other, args: ['"share"'] };
    const whole =
      '=LET( x , ECOM.GROWTH("physical",ECOM.INFO("digital","first")), IF(x>0.5,x,-ECOM.VALUE("share"))) ';
    expect(formulaOf(both)).toBe(whole);
    expect(formulaOf(otherCall(both, 1, english))).toBe(whole);
    // The cell is as it was read: nothing is read again.
    expect(followed(both, selected(nested))).toBe(both);
  });

  test("replaces the function of one call, with the arguments that both have, and nothing else.", () => {
    const value = otherFunction({ ...read(nested), choosing: true }, "VALUE");
    expect(value).toEqual({ id: "VALUE", args: [' "digital" ', "B1", "", ""], from: read(nested).from });
    expect(formulaOf(value)).toBe(
      '=LET( x , ECOM.VALUE( "digital" ,B1), IF(x>0.5,x,-ECOM.VALUE("total",,"billion"))) ',
    );
    expect(formulaOf(otherFunction(read(nested, 1), "VERSION"))).toBe(
      '=LET( x , ECOM.GROWTH( "digital" ,B1), IF(x>0.5,x,-ECOM.VERSION())) ',
    );
    expect(formulaOf(otherFunction(read(nested), "GROWTH"))).toBe(nested);
    expect(formulaOf(otherFunction(read('=1+_xldudf_ECOM_GROWTH("digital")'), "INFO"))).toBe(
      '=1+ECOM.INFO("digital")',
    );
  });

  test("is changed when something would be lost.", () => {
    expect(isChanged(read(nested))).toBe(false);
    expect(isChanged({ ...read(nested), args: ["A1"] })).toBe(true);
    expect(isChanged({ id: "GROWTH", args: [], from: undefined })).toBe(false);
    expect(isChanged({ id: "GROWTH", args: ['"digital"'], from: undefined })).toBe(true);
  });
});

describe("the builder follows the selection", () => {
  const other = selected('=ECOM.VALUE("total")', { address: "C9" });
  test("to another cell's call, but not while something is begun.", () => {
    expect(followed(undefined, other)?.id).toBe("VALUE");
    expect(followed(read(nested), other)?.id).toBe("VALUE");
    const begun = { ...read(nested), args: ["A1"] };
    expect(followed(begun, other)).toBe(begun);
    const fresh: Build = { id: "RANK", args: ['"services"'], from: undefined };
    expect(followed(fresh, other)).toBe(fresh);
  });

  test("and stays with its call when the selected cell holds none of ours.", () => {
    const build = read(nested, 1);
    expect(followed(build, selected("", { address: "C9" }))).toBe(build);
    expect(followed(undefined, selected(""))).toBeUndefined();
  });

  test("and reads its own cell again when it has changed, the same call of it.", () => {
    const changed = followed(read(nested, 1), selected(nested.replace("billion", "yi")));
    expect(changed?.args).toEqual(['"total"', "", '"yi"']);
    expect(followed(read(nested), selected(""))).toMatchObject({ id: "GROWTH", from: undefined });
  });
});

describe("formulas as cells show them", () => {
  const local = '=WENN(A1>0,5;ECOM.GROWTH("digital";B1);"1,5")';
  const english1 = '=IF(A1>0.5,ECOM.GROWTH("digital",B1),"1,5")';
  const german = selected(english1, { local, decimal: "," });

  test("have the separators of the shown formula, else those of the decimal sign.", () => {
    expect(separatorsOf(german)).toEqual(withComma);
    expect(separatorsOf(selected(english1, { local: english1.replaceAll(",", ";"), decimal: "." }))).toEqual({
      ...english,
      argument: ";",
    });
    expect(separatorsOf(selected("", { decimal: "," }))).toBe(withComma);
    expect(separatorsOf(selected(english1, { decimal: "." }))).toBe(english);
    expect(separatorsOf(undefined)).toBe(english);
  });

  test("keep the other functions' names in Excel's language.", () => {
    const build = readBuild(german);
    if (!build) throw new Error("no call");
    expect(localFormula({ ...build, args: ['"total"', "B1"] }, withComma)).toBe(
      '=WENN(A1>0,5;ECOM.GROWTH("total";B1);"1,5")',
    );
    expect(formulaOf({ ...build, args: ['"total"', "B1"] })).toBe(
      '=IF(A1>0.5,ECOM.GROWTH("total",B1),"1,5")',
    );
  });

  test("keep what was changed in another call, and another function.", () => {
    const shown = local + '+ECOM.VALUE("total";2025)';
    const build = readBuild(selected(english1 + '+ECOM.VALUE("total",2025)', { local: shown, decimal: "," }));
    if (!build) throw new Error("no call");
    const other = otherCall(otherFunction(build, "CITE"), 1, withComma);
    expect(localFormula({ ...other, args: ['"share"'] }, withComma)).toBe(
      '=WENN(A1>0,5;ECOM.CITE("digital";B1);"1,5")+ECOM.VALUE("share")',
    );
  });

  test("have numbers for TRUE and FALSE, whose names differ.", () => {
    const build: Build = { id: "SERIES", args: ['"total"', "", "", "", "FALSE"], from: undefined };
    expect(localFormula(build, withComma)).toBe('=ECOM.SERIES("total";;;;0)');
    expect(localFormula(build, english)).toBe('=ECOM.SERIES("total",,,,FALSE)');
  });

  test("lead back to the same build.", () => {
    expect(
      buildOf({ sheet: "S", address: "A1", inCell: nested, formula: nested, local: undefined, call: 1 })
        ?.args,
    ).toEqual(read(nested, 1).args);
  });
});
