import { NoAnswer, problemOf } from "../../../src/excel/session/errors";

const doing = { sheet: "Data", newSheet: false };
const refused = (code: string, more: object = {}): unknown =>
  Object.assign(new Error("said"), { code, ...more });

test("Each code of Office.js that a person can do something about has its own problem.", () => {
  const names = Object.fromEntries(
    [
      "AccessDenied",
      "InvalidOperationInCellEditMode",
      "ItemAlreadyExists",
      "RequestPayloadSizeLimitExceeded",
      "ResponsePayloadSizeLimitExceeded",
      "ActivityLimitReached",
      "InvalidOrTimedOutSession",
      "WriteNotSupportedWhenModalDialogOpen",
      "ConnectionFailure",
    ].map((code) => [code, problemOf(refused(code), doing).name]),
  );
  expect(names).toEqual({
    AccessDenied: "sheet-protected",
    InvalidOperationInCellEditMode: "cell-edit",
    ItemAlreadyExists: "name-taken",
    RequestPayloadSizeLimitExceeded: "too-large",
    ResponsePayloadSizeLimitExceeded: "too-large",
    ActivityLimitReached: "busy",
    InvalidOrTimedOutSession: "host-lost",
    WriteNotSupportedWhenModalDialogOpen: "dialog-open",
    ConnectionFailure: "host-lost",
  });
});

test("A refused new sheet means that the workbook's structure is protected.", () => {
  expect(problemOf(refused("AccessDenied"), { sheet: "Data", newSheet: true })).toEqual({
    name: "workbook-protected",
  });
});

test("No answer in time means that the host is lost.", () => {
  expect(problemOf(new NoAnswer("60 s"), doing).name).toBe("host-lost");
});

test("A member that the host does not know is named.", () => {
  const error = refused("ApiNotFound", { debugInfo: { errorLocation: "Range.getCellProperties" } });
  expect(problemOf(error, doing)).toEqual({ name: "not-supported", needs: "Range.getCellProperties" });
});

test("Any other failure keeps its code and message.", () => {
  expect(problemOf(refused("GeneralException"), doing)).toEqual({
    name: "refused",
    code: "GeneralException",
    message: "said",
  });
  expect(problemOf("odd", doing)).toEqual({ name: "refused", code: "Error", message: "odd" });
});
