import { DOMParser } from "@xmldom/xmldom";

// In the browser the page reads XML; Jest has none, so this library does.
Object.assign(globalThis, { DOMParser });
