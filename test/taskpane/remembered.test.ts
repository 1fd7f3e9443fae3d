import { keepShortlist, readShortlist, withRecent } from "../../src/taskpane/remembered";

/** The part of a browser's storage that is used, or a storage that refuses. */
function storage(refuses = false): Pick<Storage, "getItem" | "setItem"> {
  const kept = new Map<string, string>();
  const check = () => {
    if (refuses) throw new DOMException("The operation is insecure.", "SecurityError");
  };
  return {
    getItem: (key) => (check(), kept.get(key) ?? null),
    setItem: (key, value) => (check(), void kept.set(key, value)),
  };
}

const use = (given: ReturnType<typeof storage>) => Object.assign(globalThis, { localStorage: given });
afterEach(() => Reflect.deleteProperty(globalThis, "localStorage"));

test("What was pinned and opened comes back in its order.", () => {
  use(storage());
  keepShortlist(["TOTAL_RETAIL"], ["INSTORE_DINING", "DIGITAL_PRODUCTS"]);
  expect(readShortlist()).toEqual({
    pinned: ["TOTAL_RETAIL"],
    recent: ["INSTORE_DINING", "DIGITAL_PRODUCTS"],
  });
});

test("Codes that the data no longer know are passed over.", () => {
  use(storage());
  localStorage.setItem("ecom.pinned", "GONE,TOTAL_RETAIL,__proto__");
  expect(readShortlist().pinned).toEqual(["TOTAL_RETAIL"]);
});

test("A browser that keeps nothing harms nothing.", () => {
  use(storage(true));
  keepShortlist(["TOTAL_RETAIL"], []);
  expect(readShortlist()).toEqual({ pinned: [], recent: [] });
});

test("An indicator opened again moves to the front, and only the last few stay.", () => {
  const opened = ["TOTAL_RETAIL", "INSTORE_DINING", "DIGITAL_PRODUCTS", "EXPRESS_VOLUME"] as const;
  expect(withRecent(opened, "DIGITAL_PRODUCTS")[0]).toBe("DIGITAL_PRODUCTS");
  expect(withRecent(opened, "ONLINE_RETAIL_TOTAL")).toEqual(["ONLINE_RETAIL_TOTAL", ...opened.slice(0, 3)]);
});
